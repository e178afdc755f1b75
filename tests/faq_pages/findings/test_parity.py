"""What machines are told is compared with what readers see, and with nothing else."""

import time
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from faq_pages.content import FAQ
from faq_pages.findings import STRUCTURED_DATA, PageFacts, Surroundings
from faq_pages.findings.document import Document, fragment, is_shown, seen_words
from tests.faq_pages import samples
from tests.faq_pages.findings import served
from tests.faq_pages.findings.served import HTML, URL, node, page
from tests.public_pages import everything


def found(page: PageFacts) -> set[str]:
    return {finding.id for check in STRUCTURED_DATA for finding in check(page)}


# -- Pages that show more than they tell, and may ------------------------------------


def test_a_copy_of_another_page_tells_its_questions_there() -> None:
    whole = served.graph()
    whole["@graph"] = [each for each in whole["@graph"] if each["@type"] != "Question"]
    node(whole, "webpage")["@type"] = "MedicalWebPage"
    node(whole, "webpage").pop("mainEntity")
    assert found(page(whole, url="https://clinic.example/faqs/the-copy/")) == set()
    assert found(page(whole)) == {"question-not-told"}


def test_a_question_that_is_not_complete_yet_need_not_be_told() -> None:
    draft = '<section class="faq-question" id="new" data-incomplete><h2>Next?</h2></section>'
    assert not found(page(html=HTML.replace("</article>", f"{draft}</article>")))


def test_a_page_without_a_graph_has_nothing_to_compare() -> None:
    assert found(page(html=HTML.replace("SCRIPT", ""))) == {"json-ld-missing"}


@pytest.mark.parametrize("name", ["faq-text", "faq-table", "somewhere"])
def test_what_an_editor_writes_may_name_any_number(name: str) -> None:
    call = f'<div class="{name}"><a href="tel:+15550199">Call the hospital</a></div>'
    html = HTML.replace('class="faq-bar" href="tel:+12165550100"', 'href="/"')
    assert not found(page(html=html.replace("</article>", f"{call}</article>")))


# -- What is compared ------------------------------------------------------------------


@pytest.mark.parametrize(
    "unseen",
    [
        "<p hidden>{}</p>",
        '<p aria-hidden="true">{}</p>',
        '<p style="color: red; display : none">{}</p>',
        "<script>{}</script>",
        "<template>{}</template>",
        "<!-- {} -->",
        "<div hidden><div><p>{}</p></div></div>",
    ],
)
def test_what_nobody_sees_is_no_part_of_an_answer(unseen: str) -> None:
    more = unseen.format("Not for readers.")
    with_more = HTML.replace(
        "<p>Call us on the same day.</p>", f"<p>Call us on the same day.</p>{more}"
    )
    assert not found(page(html=with_more))
    told = served.graph()
    text = "<p><strong>Fever?</strong></p><p>Call us on the same day. Not for readers.</p>"
    node(told, "whom-do-i-call")["acceptedAnswer"]["text"] = text
    assert found(page(told, with_more)) == {"answer-words-differ"}


def test_white_space_and_markup_make_no_difference() -> None:
    told = served.graph()
    text = "A little,\n\n for a&nbsp;moment.<div>We numb the <em>skin</em>.</div>You may lie\tdown."
    node(told, "will-it-hurt")["acceptedAnswer"]["text"] = text
    assert not found(page(told))


def test_the_words_where_two_answers_differ_are_shown() -> None:
    bad = served.shown("<td>Stairs</td>", "<td>Stairs and hills</td>")
    (finding,) = [finding for check in STRUCTURED_DATA for finding in check(bad)]
    assert finding.message == (
        "The answer to “When may I walk?” reads “… walks Week 2 Stairs and hills”, "
        "machines are told “… walks Week 2 Stairs”."
    )


def test_an_anchor_in_another_script_is_found() -> None:
    whole, html = served.graph(), HTML.replace('id="whom-do-i-call"', 'id="кому-звонить"')
    for each in (node(whole, "whom-do-i-call"), node(whole, "webpage")["mainEntity"][3]):
        for key in {"@id", "url"} & set(each):
            each[key] = f"{URL}#%D0%BA%D0%BE%D0%BC%D1%83-%D0%B7%D0%B2%D0%BE%D0%BD%D0%B8%D1%82%D1%8C"
    assert not found(page(whole, html))


