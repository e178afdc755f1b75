"""The demo site at a test's address, and its people at the door."""

from django.core.management import call_command
from wagtail.models import Site

from demo import accounts, passwords
from tests.browser.editor import Editor


def load_demo_at(site: Site) -> None:
    call_command("load_demo", verbosity=0)
    # The demo sets the address that `make run` serves.
    Site.objects.filter(pk=site.pk).update(hostname=site.hostname, port=site.port)


def credentials(group: str) -> tuple[str, str]:
    account = next(account for account in accounts.ACCOUNTS if account.group == group)
    return account.username, passwords.read()[account.username]


def sign_in(editor: Editor, group: str) -> None:
    editor.sign_in(*credentials(group))


def copy(editor: Editor, text: str, html: str = "") -> None:
    """Put a document on the clipboard as the program does that it was written in.

    `navigator.clipboard.write` would not: it cleans HTML, and Word's lists are gone.
    """
    editor.page.evaluate(COPY, {"text/plain": text, "text/html": html})
    editor.page.keyboard.press("Control+C")


COPY = """types => document.addEventListener('copy', (event) => {
  for (const [type, words] of Object.entries(types)) {
    if (words) event.clipboardData.setData(type, words);
  }
  event.preventDefault();
}, {once: true})"""
