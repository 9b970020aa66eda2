"""Lists to take along as files: exactly what is filtered, with where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeAlias

from lanzadash.exports.about import About
from lanzadash.exports.brief import deadlines_brief, decisions_brief
from lanzadash.exports.brief_docx import to_docx
from lanzadash.exports.brief_pdf import to_pdf
from lanzadash.exports.paper import Brief
from lanzadash.exports.tables import to_csv, to_json
from lanzadash.exports.workbook import to_xlsx
from lanzadash.language import Language
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import List, Row
from lanzadash.web.routes.parameters import Parameters
from lanzadash.web.routes.problems import RequestError
from lanzadash.web.routes.replies import Reply
from lanzadash.web.routes.views import chosen, dashboard, one_line

_OFFICE = "application/vnd.openxmlformats-officedocument"

Writer: TypeAlias = Callable[[str, Sequence[Row], Language, About], bytes]


@dataclass(frozen=True)
class Format:
    """How a list is written, the media type of that, and how many rows a file of it holds."""

    write: Writer
    media: str
    most: int


def _brief(to_bytes: Callable[[Brief], bytes]) -> Writer:
    """Only deadlines and decisions have a brief."""
    told = {"deadlines": deadlines_brief, "decisions": decisions_brief}
    return lambda name, rows, say, about: to_bytes(told[name](rows, say, about))


_TABLES = {
    "csv": Format(to_csv, "text/csv; charset=utf-8", 50_000),
    "json": Format(to_json, "application/json", 50_000),
    "xlsx": Format(to_xlsx, f"{_OFFICE}.spreadsheetml.sheet", 50_000),
}
_BRIEFS = {
    "docx": Format(_brief(to_docx), f"{_OFFICE}.wordprocessingml.document", 500),
    "pdf": Format(_brief(to_pdf), "application/pdf", 500),
}


def formats(shown: List) -> Mapping[str, Format]:
    """The files that are offered of a list, by the ending of their names."""
    return _TABLES | _BRIEFS if shown.name in ("deadlines", "decisions") else _TABLES


def as_file(shown: List, ending: str) -> Callable[[Asking[Parameters]], Reply]:
    """Answers the rows of a list that are asked for, all of them, as a file."""
    form = formats(shown)[ending]

    def answer(asking: Asking[Parameters]) -> Reply:
        say, choice = asking.say, chosen(asking, shown.filters)
        found = shown.ask(asking, choice, form.most, 0)
        if found.total > form.most:
            detail = say(
                "{total} rows are asked for, and a file holds {most}. Choose fewer by a filter.",
                total=say.number(found.total),
                most=say.number(form.most),
            )
            raise RequestError(HTTPStatus.BAD_REQUEST, detail)
        about = About(
            title=say(shown.title),
            as_of=asking.as_of.day,
            base_url=asking.base_url,
            filters=one_line(asking, shown.filters),
            address=dashboard(asking, shown.name, shown.filters),
            version=asking.meta["version"],
            digest=asking.meta["digest"],
            illustrative=asking.illustrative,
        )
        name = f"lanzadash-{shown.name}-{asking.as_of.day.isoformat()}.{ending}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Reply(form.write(shown.name, found.rows, say, about), form.media, headers)

    return answer
