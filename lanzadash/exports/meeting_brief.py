"""The brief for one meeting: two pages for whoever chairs it or takes part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lanzadash import words
from lanzadash.exports import phrases
from lanzadash.exports.about import About
from lanzadash.exports.brief_pdf import fitted
from lanzadash.exports.cutting import Cut
from lanzadash.exports.outstanding import Due, due_around, due_sections
from lanzadash.exports.paper import Brief, Item, Section
from lanzadash.exports.rows import Row, clean
from lanzadash.language import Language

PAGES = 2
_LENGTHS = (800, 400, 280, 200)
"""Characters of one text, as there is room; what is cut ends with an ellipsis."""
_NONE = "–"

# What an item's words begin with where it asks for a decision: "Adoption of ...", "Choix du ...".
_DECIDING = re.compile(
    r"^(adoption|approval|choice|decision on|election|appointment|approbation|choix"
    r"|décision sur|élection|désignation)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class File:
    """What is on file of a meeting, as rows of the queries of these names.

    ``meeting`` is its own row of ``meetings``, ``before`` and ``after`` those of the meetings
    around it; ``history`` and ``promised`` are those of the threads, the former one for each item.
    """

    meeting: Row
    before: Row | None
    after: Row | None
    agenda: Sequence[Row]
    history: Sequence[Row]
    promised: Sequence[Row]
    decisions: Sequence[Row]
    deadlines: Sequence[Row]
    obligations: Sequence[Row]
    documents: Sequence[Row]


def meeting_brief(file: File, committee: str, say: Language, about: About) -> Brief:
    """The brief, its tables cut so that it stays on two pages, each saying how many rows it left
    out and where they are.
    """
    listed = (file.agenda, file.promised, file.decisions, file.deadlines)
    longest = max(1, *map(len, listed))
    choices = [(longest, length) for length in _LENGTHS]
    choices += [(rows, _LENGTHS[-1]) for rows in range(longest - 1, 0, -1)]

    def made(chosen: tuple[int, int]) -> Brief:
        cut = Cut(say, about.base_url, *chosen)
        return _Maker(file, committee, say, about, cut).brief()

    return fitted(choices, made, PAGES)


@dataclass(frozen=True)
class _Maker:
    file: File
    committee: str
    say: Language
    about: About
    cut: Cut

    def brief(self) -> Brief:
        say, about, meeting = self.say, self.about, self.file.meeting
        title = clean(about.title)
        if about.illustrative:
            title = say("Illustrative: {title}", title=title)
        as_of = say("as of {day}", day=say.date(about.as_of))
        foot = [say("Unofficial tool. Only the adopted text counts.")]
        if about.illustrative:
            foot.append(say("Illustrative data."))
        due = due_around(
            self.file.deadlines, meeting, self.file.before, self.file.after, about.as_of
        )
        return Brief(
            title=title,
            language=say.code,
            as_of=about.as_of,
            facts=tuple((label, clean(value)) for label, value in self._facts(due)),
            notice=about.notice(say),
            sections=(
                self._agenda(),
                *self._decisions(),
                *due_sections(due, self.file.obligations, about.as_of, self.cut),
            ),
            running=f"{meeting['meeting']} · {title} · {as_of}",
            page=say("Page"),
            empty="",
            foot=" ".join(foot),
            masthead=(clean(self.committee), clean(meeting["meeting"])),
            subtitle=(f"{self._dates()} · {as_of}",),
            dense=True,
        )

    # --- the agenda -------------------------------------------------------------------------------

    def _agenda(self) -> Section:
        say = self.say
        past = {row["agenda_item"]: row for row in self.file.history}
        told: dict[tuple[str, str], tuple[str, Row]] = {}
        items = []
        for row in self.file.agenda:
            last = past.get(row["agenda_item"])
            above = told.get((row["document"], row["parent"]))
            if last and above and _same(last, above[1]):
                told[row["document"], row["number"]] = above
                items.append(self._agenda_item(row, say("as item {number}", number=above[0])))
            elif last:
                told[row["document"], row["number"]] = (row["number"], last)
                items.append(self._agenda_item(row, self._last(last), last["decision"]))
            else:
                items.append(self._agenda_item(row, _NONE))
        columns: tuple[str, ...] = (say("No."), say("Item"), say("What was decided on it last"))
        widths: tuple[int, ...] = (5, 42, 53)
        if items and not past:
            columns, widths = columns[:2], (5, 95)
            items = [replace(item, cells=item.cells[:2]) for item in items]
        remark = ""
        if not items:
            remark = say("No agenda of this meeting is on file.")
        elif not past:
            remark = say("No earlier decision on any of these items is on file.")
        return self.cut.section(say("Agenda"), columns, widths, items, remark, share=4)

    def _agenda_item(self, row: Row, told: str, id: str = "") -> Item:
        cells = ((row["number"],), (self._item_words(row),), (told,))
        return self.cut.item(id, cells, strong=not row["parent"])

    def _last(self, row: Row) -> str:
        say = self.say
        told = phrases.labelled(say, phrases.decision_name(say, row), self._decided(row))
        earlier = int(row["total"]) - 1
        more = say.plural("({n} earlier)", "({n} earlier)", earlier).replace(" ", "\u00a0")
        return f"{told} {more}" if earlier else told

    def _item_words(self, row: Row) -> str:
        """Its title where that is at hand in the reader's language, else our words for it."""
        say = self.say
        title = row[f"title_{say.code}"]
        return (
            title or phrases.summary(say, row) or phrases.picked(say, row, "title") or row["number"]
        )

    def _decided(self, row: Row) -> str:
        return phrases.summary(self.say, row) or words.verb(self.say, row["verb"])

    # --- decisions --------------------------------------------------------------------------------

    def _decisions(self) -> Iterator[Section]:
        say, promised = self.say, self.file.promised
        if self._held:
            if promised:
                heading = say("Put before it by earlier decisions")
                yield self._promised(heading, promised, with_outcome=True)
            taken = [self._taken(row) for row in self.file.decisions]
            yield self.cut.section(
                say("Decisions taken"),
                (say("No."), say("Decision")),
                (5, 95),
                taken,
                "" if taken else say("No decisions of this meeting are on file."),
                share=2,
            )
            return
        carried = [row for row in promised if row["agenda_item"] or not self.file.agenda]
        if missing := [row for row in promised if row not in carried]:
            heading = say("Put before it by earlier decisions, and not found on its agenda")
            yield self._promised(heading, missing)
        yield self._to_be_taken(carried)

    @property
    def _held(self) -> bool:
        meeting = self.file.meeting
        return bool(meeting["status"] == "held" and meeting["end_date"] <= self.about.as_of)

    def _promised(
        self, heading: str, rows: Iterable[Row], *, with_outcome: bool = False
    ) -> Section:
        say = self.say
        columns: tuple[str, ...] = (say("Item"), say("What is put before it"), say("Set by"))
        widths: tuple[int, ...] = (5, 70, 25)
        if with_outcome:
            columns, widths = (*columns[:2], say("Outcome"), columns[2]), (5, 58, 15, 22)
        items = []
        for row in rows:
            item, what, by = self._put(row)
            outcome = {True: say("not on file"), False: say("on file")}.get(row["open"], _NONE)
            cells = (item, what, (outcome,), by) if with_outcome else (item, what, by)
            items.append(self.cut.item(row["decision"], cells))
        return self.cut.section(heading, columns, widths, items)

    def _put(self, row: Row) -> tuple[tuple[str, ...], ...]:
        by = phrases.decision_name(self.say, row)
        return (row["item_number"] or _NONE,), (self._decided(row),), (by,)

    def _taken(self, row: Row) -> Item:
        number = _NONE if row["number"] is None else str(int(row["number"]))
        context = phrases.picked(self.say, row, "context")
        told = ". ".join(filter(None, [context, self._decided(row)]))
        return self.cut.item(row["decision"], ((number,), (told,)))

    def _to_be_taken(self, promised: Iterable[Row]) -> Section:
        """What earlier decisions put before it, and the items that by their words ask for one."""
        say = self.say
        promised = list(promised)
        items = [self.cut.item(row["decision"], self._put(row)) for row in promised]
        said = {row["agenda_item"] for row in promised}
        for row in self.file.agenda:
            if row["agenda_item"] not in said and _asks_for_decision(row):
                by = " · ".join([say("its words on the agenda"), words.certainty(say, "inferred")])
                items.append(self.cut.item("", ((row["number"],), (self._item_words(row),), (by,))))
        return self.cut.section(
            say("Decisions to be taken"),
            (say("Item"), say("What is to be decided"), say("Set by")),
            (5, 70, 25),
            items,
            "" if items else say("None is known from earlier decisions or from its agenda."),
            share=2,
        )

    # --- about it ---------------------------------------------------------------------------------

    def _dates(self) -> str:
        say, meeting = self.say, self.file.meeting
        told = say.span(meeting["start_date"], meeting["end_date"])
        if meeting["status"] != "held":
            told = say("announced for {days}", days=told)
            if meeting["tentative"]:
                told += f" ({say('to be confirmed')})"
        where = [words.place(say, meeting["place"]), words.mode(say, meeting["mode"])]
        return " · ".join(filter(None, [told, *map(clean, where)]))

    def _facts(self, due: Due) -> list[tuple[str, str]]:
        say, about, file = self.say, self.about, self.file
        documents = [words.cite(say, row) or row["title"] for row in file.documents]
        rows = [file.meeting, *file.agenda, *file.history, *file.promised, *file.decisions]
        rows += [*due.outstanding, *due.before, *due.after]
        return [
            (say("Documents of the meeting"), self.cut.listed(documents)),
            (say("Sources"), self.cut.listed(one for row in rows for one in phrases.sources(row))),
            (say("Address"), about.address),
            (say("Version"), f"{about.version} · {about.digest[:12]}"),
        ]


def _same(row: Row, other: Row) -> bool:
    """Whether two items have the same history."""
    return (row["decision"], row["total"]) == (other["decision"], other["total"])


def _asks_for_decision(row: Row) -> bool:
    told = (row[f"{kind}_{code}"] for kind in ("title", "summary") for code in ("en", "fr"))
    return any(_DECIDING.match(text) for text in told if text)
