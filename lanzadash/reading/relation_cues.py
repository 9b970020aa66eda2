"""The words that tell how a decision relates to the meeting it names, in both languages.

Each cue is looked for in the sentence before the meeting's name, so that its pattern ends there. Of
several that fit, the first in the table counts: "postponed the item, as decided" postpones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lanzadash.records import Relation

# At most so many characters stand between a cue and the meeting that it is about.
_FAR = r".{0,240}"
# "its 34th meeting", "the Committee's 34th meeting", "la 34e réunion"
_ITS = r"(?:the|its|their|our|la|sa|leur|notre)"
_AT = (
    r"(?:(?:already )?(?:at|during|on|from|by|of|in|in the course of)"
    r"|lors de|à|pendant|durant|au cours de|par|de)"
)
_DECISION = r"(?:decisions?|décisions?|list of decisions|liste des? décisions|paragraph\w*|points?)"
_AGREED = (
    r"(?:decided|agreed|announced|foreseen|planned|envisaged|concluded|proposed|set out|outlined|"
    r"requested|instructed|mandated|discussed|indicated|"
    r"décidée?s?|convenue?s?|annoncée?s?|prévue?s?|envisagée?s?|arrêtée?s?|proposée?s?|"
    r"demandée?s?|chargée?s?|indiquée?s?|évoquée?s?)"
)
_DONE = (
    r"(?:received|submitted|delivered|provided|presented|completed|finali[sz]ed|issued|published|"
    r"prepared|drawn up|handed in|transmitted|"
    r"reçue?s?|soumise?s?|transmise?s?|présentée?s?|fournie?s?|achevée?s?|finalisée?s?|publiée?s?|"
    r"préparée?s?|établie?s?|élaborée?s?|remise?s?|communiquée?s?)"
)
_ASKED = (
    r"(?:requested|asked for|called for|commissioned|ordered|instructed|sought|"
    r"demandée?s?|sollicitée?s?|commandée?s?|requise?s?)"
)
_STILL_TO_COME = (
    r"(?:not|no|nor|never|shall|should|must|will|would|could|may|can|to be|yet|pas|non|aucune?|"
    r"devr\w+|doi\w+|pourr\w+|peu\w+|ser(?:a|ont)|être|à)"
)
_CONSIDER = (
    r"(?:(?:re-?)?consider\w*|(?:re-?)?examin\w*|discuss\w*|adopt\w*|review\w*|revisit\w*|return\w*|"
    r"(?:come|came|comes|go|goes|went) back|pursu\w*|continu\w*|resum\w*|present\w*|address\w*|"
    r"finali[sz]\w*|take stock|takes? up|exchange\w*|assess\w*|evaluat\w*|inform\w*|report back|"
    r"approv\w*|(?:have a )?look\w*|debat\w*|elect\w*|conclu\w*|hear\w*|deal\w*|decid\w*|place\w*|"
    r"put\w*|includ\w*|submit\w*|schedul\w*|read\w*|hold\w*|agree upon|"
    r"étudi\w*|abord\w*|débatt\w*|repren\w*|reveni\w*|revien\w*|poursui\w*|trait\w*|inscri\w*|"
    r"soumi\w*|soumett\w*|évalu\w*|statu\w*|éli\w*|entend\w*|faire le point|lectur\w*|"
    r"prév\w*|tenir|tien\w*|organis\w*|appro\w*|consacr\w*)"
)


@dataclass(frozen=True)
class RelationCue:
    """Words that give a relation. ``name`` is ours, and may stand where the words may not.

    ``ahead`` tells cues that point at a meeting to come from those that look back.
    """

    name: str
    relation: Relation
    ahead: bool
    pattern: re.Pattern[str]


def _cue(
    name: str, relation: Relation, pattern: str, way: Literal["ahead", "back"] = "back"
) -> RelationCue:
    compiled = re.compile(rf"{pattern}\s?$", re.IGNORECASE | re.DOTALL)
    return RelationCue(name, relation, way == "ahead", compiled)


CUES: tuple[RelationCue, ...] = (
    # "replaces decision 4 of its", "en remplacement de la décision prise lors de sa"
    _cue(
        "replaces_decision",
        "supersedes",
        rf"\b(?:replac\w+|supersed\w+|revok\w+|rescind\w+|repeal\w+|annul\w*|cancel\w*|overturn\w*|"
        rf"in (?:place|lieu) of|instead of|remplac\w+|abrog\w+|révoqu\w+|"
        rf"en lieu et place d\w+|au lieu d\w+) .{{0,60}}?\b{_DECISION}\b{_FAR}",
    ),
    # "amends its decision taken at its", "modifie le paragraphe 12 de la liste de sa"
    _cue(
        "amends_decision",
        "amends",
        rf"\b(?:amend(?:s|ed|ing)?|modif\w+|correct(?:s|ed|ing)?|adjust(?:s|ed|ing)?|"
        rf"alter(?:s|ed|ing)?|revis(?:es|ed|ing)|rectifi\w+|corrig\w+|amend(?:e|é|er|ant)|"
        rf"révis(?:e|é|er|ant)|ajust\w+) (?:\w+ ){{0,3}}?{_DECISION}\b{_FAR}",
    ),
    # "examined the information received, as requested at its", "le tableau demandé lors de sa"
    _cue(
        "done_as_requested",
        "fulfils",
        rf"\b{_DONE}\b{_FAR}\b{_ASKED}\b.{{0,80}}",
    ),
    # "in response to the request made during its", "en réponse à la demande formulée lors de sa"
    _cue(
        "in_response",
        "fulfils",
        r"\b(?:in (?:response|reply|answer) to|in fulfil\w+ of|en réponse (?:à|au|aux)|"
        r"pour répondre (?:à|au|aux)) .{0,60}?\b(?:requests?|calls?|invitations?|instructions?|"
        rf"mandates?|questions?|demandes?|appels?|mandats?)\b{_FAR}",
    ),
    # "as decided during its", "comme convenu lors de sa", "ainsi qu'il en avait été décidé à sa"
    _cue(
        "as_decided",
        "follows_up",
        rf"\b(?:as|comme|ainsi qu'?\w+|tel\w* que)\b.{{0,40}}?\b{_AGREED}\b.{{0,60}}",
    ),
    # "further to the decision taken at its", "à la suite des échanges tenus lors de sa"
    _cue(
        "further_to",
        "follows_up",
        r"\b(?:further to|follow(?:ing|s)(?: up)?(?: on| to)?|(?:as a |in )?follow-? ?up to|"
        r"pursuant to|in (?:line|accordance|conformity|keeping) with|on the basis of|"
        r"in (?:the )?light of|building on|in application of|giv\w+ effect to|implement\w*|"
        r"confirm\w*|reaffirm\w*|reiterat\w*|maintain\w*|"
        r"(?:à la )?suite(?: donnée)? (?:à|au|aux|de|des)|(?:faisant|donnant|donner) suite|"
        r"suites données|dans le prolongement d\w*|conformément|en application d\w*|"
        r"en exécution d\w*|sur la base d\w*|à la lumière d\w*|compte tenu d\w*|"
        r"mettre en œuvre|mise en œuvre d\w*|confirme\w*|réitère\w*|réaffirme\w*|maint\w+)\b"
        r".{0,100}?\b(?:decisions?|agreements?|conclusions?|discussions?|exchanges?|instructions?|"
        r"requests?|mandates?|debates?|reading|décisions?|accord|échanges?|débats?|demandes?|"
        rf"mandats?|lecture)\b{_FAR}",
    ),
    # "the reading begun at its", "l'examen entamé lors de sa"
    _cue(
        "started_at",
        "follows_up",
        rf"\b(?:begun|began|started|initiated|opened|commenced|launched|entam\w+|commenc\w+|"
        rf"engag\w+|lanc\w+|amorc\w+|ouvert\w*) (?:\w+ ){{0,2}}?{_AT}",
    ),
    # "decided to postpone the item to its", "reporte l'examen du projet à sa"
    _cue(
        "postponed_to",
        "postpones",
        rf"\b(?:postpon|defer|adjourn|hold over|held over|carr(?:y|ied|ies) (?:over|forward)|"
        rf"put(?:ting)? off|mov(?:e|ed|ing)|"
        rf"report(?:e|é|ée|és|ées|er|ent|ant)\b|ajourn|repouss|différ|renvo|remet|remis)\w*"
        rf"{_FAR}\b(?:to|until|till|à|jusqu'à|au) {_ITS}",
        "ahead",
    ),
    # "will be considered at its", "figurera à l'ordre du jour de sa"
    _cue(
        "to_be_considered",
        "considered_at",
        rf"\b(?:{_CONSIDER}|on the agenda|à l'ordre du jour)\b{_FAR}"
        rf"(?:\b(?:at|during|in the course of|on the agenda of|in the agenda of|to|for|"
        rf"lors de|pendant|durant|au cours de|à l'ordre du jour de|pour|à) {_ITS})",
        "ahead",
    ),
)

POSSESSIVE = re.compile(rf"\b{_ITS}\s?$", re.IGNORECASE)
"""What may stand between a cue that looks back and the meeting: "its"."""

UNDONE = re.compile(rf"\b{_STILL_TO_COME} (?:\w+ ){{0,3}}?{_DONE}\b", re.IGNORECASE)
"""What is asked for again has not come: "to be submitted, as requested during its"."""

WILL_CONSIDER = re.compile(
    rf"[^.;]{{0,80}}?\b(?:will|shall|should|would|is to|devra|va|pourra)\b (?:\w+ ){{0,3}}?"
    rf"{_CONSIDER}\b"
    r"|[^.;]{0,60}?\b(?:in view of|with a view to|for|en vue de) (?:its|their|the|son|leur|l')? ?"
    r"(?:\w+ )?(?:adoption|examination|consideration|discussion|approval|examen|approbation)\b",
    re.IGNORECASE,
)
"""Behind the name of a meeting to come: "its 36th meeting, which will examine the draft"."""
