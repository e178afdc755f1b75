"""With CACHE_URL, pages and their version are in Redis, which machines share."""

import time
from contextlib import ExitStack

import pytest
import redis

from tests import redis_server
from tests.faq_pages.page_cache.servers import RENAME, manage, serving
from tests.ports import free_port


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def shared(site, port, rendered):
    # The first view of a site makes rows of settings, which is a change.
    with serving(site) as server:
        server.get("/faqs/")
    rendered()
    # Valkey's scheme: it speaks as Redis does.
    return {**site, "CACHE_URL": f"valkey://127.0.0.1:{port}/1"}


def test_a_page_is_made_once_for_all_and_anew_after_a_change(shared, port, knees, rendered):
    with redis_server.running(port), serving(shared, "--workers", "2") as server:
        before = [server.get(knees).body for _ in range(12)]
        assert len(set(before)) == 1
        assert rendered() == [knees]
        manage(shared, *RENAME)
        after = [server.get(knees).body for _ in range(12)]
        assert b"<title>Hi" in after[0]
        assert len(set(after)) == 1
        assert rendered() == [knees]


def test_another_release_does_not_show_pages_of_the_last(shared, port, knees, rendered):
    # A page is that of a port, too.
    same_port = free_port()
    with redis_server.running(port):
        with serving(shared, port=same_port) as server:
            server.get(knees)
        assert rendered() == [knees]
        with serving(shared, port=same_port) as same:
            same.get(knees)
        assert rendered() == []
        with serving({**shared, "INDEXABLE": "false"}, port=same_port) as another:
            assert another.get(knees).headers["x-robots-tag"] == "noindex"
        assert rendered() == [knees]


@pytest.mark.parametrize("how", ["gone", "hanging"])
def test_without_an_answer_of_redis_pages_are_made_as_if_there_were_no_cache(
    shared, port, knees, rendered, how
):
    with redis_server.running(port) as process, serving(shared) as server:
        server.get(knees)
        assert rendered() == [knees]
        if how == "gone":
            process.terminate()
            process.wait()
        else:
            process.send_signal(19)  # SIGSTOP: it accepts connections and says nothing
        try:
            for _ in range(2):
                assert server.get(knees).status == 200
        finally:
            process.send_signal(18)
        assert rendered() == [knees, knees]
        assert server.get("/robots.txt").status == 200


@pytest.mark.parametrize("who", ["redis", "both"])
def test_after_a_crash_the_pages_of_a_snapshot_are_not_shown(shared, port, knees, tmp_path, who):
    site_port = free_port()
    with ExitStack() as running:
        with redis_server.running(port, tmp_path) as process:
            server = running.enter_context(serving(shared, port=site_port))
            assert b"<title>Knees" in server.get(knees).body
            redis.Redis(port=port).save()
            manage(shared, *RENAME)
            assert b"<title>Hi" in server.get(knees).body
            process.kill()
        if who == "both":
            running.close()
            server = running.enter_context(serving(shared, port=site_port))
        running.enter_context(redis_server.running(port, tmp_path))
        assert redis.Redis(port=port, db=1).exists(":1:faq_pages.content_version")
        time.sleep(1)  # so often it is asked whether it is another
        assert b"<title>Hi" in server.get(knees).body


def test_a_full_redis_still_hears_of_a_change(shared, port, knees):
    with redis_server.running(port), serving(shared) as server:
        assert b"<title>Knees" in server.get(knees).body
        redis.Redis(port=port).config_set("maxmemory", 1)
        manage(shared, *RENAME)
        for _ in range(2):
            assert b"<title>Hi" in server.get(knees).body
