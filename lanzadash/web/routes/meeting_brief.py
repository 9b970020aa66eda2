"""The brief for one meeting, as a file."""

from __future__ import annotations

from collections.abc import Callable

from lanzadash import words
from lanzadash.exports.about import About
from lanzadash.exports.brief_docx import to_docx
from lanzadash.exports.brief_pdf import to_pdf
from lanzadash.exports.meeting_brief import File, meeting_brief
from lanzadash.exports.paper import Brief
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.decisions import decisions
from lanzadash.queries.documents import bodies, documents
from lanzadash.queries.meetings import agenda, meetings
from lanzadash.queries.obligations import obligations
from lanzadash.queries.threads import history, promised
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import Row
from lanzadash.web.routes.paging import not_found
from lanzadash.web.routes.parameters import Parameters
from lanzadash.web.routes.replies import Reply
from lanzadash.web.routes.views import address

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
_DECISIONS_MOST = 500

WRITERS: dict[str, tuple[str, Callable[[Brief], bytes]]] = {
    "docx": (DOCX, to_docx),
    "pdf": (PDF, to_pdf),
}
"""The media type and the writer of each file, by the ending of its name."""


def as_file(ending: str) -> Callable[[Asking[Parameters]], Reply]:
    """Answers the brief for the meeting that the path names; 404 where it is not on file."""
    media, write = WRITERS[ending]

    def answer(asking: Asking[Parameters]) -> Reply:
        brief = _brief(asking)
        name = asking.named["id"].replace("/", "-")
        day = asking.as_of.day.isoformat()
        name = f"lanzadash-{name}-{asking.say.code}-{day}.{ending}"
        return Reply(write(brief), media, {"Content-Disposition": f'attachment; filename="{name}"'})

    return answer


def _brief(asking: Asking[Parameters]) -> Brief:
    say = asking.say
    file = _file(asking)
    meeting = file.meeting["meeting"]
    body = next(row for row in asking.rows(bodies) if row["body"] == file.meeting["body"])
    kept = {"id": meeting, "lang": say.code}
    if asking.parameters.as_of:
        kept["as_of"] = asking.as_of.day.isoformat()
    about = About(
        title=say("Brief for the {meeting}", meeting=words.meeting(say, file.meeting["number"])),
        as_of=asking.as_of.day,
        base_url=asking.base_url,
        address=asking.base_url + address("/meetings", [], kept),
        version=asking.meta["version"],
        digest=asking.meta["digest"],
        illustrative=asking.illustrative,
    )
    return meeting_brief(file, str(say.pick(body, "name")), say, about)


def _file(asking: Asking[Parameters]) -> File:
    id = asking.named["id"]
    on_file = asking.rows(meetings)
    meeting = next((row for row in on_file if row["meeting"] == id), None)
    if meeting is None:
        raise not_found(asking)
    before, after = _around(meeting, on_file)
    return File(
        meeting=meeting,
        before=before,
        after=after,
        agenda=asking.rows(agenda, id),
        history=asking.rows(history, meeting=id, most=1),
        promised=asking.rows(promised, id),
        decisions=asking.rows(decisions, meeting=id, limit=_DECISIONS_MOST),
        deadlines=asking.rows(deadlines),
        obligations=asking.rows(obligations),
        documents=asking.rows(documents, meeting=id),
    )


def _around(meeting: Row, on_file: list[Row]) -> tuple[Row | None, Row | None]:
    """The meetings of the same body before and after one, by their days."""
    of_body = sorted(
        (row for row in on_file if row["body"] == meeting["body"]),
        key=lambda row: (row["start_date"], row["number"]),
    )
    place = of_body.index(meeting)
    return of_body[place - 1] if place else None, next(iter(of_body[place + 1 :]), None)
