"""However many ask for a page that nobody has made yet, each process makes it once."""

import asyncio
import resource
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.faq_pages.page_cache.servers import HOST, Server, serving

VISITORS = 1_000


def test_a_thousand_visitors_at_once_have_a_cold_page_made_twice_at_most(site, knees, rendered):
    # Each takes long enough for all to have come before the first is answered.
    slow = {**site, "SECONDS_A_PAGE": "1"}
    with serving(slow, "--workers", "2", "--threads", "8") as server:
        # On a thread of its own: where browsers are tested, this one has a loop already.
        with ThreadPoolExecutor(1) as threads:
            statuses = threads.submit(asyncio.run, all_at_once(server, knees)).result()
        assert statuses == Counter({b"200": VISITORS})
        assert 1 <= rendered().count(knees) <= 2


async def all_at_once(server: Server, path: str) -> "Counter[bytes]":
    """Return how often each status was answered."""
    with_room_for(VISITORS + 200)
    connections = await asyncio.gather(
        *(asyncio.open_connection("127.0.0.1", server.port) for _ in range(VISITORS))
    )
    request = f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode()
    for _, writer in connections:
        writer.write(request)
    answers = await asyncio.gather(*(reader.read() for reader, _ in connections))
    for _, writer in connections:
        writer.close()
    return Counter(answer.split(b" ", 2)[1] for answer in answers)


def with_room_for(files: int) -> None:
    """Let this process open so many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < files:
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
