"""The words that make a deadline of a date, in both languages, built from named pieces."""

from __future__ import annotations

import re
from typing import Literal

from lanzadash.reading.dates import WEEKDAY, YEAR
from lanzadash.reading.times import CLOCK, ZONE

Strength = Literal["strong", "weak", "until"]

DAY_END = (
    r"(?:(?:the )?(?:close|end) of (?:business|play|(?:the )?(?:(?:business|working) )?day)|"
    r"c\.?o\.?b\.?|"
    r"(?:la )?(?:fin|clôture) (?:de (?:la )?journée|des bureaux|des heures de bureau)|"
    r"(?:the )?evening of|in the evening)"
)
# "the end of" and the like: then the date behind is a month or a year.
_EDGE = (
    r"(?:(?:(?:the )?(?:very )?end of|(?:la )?fin(?: du mois)?(?: d[eu]| d')?) ?"
    r"(?:the (?:month|year) (?:of )?|l'année )?"
    r"|(?:mid-|mi-|(?:the )?(?:early|late|beginning of|start of|middle of|course of) |"
    r"(?:le )?début (?:d[eu] |d')?))"
)
# Between a cue and its date: "close of business on Friday", "17:00 (CET) on", "the end of".
_FILL = (
    rf"(?:(?:{DAY_END}|{CLOCK}|\(?{ZONE}\)?)[,\s]{{0,2}})?"
    rf"(?:(?<!')\b(?:on|of|the|le|du|au|date of|la date du) ){{0,2}}{WEEKDAY}{_EDGE}?"
)
FILLED = re.compile(rf"{_FILL}$", re.IGNORECASE)
DEADLINE_NOUN = (
    r"(?:dead-? ?lines?|closing date|cut-?off(?: date)?|time[- ]?limit|due date|date[- ]limite|"
    r"date butoir|"
    r"échéance|délai|dernier jour|last day)"
)
# What is open to all until it closes.
_CALL = (
    r"(?:calls?|registrations?|(?:on-?line )?consultations?|questionnaires?|surveys?|nominations?|"
    r"applications?|appels?|"
    r"inscriptions?|enquêtes?|candidatures?)"
)
_LATEST = r"(?:(?:at )?(?:the )?(?:very )?latest|au plus tards?)"
_STRONG = re.compile(
    rf"(?:\b{_LATEST}[\s,:]{{1,2}}(?:(?:by|on|until|before|pour|avant|d'ici) )?(?:le )?"
    r"|\b(?:no|not) later than[\s,:]{1,2}(?:(?:by|on|until|before) )?"
    r"|\b(?:on|by) or before |\bbefore or on "
    r"|\b(?:not after|pas après) (?:the |le )?"
    rf"|\b{_CALL}[^.;]{{0,60}}?\b(?:clos(?:es?|ed|ing)?|se clôtur\w+|clôturée?s?) (?:on |at |le |"
    r"au )?"
    r"|\b(?:is|are|be|was|were|being)? ?due (?:back )?(?:by|on|for|before) "
    rf"|\b(?:by|before|avant|d'ici)\s{DAY_END}[,\s]{{1,2}}"
    rf"|\b{DEADLINE_NOUN} $|\b{DEADLINE_NOUN}\b(?:(?!\b{DEADLINE_NOUN}\b|\bmeeting|"
    rf"\bréunion)[^.;]){{0,90}}?"
    r"(?:\b(?:is|of|to|until|till|at|for|be|being|as|by|au|le|du|est|jusqu'au|on|remains?|stays?|"
    r"expires?|falls?)|[:(,-]) ?"
    r")$",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?P<cue>by|before|prior to|ahead of|in advance of|avant(?: le| la)?|"
    r"d'ici(?: au| le| à| la| aux)?) $",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|till|up to(?: and including)?|through|jusqu'(?:au|à|en)|pour(?: le)?) $",
    re.IGNORECASE,
)
# "received after 1 December 2021 will not be considered": then that day is the last one.
TOO_LATE = re.compile(r"\b(?:after|later than|après(?: le)?) $", re.IGNORECASE)
NOT_TAKEN = re.compile(
    r"[^.;]{0,80}\b(?:(?:not|no longer|cannot|never) (?:\w+ ){0,3}(?:consider|accept|tak|includ|"
    r"reflect|process)"
    r"|ne (?:\w+ )?(?:pas|plus)\b|n'[\w]+ (?:pas|plus)\b|be (?:disregarded|rejected))",
    re.IGNORECASE,
)
CUES: tuple[tuple[Strength, re.Pattern[str]], ...] = (
    ("strong", _STRONG),
    ("weak", _WEAK),
    ("until", _UNTIL),
)
BETWEEN = re.compile(
    r"\b(?:between|entre) (?:the |le )?\d[^.;]{0,40}? (?:and|et) (?:the |le )?$",
    re.IGNORECASE,
)
THE_DEADLINE = re.compile(rf" (?:the|la|le|l'|les) ?(?:\w+ )?{DEADLINE_NOUN}", re.IGNORECASE)
FIGURE = re.compile(r"\d")
YEAR_END = re.compile(
    rf"\b(?:end of|fin(?: de)?(?: l'année)?) (?:the year )?(?P<year>{YEAR})", re.IGNORECASE
)
BEHIND = re.compile(
    rf" ?,? ?(?:(?:(?:at|à) )?\(?{CLOCK}\)?,? )?\(?(?:{_LATEST}|as (?:the|a|"
    rf"its) (?:\w+ )?{DEADLINE_NOUN}|"
    rf"(?:being|is|was|est) (?:the|la|le|l')? ?(?:\w+ )?{DEADLINE_NOUN}|(?:the |la |le |l'|"
    rf"comme )?{DEADLINE_NOUN}\b)",
    re.IGNORECASE,
)
EXTENDED = re.compile(
    r"(?:\b(?:exten[ds]|prolong|prorog|postpone|defer|report[eé]|repouss|move|push|"
    rf"shift)\w*\b[^.;]{{0,120}}{DEADLINE_NOUN}"
    rf"|{DEADLINE_NOUN}[^.;]{{0,120}}\b(?:exten[ds]|prolong|prorog|postpone|defer|report[eé]|"
    r"repouss|move|push|shift)\w*\b)"
    r"[^.;]{0,80}?\b(?:to|until|till|by|from|au|jusqu'au|du|à) $",
    re.IGNORECASE,
)
# "extended to 28 February the deadline for replies", "reporté du 15 au 29 mai la date limite"
MOVED_TO = re.compile(
    r"\b(?:exten[ds]|prolong|prorog|postpon|defer|report[eé]|repouss|move|push|shift|fix|set|"
    r"arrêt)\w* "
    r"(?:to|until|till|from|for|at|au|du|à|jusqu'au) (?:the |le )?$",
    re.IGNORECASE,
)
ITS_DEADLINE = re.compile(
    rf"(?:, [^.;,]{{0,25}},)? (?:the|its|this|la|le|les|l'|ce) ?(?:\w+ )?{DEADLINE_NOUN}",
    re.IGNORECASE,
)
SUPERSEDED = re.compile(
    r"\b(?:instead of|rather than|initial(?:ly)?|originally?|previous(?:ly)?|au lieu (?:du|de)|"
    r"initial\w*|"
    r"précéde\w+|expired|passed)\b[^.;,)]{0,40}$",
    re.IGNORECASE,
)
# What lasts until a day is not asked for by then.
LASTS = re.compile(
    r"\b(?:mandate|terms? of office|term|chair\w*|elected|appointed|in force|valid\w*|suspend\w*|"
    r"postpon\w*|"
    r"adjourn\w*|period|held|funding|projects?|runs?|last(?:s|ed|ing)|serv(?:e|es|ing)|mandat|"
    r"élue?s?|nommée?s?|"
    r"en vigueur|valables?|suspend\w*|ajourn\w*|période|tenue?s?|financement|projets?|présid\w+)\b",
    re.IGNORECASE,
)
# "the replies received until ...": that is over.
RECEIVED = re.compile(
    r"(?<!be )(?<!being )(?<!être )\b(?:received|submitted|sent|collected|made|reçue?s?|"
    r"transmise?s?|"
    r"parvenue?s?|envoyée?s?|recueillie?s?) ?,? ?$",
    re.IGNORECASE,
)
# "examine the replies received by ...", with nothing that follows from it: over, too.
HAD_COME = re.compile(
    r"(?<!be )(?<!been )(?<!être )(?<!ly )\b(?:received|reçue?s?|parvenue?s?)\s$", re.IGNORECASE
)
OPEN = re.compile(
    r"\b(?:open|opened|ouvert\w*|could|may|possible|pourr\w+|peuvent|time|temps)\b", re.IGNORECASE
)
PLANNED = re.compile(
    r"\b(?:prévue?s?|fixée?s?|programmée?s?|réunion|convoquée?s?)\b", re.IGNORECASE
)
WINDOW = re.compile(r"\b(?:between|from|entre(?: le)?|du|of|de) (?:the |le )?$", re.IGNORECASE)
TAIL = re.compile(
    rf"(?: ?,? ?(?:(?:at|à|by|before|avant) )?\(?{CLOCK}\)?"
    rf"| ?,? ?\(?{DAY_END}(?:,? \(?{ZONE}\)?)?\)?| ?\(?{ZONE}\)?"
    r"| ?,? ?\(?(?:inclusive|included|inclus(?:e|ivement)?|compris|exclusive|excluded|exclue?|"
    r"non inclus)\b\)?"
    rf"| ?,? ?(?:{_LATEST}))",
    re.IGNORECASE,
)
AND_ALSO = re.compile(
    r"(?: ?(?:, )?(?:\([^()]{0,60}\)|(?:for|pour|as regards|concerning|regarding|concernant|"
    r"s'agissant) "
    r"(?:(?!meeting|réunion|held)[^.;:]){1,80}?))?,? (?:and|et|or|ou) (?:(?:on|the|le|au) )?$",
    re.IGNORECASE,
)
