"""How hosts are asked: where to, how often, how long."""

from __future__ import annotations

import socket

import pytest

from lanzadash import __version__
from lanzadash.fetching import FetchError, Hosts, Index, Manners, Target, fetch
from tests.fetching.conftest import TODAY, host_row
from tests.fetching.local_server import Answer, Stored, redirect

BUSY = "Tue, 06 May 2031 10:00:00 GMT"


def later(status, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, b"later", {"Content-Type": "text/plain", **named})


def test_it_says_who_it_is(run, server):
    run(server.says("/a", Answer()))
    assert {headers["User-Agent"] for _, headers in server.asked} == {f"lanzadash/{__version__}"}


# --- again ----------------------------------------------------------------------------------------

AGAIN = [
    ([later(500)], [1], "a fault of the host"),
    ([later(502), later(504)], [1, 2], "twice as long each time"),
    ([later(503, Retry_After="7")], [7], "as long as it asks for"),
    ([later(429, Retry_After="0")], [1], "never at once"),
    ([later(429, Retry_After="soon")], [1], "not a number and not a date"),
    ([later(503, Retry_After="Tue, 06 May 2031 10:00:09 GMT", Date=BUSY)], [9], "by its own clock"),
    ([Answer(200, cut=5)], [1], "the connection breaks"),
]


@pytest.mark.parametrize(("answers", "waits", "why"), AGAIN)
def test_what_may_pass_is_tried_again(run, server, time, answers, waits, why):
    [outcome] = run(server.says("/a", *answers, Answer()))
    assert (outcome.state, time.slept) == ("new", waits), why


def test_jitter_spreads_the_waits():
    waits = [Manners(jitter=lambda jitter=jitter: jitter).wait(3) for jitter in (0, 0.5, 1)]
    assert waits == [3, 4, 5]


def test_there_is_an_end_to_it(run, server, time):
    [outcome] = run(server.says("/a", later(500)))
    assert (outcome.state, len(server.paths), time.slept) == ("failed", 5, [1, 2, 4, 8])
    assert outcome.reason == (
        "127.0.0.1 answers 500 Internal Server Error (5 tries). Run fetch again later."
    )


def test_a_document_that_fails_costs_the_others_nothing(run, server):
    bad, good = server.says("/a", later(500)), server.says("/b", Answer())
    assert [outcome.state for outcome in run(bad, good)] == ["failed", "new"]


def test_a_host_that_wants_to_be_left_alone_is(run, server, time):
    first = server.says("/a", later(429, Retry_After="3600"))
    outcomes = run(first, server.says("/b", Answer()))
    assert [outcome.state for outcome in outcomes] == ["failed", "failed"]
    assert "wants a pause of 3,600 s" in outcomes[1].reason
    assert (server.paths, time.slept) == (["/a"], [])


def test_a_host_that_cannot_be_reached_is_tried_for_one_document_only(run, rows, time):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{closed.getsockname()[1]}"
    rows.append(host_row(host))
    outcomes = run(f"http://{host}/a", f"http://{host}/b")
    assert [outcome.state for outcome in outcomes] == ["failed", "failed"]
    assert "cannot be reached" in outcomes[1].reason
    assert len(time.slept) == 4


def test_a_host_that_says_nothing(run, server):
    [outcome] = run(server.says("/a", Answer(delay=0.5), Answer()), timeout=0.1)
    assert outcome.state == "new"
    assert len(server.paths) == 2
    [outcome] = run(server.says("/b", Answer(delay=0.3)), timeout=0.1, tries=2)
    assert "says nothing for 0.1 s (2 tries)" in outcome.reason


def test_a_slow_host_is_waited_for_but_not_for_ever(run, server, time, folder):
    address = server.says("/a", Stored(drip=0.02))
    assert run(address)[0].state == "new"

    def tick(name, here, of):
        time.now += 500

    address = server.says("/b", Stored(drip=0.02), Stored())
    [outcome] = run(address, told=tick)
    assert (outcome.state, "Run fetch again to go on there" in outcome.reason) == ("failed", True)
    assert run(address)[0].state == "new"
    assert "Range" in server.visits[-1][1]


# --- slowly ---------------------------------------------------------------------------------------


def test_each_host_has_its_pause(run, server, make_server, rows, time):
    other = make_server()
    rows[:] = [host_row(server.host, pause=1), host_row(other.host, pause=3)]
    a, b = (server.says(path, Answer()) for path in ("/a", "/b"))
    c = other.says("/c", Answer())
    run(a, c, b)
    # robots.txt and /a, robots.txt and /c; by then /b need not wait
    assert time.slept == [1, 3]


def test_robots_may_ask_for_a_longer_pause(run, server, time):
    server.says("/robots.txt", Answer(200, b"User-agent: *\nCrawl-delay: 10"))
    run(server.says("/a", Answer()), server.says("/b", Answer()))
    assert time.slept == [10, 10]


