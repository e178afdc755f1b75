"""What a person does in Wagtail's editor, in the words of a person."""

from collections.abc import Callable

from django.contrib.auth.models import User
from django.core.exceptions import ObjectDoesNotExist
from playwright.sync_api import Locator, Page, expect
from wagtail.models import Site

# Wagtail looks for unsaved changes only two seconds after the form has loaded.
UNTIL_WAGTAIL_LOOKS = 2_500

# Milliseconds.
PATIENCE = 20_000
STEP = 200
UNTIL_SETTLED = 1_000


class Editor:
    """Somebody at the admin's screens, with `clicks` counted."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        self.root = site.root_url
        self.clicks = 0

    def sign_in(self, username: str, password: str) -> None:
        self.page.context.clear_cookies()
        self.go("/admin/login/")
        self.page.get_by_label("Username").fill(username)
        self.page.get_by_label("Password").fill(password)
        self.click(self.page.get_by_role("button", name="Sign in"))
        self.page.wait_for_url("**/admin/")

    def go(self, path: str) -> None:
        self.page.goto(f"{self.root}{path}")

    def click(self, where: Locator) -> None:
        self.clicks += 1
        where.click()

    def open_new_page(self, index_id: int) -> None:
        self.go(f"/admin/pages/add/faq_pages/faqpage/{index_id}/")
        self.page.wait_for_timeout(UNTIL_WAGTAIL_LOOKS)

    def open_page(self, page_id: int) -> None:
        self.go(f"/admin/pages/{page_id}/edit/")
        self.page.wait_for_timeout(UNTIL_WAGTAIL_LOOKS)

    def title(self, words: str) -> None:
        self.page.get_by_role("textbox", name="Title").first.fill(words)

    def blocks(self, type_: str) -> Locator:
        """The blocks of a type that stand in the body, top to bottom."""
        return self.page.locator(
            "[data-streamfield-stream-container] > [data-streamfield-child]:not([aria-hidden])"
            f":has(> input[name^='body-'][name$='-type'][value='{type_}'])"
        )

    def question_field(self, number: int) -> Locator:
        return self.blocks("question").nth(number).locator("[data-contentpath=question] input")

    def type_question(self, number: int, words: str, delay: int = 0) -> None:
        field = self.question_field(number)
        field.fill("")
        field.press_sequentially(words, delay=delay)

    def type_answer(self, number: int, words: str) -> None:
        answer = self.blocks("question").nth(number).locator("[data-contentpath=answer]")
        answer.locator("[contenteditable=true]").click()
        self.page.keyboard.type(words)

    def autosaves(self, find: Callable[[], object], expected: object) -> None:
        """Wait until autosave has brought `find()` to `expected`, as long as a person would."""
        for _ in range(PATIENCE // STEP):
            try:
                found = find()
            except ObjectDoesNotExist:
                found = None
            if found == expected:
                # Wagtail takes what is typed before its answer is in for saved.
                self.page.wait_for_timeout(UNTIL_SETTLED)
                return
            self.page.wait_for_timeout(STEP)
        raise AssertionError(f"After {PATIENCE} ms it is {found}, not {expected}.")

    def publish(self) -> None:
        self.from_menu("Publish")
        expect(self.page.get_by_text("published.")).to_be_visible()

    def from_menu(self, action: str) -> None:
        """Choose `action` from the menu beside "Save draft"."""
        self.click(self.page.get_by_role("button", name="More actions"))
        self.click(self.page.get_by_role("button", name=action, exact=True))

    def answer_with(self, phrase: str) -> Locator:
        """The open editor of the answer that holds `phrase`."""
        question = self.blocks("question").filter(has_text=phrase).first
        answer = question.locator("[data-contentpath=answer] [contenteditable=true]")
        if not answer.is_visible():
            self.click(question.locator("[data-panel-toggle]").first)
        answer.scroll_into_view_if_needed()
        return answer

    def choose_page(self, title: str) -> None:
        """Find a page in Wagtail's chooser and take it."""
        modal = self.page.locator(".modal-content")
        modal.get_by_role("textbox", name="Search term").fill(title)
        self.click(modal.get_by_role("link", name=title, exact=True).first)
        expect(modal).to_have_count(0)


def superuser() -> tuple[str, str]:
    User.objects.create_superuser("admin", "admin@example.org", "a good password")
    return "admin", "a good password"
