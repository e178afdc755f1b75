"""Where things stand: on small screens, in large type, from right to left, while it loads.

Long because each of these is asked of every template.
"""

from datetime import time
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from PIL import Image as PillowImage
from playwright.sync_api import Page, expect
from wagtail.images import get_image_model
from wagtail.models import Site

from faq_pages.blocks.materials import make_cover
from faq_pages.models import FAQSettings, Topic
from faq_pages.seo import SeoSettings
from tests.faq_pages import samples
from tests.home import pages

pytestmark = pytest.mark.browser

FAQ = "/faqs/steroid-injections/"
BROKEN = "/broken/"
TEMPLATES = ("/", "/pain/", "/contact/", "/faqs/", FAQ, "/search/?q=hurt", "/nowhere/", BROKEN)
WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
LONG_WORD = "Sternocleidomastoid-electroencephalographically-tested-hypogammaglobulinaemia"


def photograph() -> Any:
    buffer = BytesIO()
    PillowImage.new("RGB", (1600, 1200), "teal").save(buffer, "JPEG")
    file = ContentFile(buffer.getvalue(), name="hip.jpg")
    image = get_image_model().objects.create(title="A hip", file=file)
    make_cover(image)
    return image


@pytest.fixture
def clinic(live_site: Site, page: Page) -> str:
    """A site that has everything, long words too; its address."""
    image = photograph()
    home = pages.home_page(introduction="<p>Welcome to all.</p>", image=image)
    site = Site.objects.get(pk=live_site.pk)
    contact = pages.contact_page(home)
    FAQSettings.objects.update_or_create(
        site=site, defaults={"disclaimer": "Not advice.", "contact_page": contact}
    )
    SeoSettings.objects.create(
        site=site,
        struct_org_phone="+1 216 555 0100",
        struct_org_address_street="12 Test Street",
        struct_org_address_locality="Cleveland",
        struct_org_hours=[
            ("hours", {"days": WEEK, "start_time": time(8, 30), "end_time": time(17, 15)})
        ],
    )
    content = pages.content_page(
        home, "Pain", show_in_menus=True, image=image, body=[("text", "<h2>What</h2><p>Words.</p>")]
    )
    home.featured_pages.create(page=content)
    index = samples.index_page()
    index.show_in_menus = True
    index.save()
    faq = samples.faq_page(
        index,
        samples.tldr(),
        samples.callout(),
        *(samples.question(f"Question {number}?", "<p>Yes.</p>" * 12) for number in range(6)),
        samples.heading(f"After {LONG_WORD}"),
        samples.question(
            f"What about {LONG_WORD}?",
            '<p>Read <a href="https://example.org/">this</a>.</p>',
            parts=[samples.table(("Week 1", LONG_WORD)), samples.image(image.pk)],
        ),
        samples.sources("A guideline", LONG_WORD),
        samples.call(heading="Ready?", button="Book", url="https://example.org/"),
        cover_image=image,
        author=samples.person(),
    )
    faq.topics.add(Topic.objects.create(name="Hip pain", slug="hip-pain"))
    faq.related_pages.create(page=content)
    faq.save_revision().publish()
    # What shows when the site fails is a file without a site.
    page.route(
        f"**{BROKEN}",
        lambda route: route.fulfill(body=render_to_string("500.html"), content_type="text/html"),
    )
    return live_site.root_url