# --- what robots.txt allows -----------------------------------------------------------------------

ROBOTS = [
    (b"User-agent: *\nDisallow: /", "/a", "skipped"),
    (b"User-agent: *\nDisallow: /private", "/a", "new"),
    (b"User-agent: *\nDisallow: /\nAllow: /a", "/a", "new"),
    (b"User-agent: *\nDisallow: /*?redirect=", "/a?redirect=b", "skipped"),
    (b"User-agent: lanzadash\nDisallow: /a\n\nUser-agent: *\nAllow: /", "/a", "skipped"),
    (b"User-agent: other\nDisallow: /", "/a", "new"),
    (b"\xff\xfe no rules at all", "/a", "new"),
    (b"User-agent: *\nAllow: /\n" + b"#" * 600_000 + b"\nDisallow: /a", "/a", "new"),
]


@pytest.mark.parametrize(("rules", "path", "state"), ROBOTS)
def test_robots_are_respected(run, server, rules, path, state):
    server.says("/robots.txt", Answer(200, rules, {"Content-Type": "text/plain"}))
    address = server.says(path, Answer())
    [outcome, _] = run(address, address)
    assert outcome.state == state
    assert bool(server.paths) == (state == "new")
    assert [path for path, _ in server.asked].count("/robots.txt") == 1, "asked for once"


def test_no_robots_file_allows_everything(run, server):
    for status in (404, 403):
        server.says("/robots.txt", Answer(status, b"none"))
        assert run(server.says(f"/{status}", Answer()))[0].state == "new"


def test_rules_that_cannot_be_had_allow_nothing(run, server, time):
    server.says("/robots.txt", later(500))
    outcomes = run(server.says("/a", Answer()), server.says("/b", Answer()))
    assert [outcome.state for outcome in outcomes] == ["failed", "failed"]
    assert "no robots.txt could be had" in outcomes[1].reason
    assert (server.paths, len(time.slept)) == ([], 4)


def test_what_a_redirect_leads_to_needs_permission_too(run, server):
    server.says("/robots.txt", Answer(200, b"User-agent: *\nDisallow: /b"))
    server.says("/b", Answer())
    assert run(server.says("/a", redirect("/b")))[0].state == "skipped"
    assert server.paths == ["/a"]


# --- where to -------------------------------------------------------------------------------------


def test_a_redirect_to_an_allowed_host_is_followed(run, server, make_server, rows, folder):
    other = make_server()
    rows.append(host_row(other.host))
    end = other.says("/c", Stored())
    server.says("/b", redirect(end, 301))
    start = server.says("/a", redirect("b", 307))
    assert run(start)[0].state == "new"
    assert Index.load(folder).row(start).final_address == end
    assert run(start)[0].state == "unchanged"


def test_a_promise_holds_through_a_redirect(run, server):
    server.says("/error", Answer())
    [outcome] = run(server.says("/list.pdf", redirect("/error")))
    assert (outcome.state, "expected PDF, found text/html" in outcome.reason) == ("refused", True)


def test_a_redirect_elsewhere_is_not(run, server, make_server):
    other = make_server()
    [outcome] = run(server.says("/a", redirect(other.says("/b", Answer()))))
    assert (outcome.state, other.asked) == ("refused", [])
    assert "leads to 127.0.0.1, which reference/hosts.csv does not name" in outcome.reason


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://127.0.0.1/a"])
def test_nor_is_one_to_something_that_is_no_web_address(run, server, address):
    assert run(server.says("/a", redirect(address)), tries=1)[0].state in ("refused", "failed")


def test_redirects_in_a_circle_end(run, server):
    server.says("/b", redirect("/a"))
    [outcome] = run(server.says("/a", redirect("/b")))
    assert (outcome.state, len(server.paths)) == ("refused", 6)
    assert "more than 5 times" in outcome.reason


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_what_only_this_network_can_reach_is_not_asked_for(run, server, rows, name):
    host = f"{name}:{server.server_port}"
    rows[:] = [host_row(host, private=False)]
    [outcome] = run(f"http://{host}/a")
    assert (outcome.state, server.asked) == ("refused", [])
    assert "not a public address" in outcome.reason


def test_one_fetch_at_a_time_in_a_folder(server, folder):
    address = server.says("/a", Answer())
    hosts = Hosts({server.host: host_row(server.host)})
    wanted = [Target(address, ("a",))]
    first = fetch(wanted, Index(folder), hosts, today=TODAY)
    next(first)
    with pytest.raises(FetchError, match="Another fetch is writing"):
        next(fetch(wanted, Index(folder), hosts, today=TODAY))
    first.close()
    assert next(fetch(wanted, Index(folder), hosts, today=TODAY))
