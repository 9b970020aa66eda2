"""Meetings of the committee, and of nobody else."""

from __future__ import annotations

import pytest

from lanzadash.reading.meetings import find_meetings, find_mode

NAMES = ("Lanzarote Committee", "Comité de Lanzarote", "Committee of the Parties")

# number and dates of each, then the sentence
FOUND = """
36 2022-02-22 2022-02-25 | during its 36th meeting (22-25 February 2022)
44 2031-05-06 2031-05-09 | its 44th meeting (6-9 May 2031, see list of decisions paras 2-4)
36 2022-02-22 2022-02-25 | sa 36e réunion (22-25 février 2022)
36 2022-02-22 2022-02-25 | lors de sa 36ᵉ réunion, du 22 au 25 février 2022
36 2022-03-07 2022-03-10 | the 36th meeting of the Lanzarote Committee (7-10 March 2022)
36 2022-03-07 2022-03-10 | the 36th meeting (Strasbourg, 7-10 March 2022)
37 2022-06-14 2022-06-16 | its 37th meeting to be held remotely on 14-16 June 2022
37 2022-06-14 2022-06-16 | its 37th meeting, scheduled to take place in Rome on 14-16 June 2022
36 2022-03-07 2022-03-10 | its 36th meeting (22-25 February 2022) is rescheduled to 7-10 March 2022
36 2022-03-07 2022-03-10 | to postpone its 36th meeting from 22-25 February 2022 to 7-10 March 2022
41 2024-02-13 2024-02-15 | its 41st meeting, initially planned for 6-8 February 2024, will be \
held on 13-15 February 2024
- 2022-02-22 2022-02-25 | its next meeting (22-25 February 2022)
43 2024-10-08 2024-10-11 | to meet again on 8-11 October 2024 (43rd meeting)
43 2024-10-08 2024-10-11 | se réunir à Rome du 8 au 11 octobre 2024 (43e réunion)
43 - - | a report of 10 October 2024 (see the 43rd meeting, item 2)
36 - - | the 36th meeting of the Committee
36 - -; 37 - - | its 36th and 37th meetings
36 - - | to read chapter II at its 36th meeting
35 - - | the thirty-fifth meeting
35 - - | la trente-cinquième réunion
36 - - | at its 36th meeting the Committee adopted on 10 March 2022 a text
36 - - | the 36th meeting and the report of 10 March 2022
36 - - | la 36e réunion du Comité de Lanzarote
 | its next meeting
 | the 4th meeting of the CDENF (5-6 May 2022)
 | the CDENF at its 4th meeting (5-6 May 2022)
 | la 2e réunion du Groupe de travail
 | the Bureau’s 12th meeting
 | the 1363rd meeting of the Ministers’ Deputies
 | the 3rd meeting of the Committee of Experts
 | the 15th anniversary and the 3rd monitoring round
"""

MODES = """
remote | 35th meeting (remote)
remote | held its 35th meeting remotely
remote | Virtual meeting
remote | Lieu : plateforme KUDO
remote | 31e réunion (à distance)
remote | par visioconférence
hybrid | 40th meeting (hybrid)
hybrid | in person and online
hybrid | réunion hybride
in_person | in-person meeting
in_person | réunion en présentiel
None | held in Strasbourg
"""


@pytest.mark.parametrize("row", FOUND.strip("\n").splitlines())
def test_meetings_in_their_sentence(row: str) -> None:
    expected, text = row.split(" | ")
    found = [
        f"{'-' if span.number is None else span.number} {span.first or '-'} {span.last or '-'}"
        for span in find_meetings(text, NAMES)
    ]
    assert "; ".join(found) == expected.strip()


@pytest.mark.parametrize("row", MODES.strip().splitlines())
def test_how_a_meeting_was_held(row: str) -> None:
    expected, text = row.split(" | ")
    assert str(find_mode(text)) == expected