def sideways(page: Page) -> int:
    """How far the page scrolls sideways, in pixels."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def enlarge(page: Page) -> None:
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def test_nothing_scrolls_sideways_on_a_small_screen_nor_in_large_type(clinic: str, page: Page):
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        for path in TEMPLATES:
            page.goto(clinic + path)
            assert sideways(page) == 0, (path, width)
            enlarge(page)
            assert sideways(page) == 0, (path, width, "200%")


ENDLESS = "Pneumonoultramicroscopicsilicovolcanoconiosis"


@pytest.mark.parametrize("word", [ENDLESS, (ENDLESS * 4)[:180]])
def test_one_long_word_scrolls_nothing_sideways(live_site: Site, page: Page, word: str):
    """Wherever an editor may write it: in what folds, on buttons, chips and links."""
    SeoSettings.objects.create(site=live_site, struct_org_phone="+1 216 555 0100")
    index = samples.index_page()
    faq = samples.faq_page(
        index,
        samples.callout(),
        samples.question(f"{word}?", "<p>Yes.</p>"),
        samples.question(f"Is it {word}?", "<p>Yes.</p>"),
        samples.call(heading=word, button=word[:60], url="https://example.org/"),
        title=word,
        slug="word",
        collapses_answers=True,
    )
    faq.topics.add(Topic.objects.create(name=word[:120], slug="word"))
    faq.save_revision().publish()
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("/faqs/", "/faqs/?topic=word", "/faqs/word/", f"/search/?q={word}"):
        page.goto(live_site.root_url + path)
        assert sideways(page) == 0, path
        assert cut_words(page) == [], path
        enlarge(page)
        assert sideways(page) == 0, (path, "200%")
    page.goto(f"{live_site.root_url}/faqs/word/")
    assert page.locator(".faq-question-heading button").count() == 2
    page.locator(".faq-feedback").get_by_role("button", name="No", exact=True).click()
    page.wait_for_url("**/thanks/**")
    assert page.get_by_role("button", name=word).count() > 0
    assert sideways(page) == 0
    assert cut_words(page) == []


def cut_words(page: Page) -> list[str]:
    """What is pressed and stands out of the screen, or out of its own box."""
    return list(
        page.evaluate("""() => [...document.querySelectorAll('.faq a, .faq button, .faq-chip')]
            .filter((link) => link.checkVisibility())
            .filter((link) => link.scrollWidth > link.clientWidth + 1 && link.clientWidth
                || link.getBoundingClientRect().right > innerWidth)
            .map((link) => link.outerHTML.slice(0, 80))""")
    )


BAR = """(bar) => {
  const range = document.createRange();
  range.selectNodeContents(bar);
  const boxes = [...range.getClientRects(), bar.querySelector('svg').getBoundingClientRect()];
  return [
    Math.min(...boxes.map((box) => box.left)) >= 0,
    Math.max(...boxes.map((box) => box.right)) <= innerWidth,
    Math.max(...boxes.map((box) => box.bottom)) <= innerHeight,
    bar.getBoundingClientRect().height < innerHeight / 4,
  ];
}"""


@pytest.mark.parametrize("phone", ["+1 216 555 0100", "+44 (0)1632 960 0123 ext. 4567"])
def test_the_phone_bar_is_whole_in_large_type(clinic: str, page: Page, phone: str):
    SeoSettings.objects.update(struct_org_phone=phone)
    page.set_viewport_size({"width": 320, "height": 640})
    for path in (FAQ, "/contact/", "/nowhere/"):
        page.goto(clinic + path)
        bar = page.locator("a.site-call")
        assert bar.evaluate(BAR) == [True] * 4, path
        enlarge(page)
        assert bar.evaluate(BAR) == [True] * 4, (path, "200%")
        # The app's own bar, in the site's place.
        bar.evaluate("bar => { bar.className = 'faq-bar'; }")
        assert page.locator("a.faq-bar").evaluate(BAR) == [True] * 4, (path, "the app's")


def test_opening_hours_stand_in_large_type_too(clinic: str, page: Page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(clinic + "/contact/")
    # Side by side, as long as there is room.
    boxes = "row => [...row.cells].map((cell) => cell.getBoundingClientRect().top)"
    row = page.locator(".site-hours tr").first
    assert len(set(row.evaluate(boxes))) == 1
    enlarge(page)
    assert sideways(page) == 0
    panel = page.locator(".contact-panel", has=page.locator(".site-hours")).bounding_box()
    for cell in page.locator(".site-hours th, .site-hours td").all():
        box = cell.bounding_box()
        assert panel["x"] <= box["x"]
        assert box["x"] + box["width"] <= panel["x"] + panel["width"]
        assert cell.evaluate("cell => cell.scrollWidth <= cell.clientWidth + 1")


SMALL_TARGETS = """() => {
  const inSentence = (link) => {
    const around = link.closest('p, li, td, dd, figcaption');
    const style = getComputedStyle(link);
    return style.display === 'inline' && around
      && around.textContent.trim().length > link.textContent.trim().length;
  };
  const box = (link) => {
    // A card's link lies over all of it.
    const over = getComputedStyle(link, '::after').position === 'absolute';
    return (over ? link.offsetParent : link).getBoundingClientRect();
  };
  return [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden])')]
    .filter((link) => link.checkVisibility() && !link.matches('[class$=skip]'))
    .filter((link) => !inSentence(link) && box(link).height < 43.99)
    .map((link) => `${link.outerHTML.slice(0, 90)} ${box(link).height}`);
}"""


def test_what_is_pressed_is_large_enough_for_a_finger(clinic: str, page: Page):
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for path in TEMPLATES:
            page.goto(clinic + path)
            assert page.evaluate(SMALL_TARGETS) == [], (path, width)


def test_the_menu_of_a_phone_is_large_enough_too(clinic: str, page: Page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(clinic)
    page.locator("summary").click()
    assert page.evaluate(SMALL_TARGETS) == []
    assert sideways(page) == 0


def test_nothing_jumps_while_it_loads(clinic: str, page: Page):
    page.add_init_script("""
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shifts.push(entry.value);
        }).observe({type: 'layout-shift', buffered: true});
    """)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        for path in (FAQ, "/", "/faqs/", "/pain/"):
            page.goto(clinic + path, wait_until="networkidle")
            page.wait_for_timeout(150)
            assert page.evaluate("window.shifts") == [], (path, width)


def test_the_picture_at_the_top_is_cut_for_the_screen(clinic: str, page: Page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(clinic + FAQ, wait_until="networkidle")
    chosen = "image => [image.currentSrc.includes('fill-'), image.currentSrc.split('.').pop()]"
    picture = page.locator(".faq-cover img")
    assert picture.evaluate(chosen) == [True, "avif"]
    low = picture.bounding_box()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(clinic + FAQ, wait_until="networkidle")
    high = picture.bounding_box()
    assert low["width"] / low["height"] > 2 > high["width"] / high["height"]


def test_the_phone_number_is_in_reach_wherever_one_has_scrolled_to(clinic: str, page: Page):
    page.set_viewport_size({"width": 360, "height": 740})
    for path in (FAQ, "/", "/faqs/", "/nowhere/"):
        page.goto(clinic + path)
        number = page.locator("header a.site-call[href='tel:+12165550100']")
        for place in (0, 0.5, 1):
            page.evaluate(f"scrollTo(0, {place} * document.documentElement.scrollHeight)")
            expect(number).to_be_in_viewport(ratio=1)
            box = number.bounding_box()
            on_top = "([x, y]) => !!document.elementFromPoint(x, y).closest('a.site-call')"
            middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
            assert page.evaluate(on_top, middle), (path, place)


def test_nothing_at_the_end_hides_behind_the_phone_bar(clinic: str, page: Page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(clinic + FAQ)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    bar = page.locator("a.site-call").bounding_box()
    last = page.locator(".site-footer-end p").bounding_box()
    assert last["y"] + last["height"] <= bar["y"]


def test_the_contents_mark_where_one_is_without_a_script(clinic: str, page: Page):
    """As far as the browser can: this one does, others show a plain list."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(clinic + FAQ)
    assert page.evaluate("CSS.supports('selector(:target-current)')")
    marked = """() => [...document.querySelectorAll('.faq-contents a')]
        .filter((link) => getComputedStyle(link).borderInlineStartColor !== 'rgba(0, 0, 0, 0)')
        .map((link) => link.textContent)"""
    for number in (1, 4, 2):
        page.locator(f"#question-{number}").evaluate("part => part.scrollIntoView()")
        page.wait_for_timeout(100)
        assert page.evaluate(marked) == [f"Question {number}?"]
    expect(page.locator(".faq-contents")).to_be_in_viewport()