@pytest.mark.parametrize("words", [",", ", and more", "A, B"])
def test_a_comma_in_a_job_or_a_biography_is_no_difference(words: str) -> None:
    told = served.graph()
    node(told, "person-1").update(jobTitle=words, description=words)
    shown = f"<b>Ada Moss</b>, {words}</p><p>{words}</p>"
    assert not found(page(told, HTML.replace("<b>Ada Moss</b>, Health writer</p>", shown)))


def test_an_anchor_may_stand_in_the_heading_or_before_it() -> None:
    for place in ('<h2><a id="will-it-hurt"></a>{}</h2>', '<a id="will-it-hurt"></a><h2>{}</h2>'):
        heading = '<h2 class="faq-question-heading">Will it hurt?</h2>'
        html = HTML.replace('class="faq-question" id="will-it-hurt"', "").replace(
            f'<div class="faq-question-head">{heading}', place.format("Will it hurt?") + "<div>"
        )
        assert not found(page(html=html))


def test_the_page_s_own_content_is_never_asked() -> None:
    """Another FAQ beside the same HTML changes nothing: only the served page counts."""
    assert not found(replace(page(), faq=FAQ(title="Something else")))


def test_40_questions_are_compared_in_a_few_milliseconds() -> None:
    whole, shown = served.graph(), ""
    for number in range(40):
        anchor, words = f"{URL}#q{number}", "A long answer with many words. " * 40
        question = {"@type": "Question", "@id": anchor, "url": anchor, "name": f"Why {number}?"}
        answer = {"@type": "Answer", "text": f"<p>{words}</p>"}
        whole["@graph"].append({**question, "acceptedAnswer": answer})
        node(whole, "webpage")["mainEntity"].append({"@id": anchor})
        shown += (
            f'<section class="faq-question" id="q{number}"><h2>Why {number}?</h2>'
            f'<div class="faq-answer"><p>{words}</p></div></section>'
        )
    long = page(whole, HTML.replace("</article>", f"{shown}</article>"))
    start = time.perf_counter()
    assert not found(long)
    # A tenth of it on a quiet machine.
    assert time.perf_counter() - start < 0.3


# -- The document --------------------------------------------------------------------


def test_blocks_part_words_and_spans_do_not() -> None:
    assert seen_words(fragment("<p>a</p><p>b<b>c</b></p>d<br>e")) == ["a", "bc", "d", "e"]


def test_what_is_skipped_is_not_read_but_what_follows_is() -> None:
    body = fragment("<h2>Why?</h2>Because.<p>So.</p>")
    assert seen_words(body, skip=body.find(".//h2")) == ["Because.", "So."]


def test_what_stands_in_something_hidden_is_not_shown() -> None:
    ids = Document("<div hidden><p id=a>A</p></div><p id=b>B</p>").ids
    assert not is_shown(ids["a"])
    assert is_shown(ids["b"])


@pytest.mark.parametrize("html", ["", "<", "</div></div>x", "<frameset>", "<!--", "\x00", "\ud800"])
def test_any_html_is_a_fragment(html: str) -> None:
    assert fragment(html) is not None


# -- Our own pages -----------------------------------------------------------------------


@pytest.mark.django_db
def test_every_kind_of_public_page_has_structured_data_without_a_fault() -> None:
    public = everything()
    alias = public.faq.create_alias(update_slug="the-alias")
    root = "http://localhost/"
    around = Surroundings(now=timezone.now(), root=root)
    for name, address in {**public.addresses, "alias": alias.url}.items():
        html = Client().get(address).content.decode()
        judged = PageFacts(url=f"{root}{address.lstrip('/')}", html=html, around=around)
        findings = [finding for check in STRUCTURED_DATA for finding in check(judged)]
        assert not [each for each in findings if each.severity != "advice"], name


@pytest.mark.django_db
def test_a_draft_with_a_question_that_lacks_its_answer_has_no_fault_in_its_graph() -> None:
    draft = samples.faq_page(
        samples.index_page(),
        samples.question("Will it hurt?"),
        samples.question("And after?", answer=""),
        samples.question("", answer="<p>Alone.</p>"),
        live=False,
    )
    html = draft.make_preview_request(preview_mode="").render().content.decode()
    judged = PageFacts(
        url=draft.full_url,
        html=html,
        around=Surroundings(now=timezone.now(), root="http://localhost/"),
        is_draft=True,
    )
    assert "And after?" in judged.document.words or "after?" in judged.document.words
    findings = [finding for check in STRUCTURED_DATA for finding in check(judged)]
    assert not [each for each in findings if each.severity != "advice"]
