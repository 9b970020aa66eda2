"""How to cite a decision, a deadline or a recommendation: in words, as BibTeX, as RIS."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from lanzadash import words
from lanzadash.exports import phrases
from lanzadash.exports.address import permalink
from lanzadash.exports.rows import Row, clean
from lanzadash.language import Language


@dataclass(frozen=True)
class Citation:
    """One reference.

    ``text`` is it in words, as the committee's documents refer to one another. ``number`` is the
    symbol of the document, ``date`` the day of adoption, else the day since which it is known.
    """

    id: str
    author: str
    title: str
    number: str
    date: dt.date | None
    url: str
    accessed: dt.date
    language: str
    note: str
    text: str

    def bibtex(self) -> str:
        """An entry for BibTeX and BibLaTeX, in UTF-8."""
        fields = {
            "author": f"{{{_tex(self.author)}}}",
            "title": f"{{{_tex(self.title)}}}",
            "number": _tex(self.number),
            "year": str(self.date.year) if self.date else "",
            "date": self.date.isoformat() if self.date else "",
            "langid": {"en": "english", "fr": "french"}[self.language],
            "url": self.url,
            "urldate": self.accessed.isoformat(),
            "note": _tex(self.note),
        }
        key = re.sub("[^A-Za-z0-9]+", "-", self.id).strip("-")
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{key},", *lines, "}", ""])

    def ris(self) -> str:
        """An entry in the format of reference managers, lines ending as it wants them."""
        fields = [
            ("TY", "GOVDOC"),
            ("AU", self.author),
            ("TI", self.title),
            ("M1", self.number),
            ("PY", str(self.date.year) if self.date else ""),
            ("DA", self.date.strftime("%Y/%m/%d/") if self.date else ""),
            ("LA", self.language),
            ("UR", self.url),
            ("Y2", self.accessed.strftime("%Y/%m/%d/")),
            ("N1", self.note),
        ]
        lines = [f"{tag}  - {_flat(value)}" for tag, value in fields if value]
        return "\r\n".join([*lines, "ER  - ", ""])


@dataclass(frozen=True)
class Citing:
    """Cites in one language. ``committee`` is the body's short name, ``accessed`` the day of it."""

    say: Language
    committee: str
    base_url: str
    accessed: dt.date
    illustrative: bool = False

    def decision(self, row: Row) -> Citation:
        """A row of the query ``decisions``: its list's symbol, its number, the day of adoption."""
        name = phrases.decision_name(self.say, row)
        title = self.say("List of decisions, {decision}", decision=name)
        return self._citation(row["decision"], row, title, adopted=row["adopted"])

    def deadline(self, row: Row) -> Citation:
        """A row of the query ``deadlines``: its day, what is asked, and what set it."""
        parts = [
            self.say("Deadline: {what}", what=phrases.due(self.say, row)),
            words.deadline_kind(self.say, row["kind"]),
            phrases.set_by(self.say, row),
        ]
        return self._citation(row["deadline"], row, _joined(parts))

    def recommendation(self, row: Row) -> Citation:
        """A row of the query ``recommendations``: its code and its report."""
        title = words.recommendation_code(self.say, row)
        return self._citation(row["recommendation"], row, title, report=row["report"])

    def _citation(
        self,
        id: str,
        row: Row,
        title: str,
        *,
        adopted: dt.date | None = None,
        report: str | None = None,
    ) -> Citation:
        say = self.say
        if self.illustrative:
            title = say("Illustrative: {title}", title=title)
        number = report or words.cite(say, row)
        url = permalink(self.base_url, id)
        parts = [
            self.committee,
            title,
            number or row["source"] or "",
            say("adopted on {day}", day=say.date(adopted)) if adopted else "",
            url,
        ]
        seen = say("seen on {day}", day=say.date(self.accessed))
        return Citation(
            id=id,
            author=_flat(self.committee),
            title=_flat(title),
            number=_flat(number),
            date=adopted or row["known_on"],
            url=url,
            accessed=self.accessed,
            language=say.code,
            note=phrases.notice(say, illustrative=self.illustrative),
            text=f"{_flat(_joined(parts))} ({seen}).",
        )


def _joined(parts: list[str]) -> str:
    return ", ".join(part for part in parts if part)


def _flat(text: str) -> str:
    return " ".join(clean(text).split())


_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {character: "\\" + character for character in "{}%&#$_"}


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in _flat(text))
