"""Files that no reader takes on: refused, each with what is wrong and how much is read."""

from __future__ import annotations

import pytest

from lanzadash.reading.formats import RefusedError, open_source
from tools.bench.refusals import FILES

REASONS = {
    "over 50 MB.txt": "at most 50 MB",
    "over 2000 pages.txt": "more than 2,000 pages do",
    "over 2000 pages.md": "more than 2,000 pages do",
    "over 2000 pages.pdf": "at most 2,000 are read",
    "nested.html": "nested deeper",
    "nested.docx": "nested too deep",
    "zip bomb.docx": "would unpack",
    "entities.html": "defines entities",
    "entities.docx": "entities",
}


@pytest.mark.parametrize("name", FILES)
def test_what_goes_past_a_limit_is_refused(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    with pytest.raises(RefusedError) as refused:
        open_source(path)
    assert REASONS[name] in str(refused.value)
    assert name in str(refused.value)
