"""A process beside the servers that edits the site: `python -m tests.faq_pages.page_cache.editor`.

It reads one line of JSON for each edit and answers with the addresses that there are then.
"""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from tests.faq_pages.page_cache import servers


class Editor:
    """The process, as the test speaks with it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def begin(self, name: str) -> list[str]:
        """Make the site anew; return its addresses."""
        return self._ask({"begin": name})

    def edit(self, kind: str, which: int, word: str) -> list[str]:
        """Make an edit of that kind; return the addresses that there are now."""
        return self._ask({"kind": kind, "which": which, "word": word})

    def _ask(self, asked: Mapping[str, Any]) -> list[str]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, f"{asked} failed: see what the editor's process said above."
        return list(json.loads(answer))


@contextlib.contextmanager
def editing(environment: Mapping[str, str]) -> Iterator[Editor]:
    process = subprocess.Popen(
        [sys.executable, "-m", __name__],
        env=environment,
        cwd=servers.ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield Editor(process)
        assert process.stdin
        process.stdin.close()


def main() -> None:
    import django

    django.setup()
    from faq_pages.models import FAQPage
    from tests.faq_pages.page_cache import edits

    for line in sys.stdin:
        asked = json.loads(line)
        # What commands print is no answer.
        with contextlib.redirect_stdout(sys.stderr):
            if name := asked.get("begin"):
                edits.begin(name)
            else:
                pages = list(FAQPage.objects.filter(alias_of=None).order_by("-live", "pk"))
                page = pages[asked["which"] % len(pages)]
                edits.EDITS[asked["kind"]](page, asked["word"])
            found = edits.addresses()
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
