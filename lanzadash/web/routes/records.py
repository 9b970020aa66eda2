"""The page of a record without JavaScript, and the same record as JSON and as a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from http import HTTPStatus

from lanzadash.exports.address import permalink
from lanzadash.exports.citation import Citation, Citing
from lanzadash.exports.listings import LISTINGS
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.meetings import meetings
from lanzadash.queries.records import list_of
from lanzadash.web.routes import api, feeds, meeting_brief
from lanzadash.web.routes.around import around
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.cells import cell
from lanzadash.web.routes.document import kept, page
from lanzadash.web.routes.linked_data import linked_data
from lanzadash.web.routes.lists import LISTS, List, Row
from lanzadash.web.routes.paging import not_found
from lanzadash.web.routes.parameters import Parameters
from lanzadash.web.routes.problems import RequestError
from lanzadash.web.routes.replies import Reply, as_json
from lanzadash.web.routes.titles import title
from lanzadash.web.routes.views import address

BIBTEX = "application/x-bibtex; charset=utf-8"
RIS = "application/x-research-info-systems; charset=utf-8"
_IN_CALENDAR = ("decisions", "deadlines", "meetings", "parties")
_CITED = ("decisions", "deadlines", "recommendations")


def as_page(asking: Asking[Parameters]) -> Reply:
    """Any record as a page."""
    shown, row = _found(asking)
    say, id = asking.say, row[shown.key]
    name = title(shown.name, say, row)
    url = permalink(asking.base_url, id)
    citation = _citation(shown, row, asking)
    data = linked_data(
        shown.name, row, say, name=name, url=url, id=id, publisher=feeds.committee(asking)
    )
    return page(
        asking,
        "record.html",
        title=name,
        current=shown.name,
        formats=_formats(shown, row, asking),
        page=_dashboard(shown, row, asking),
        data=None if asking.illustrative else data,
        citation=citation.text if citation else None,
        columns=LISTINGS[shown.name].columns[:-1],
        cell=partial(cell, say),
        **around(shown.name, asking, row),
    )


def as_object(asking: Asking[Parameters]) -> Reply:
    """Any record as JSON, as the API gives it."""
    shown, row = _found(asking)
    return as_json(api.alone(shown, row, asking))


def as_calendar(asking: Asking[Parameters]) -> Reply:
    """A deadline; a meeting, or a decision, with the deadlines it set; what binds a Party."""
    shown, row = _found(asking)
    due: Sequence[Row] = []
    met: Sequence[Row] = []
    party = _party(asking)
    words = [title(shown.name, asking.say, row)]
    if shown.name == "deadlines":
        due = [row]
    elif shown.name in _IN_CALENDAR:
        due, met, party = _around_it(shown, row, asking)
    if not met and not any(one["due"] for one in due):
        detail = asking.say("This record has no day that could stand in a calendar.")
        raise RequestError(HTTPStatus.NOT_FOUND, detail)
    return feeds.as_calendar(asking, due, met, words, party=party)


def _around_it(
    shown: List, row: Row, asking: Asking[Parameters]
) -> tuple[Sequence[Row], Sequence[Row], str | None]:
    """The deadlines and meetings of a record that is no deadline, and whose days these are."""
    id = row[shown.key]
    name = {"decisions": "decision", "meetings": "meeting", "parties": "party"}[shown.name]
    due = asking.rows(deadlines, **{name: id})
    met: Sequence[Row] = [row] if shown.name == "meetings" else []
    party = None
    if shown.name == "parties":
        met, party = asking.rows(meetings), id
    return due, met, party


def _party(asking: Asking[Parameters]) -> str | None:
    """The Party whose day and state of a deadline are asked for."""
    return getattr(asking.parameters, "party", None)


def as_bibtex(asking: Asking[Parameters]) -> Reply:
    """A decision, a deadline or a recommendation as an entry of BibTeX."""
    return Reply(_cited(asking).bibtex().encode(), BIBTEX)


def as_ris(asking: Asking[Parameters]) -> Reply:
    """The same for reference managers."""
    return Reply(_cited(asking).ris().encode(), RIS)


def _cited(asking: Asking[Parameters]) -> Citation:
    citation = _citation(*_found(asking), asking)
    if citation is None:
        detail = asking.say("Decisions, deadlines and recommendations can be cited.")
        raise RequestError(HTTPStatus.NOT_FOUND, detail)
    return citation


def _found(asking: Asking[Parameters]) -> tuple[List, Row]:
    """The record that the path names, and its list. Raises ``RequestError`` (404) without one."""
    id = asking.named["id"]
    list = list_of(asking.connection, id)
    row = LISTS[list].find(asking, id) if list else None
    if list == "deadlines" and (party := _party(asking)):
        own = (one for one in asking.rows(deadlines, party=party) if one["deadline"] == id)
        row = next(own, None)
    if list is None or row is None:
        raise not_found(asking)
    return LISTS[list], row


def _has_days(shown: List, row: Row, asking: Asking[Parameters]) -> bool:
    """A calendar of the record would hold something."""
    if shown.name == "deadlines":
        return row["due"] is not None
    if shown.name == "decisions":
        return any(one["due"] for one in asking.rows(deadlines, decision=row["decision"]))
    return shown.name in _IN_CALENDAR


def _formats(shown: List, row: Row, asking: Asking[Parameters]) -> list[tuple[str, str, str]]:
    id, given = row[shown.key], kept(asking)
    if shown.name == "deadlines" and (party := _party(asking)):
        given |= {"party": party}
    formats = [("JSON", "application/json", "json")]
    if _has_days(shown, row, asking):
        formats.append((asking.say("Calendar"), feeds.CALENDAR, "ics"))
    if shown.name in _CITED:
        formats += [("BibTeX", BIBTEX, "bib"), ("RIS", RIS, "ris")]
    offered = [
        (name, media, address(f"/id/{id}.{ending}", [], given)) for name, media, ending in formats
    ]
    if shown.name == "meetings":
        for ending, (media, _) in meeting_brief.WRITERS.items():
            name = asking.say("Brief ({format})", format=ending.upper())
            offered.append(
                (name, media, address(f"/export/meeting/{id}.{ending}", [], kept(asking)))
            )
    return offered


def _dashboard(shown: List, row: Row, asking: Asking[Parameters]) -> str:
    """The address of the dashboard's page that shows this record."""
    id = row[shown.key]
    path, choice = {
        "decisions": ("/decisions", {"id": id}),
        "deadlines": ("/deadlines", {"round": row.get("round"), "kind": row.get("kind")}),
        "meetings": ("/meetings", {"id": id}),
        "parties": ("/party", {"party": id}),
        "recommendations": ("/recommendations", {"recommendation": id, "round": row.get("round")}),
        "documents": ("/sources", {"kind": row.get("kind")}),
    }[shown.name]
    return address(path, [], {**choice, **kept(asking)})


def _citation(shown: List, row: Row, asking: Asking[Parameters]) -> Citation | None:
    """How to cite a decision, a deadline or a recommendation."""
    citing = Citing(
        asking.say,
        feeds.committee(asking),
        asking.base_url,
        asking.today,
        illustrative=asking.illustrative,
    )
    cite = {
        "decisions": citing.decision,
        "deadlines": citing.deadline,
        "recommendations": citing.recommendation,
    }.get(shown.name)
    return cite(row) if cite else None
