"""Lists to take along as files: exactly what is filtered, with where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from lanzadash.exports.about import About
from lanzadash.exports.tables import to_csv, to_json
from lanzadash.exports.workbook import to_xlsx
from lanzadash.web.routes.answers import Answer
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import List
from lanzadash.web.routes.parameters import Parameters
from lanzadash.web.routes.problems import RequestError
from lanzadash.web.routes.views import chosen, dashboard, one_line

MOST = 50_000
"""Rows of a file; more is asked for in parts."""

FORMATS = {
    "csv": (to_csv, "text/csv; charset=utf-8"),
    "json": (to_json, "application/json"),
    "xlsx": (to_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""How a list is written, and the media type of that."""


def as_file(shown: List, ending: str) -> Callable[[Asking[Parameters]], Answer]:
    """Answers the rows of a list that are asked for, all of them, as a file."""
    write, media = FORMATS[ending]

    def answer(asking: Asking[Parameters]) -> Answer:
        say, choice = asking.say, chosen(asking, shown.filters)
        found = shown.ask(asking.connection, asking.as_of, choice, MOST, 0)
        if found.total > MOST:
            detail = say(
                "{total} rows are asked for, and a file holds {most}. Choose fewer by a filter.",
                total=say.number(found.total),
                most=say.number(MOST),
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
        return Answer(write(shown.name, found.rows, say, about), media, headers)

    return answer