def test_an_arabic_page_runs_from_right_to_left(clinic: str, page: Page, settings: Any):
    settings.LANGUAGE_CODE = "ar"
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for path in TEMPLATES[:-1]:
            page.goto(clinic + path)
            assert page.locator("html").get_attribute("dir") == "rtl", path
            assert sideways(page) == 0, (path, width)
    page.goto(clinic + FAQ)
    contents, body = (page.locator(name).bounding_box() for name in (".faq-contents", ".faq-body"))
    assert contents["x"] + contents["width"] <= body["x"]
    heading = page.locator(".faq-question-heading").first
    link = page.locator(".faq-question .faq-link").first
    assert link.bounding_box()["x"] < heading.bounding_box()["x"]
    number = page.locator(".site-call bdi")
    assert number.get_attribute("dir") == "ltr"


def test_the_link_to_a_question_shows_itself_to_mouse_keyboard_and_finger(
    clinic: str, page: Page, new_context: Any
):
    page.goto(clinic + FAQ)
    link = page.locator("#question-1 .faq-link")
    shown = "link => getComputedStyle(link).opacity"
    assert link.evaluate(shown) == "0"
    page.locator("#question-1").hover()
    assert link.evaluate(shown) == "1"
    page.mouse.move(0, 0)
    link.focus()
    assert link.evaluate(shown) == "1"
    phone = new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    touched = phone.new_page()
    touched.goto(clinic + FAQ)
    assert touched.locator("#question-1 .faq-link").evaluate(shown) == "1"
    box = touched.locator("#question-1 .faq-link").bounding_box()
    assert min(box["width"], box["height"]) >= 44
