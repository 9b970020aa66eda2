"""The language of an answer."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

ASKED = [
    (None, None, "en", "nothing asked"),
    (None, "fr", "fr", "the browser's"),
    (None, "fr-CH,fr;q=0.9,en;q=0.8", "fr", "a region"),
    (None, "de, fr;q=0.3, en;q=0.2", "fr", "the first is not offered"),
    (None, "fr;q=0.2, en;q=0.7", "en", "by weight, not by place"),
    (None, "fr;q=0, en;q=0.1", "en", "zero is refused"),
    (None, "fr;q=x, de", "en", "a weight that is none"),
    (None, "*", "en", "anything"),
    (None, ";;;,,,=", "en", "noise"),
    ("fr", "en", "fr", "the address goes first"),
    ("FR", "en", "fr", "case aside"),
]


@pytest.mark.parametrize(("lang", "accepted", "code", "why"), ASKED)
def test_language(
    lang: str | None, accepted: str | None, code: str, why: str, site: TestClient
) -> None:
    headers = {"Accept-Language": accepted} if accepted else {"Accept-Language": ""}
    answer = site.get("/id/PRT", params={"lang": lang} if lang else {}, headers=headers)
    assert answer.headers["content-language"] == code, why
    assert f'<html lang="{code}">' in answer.text
    assert answer.headers["vary"] == "Accept-Language"
