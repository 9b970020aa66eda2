"""Colours, symbols and fonts of every figure, in one place.

The fills are neutral: no status is red or green, none ranks. They were chosen to differ in
lightness, so that they survive colour blindness, a projector and grey print; a symbol goes with
each wherever one is drawn, that of ``data/reference/statuses.csv``.
"""

from __future__ import annotations

FONT = "Source Sans, Source Sans Pro, sans-serif"
INK = "#1b2430"
PAPER = "#ffffff"
QUIET = "#4a5663"
ELSEWHERE = "#ffffff"
BORDER = "#8b97a3"
MEETING = "#1f5673"
ANNOUNCED = "#7a9bb0"
DEADLINE = "#b0651b"
ROUND = "#8f9bb3"
MARKER = "#6b4c9a"

STATUS = {
    "covered": ("#1f5673", PAPER),
    "asked": ("#7fb0c9", INK),
    "in_force": ("#1f5673", PAPER),
    "ratified": ("#7fb0c9", INK),
    "signed": ("#b5cbd6", INK),
    "not_yet": ("#e9e9e4", INK),
    "assessed": ("#4d6fa3", PAPER),
    "addressed": ("#c9a15a", INK),
    "information_requested": ("#b9c9e4", INK),
    "draft_compliance_report_examined": ("#7592c4", INK),
    "compliance_report_adopted": ("#33508a", PAPER),
    "in_compliance": ("#2f6f73", PAPER),
    "not_in_compliance": ("#d9a441", INK),
    "not_assessed": ("#ffffff", INK),
    "not_on_file": ("#e9e9e4", INK),
}
"""Status to (fill, ink on it). Every pair has a contrast of at least 4.5."""

UNKNOWN = ("#ffffff", INK)
"""For a status that is not in :data:`STATUS`."""


def css() -> str:
    """The fills as classes ``status-<key>`` for tiles and legends."""
    return "\n".join(
        f".stHtml .status-{key} {{ background: {fill}; color: {ink}; }}"
        for key, (fill, ink) in STATUS.items()
    )
