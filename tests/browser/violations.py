"""What a browser complains about: all that a policy of the site would have stopped."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, ConsoleMessage

# Runs in every document and frame before its own scripts, whatever the policy says.
LISTEN = """document.addEventListener('securitypolicyviolation', (event) => console.error(
  `violation of ${event.effectiveDirective} on ${event.documentURI}: `
  + `${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`))"""

TOLD = ("violation of ", "Content Security Policy", "Permissions-Policy", "Refused to", "X-Frame")


@contextmanager
def none_expected(context: BrowserContext) -> Iterator[list[str]]:
    """Fail at the end if any page of `context` has broken a policy on the way."""
    found: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if any(words in message.text for words in TOLD):
            found.append(message.text)

    context.add_init_script(LISTEN)
    context.on("console", note)
    yield found
    # Named here, for the tests that expect one.
    assert found == [], "\n".join(found)
