"""Tags for the app's templates and for a host's."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote_plus, urlencode

from django import template
from django.core.paginator import Page
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from faq_pages import content, findings, markup
from faq_pages.markdown import twin_markdown
from faq_pages.models.index import numbers_of
from faq_pages.structured_data import answer_html
from faq_pages.views.stylesheet import stylesheet_text, stylesheet_url

register = template.Library()

# The characters that could end the script element, or a line within it.
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@register.simple_tag
def json_ld(graph: dict[str, Any]) -> SafeString:
    """Return the one script element that holds `graph`; nothing if it is empty."""
    if not graph:
        return SafeString("")
    text = json.dumps(graph, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


@register.simple_tag(takes_context=True)
def faq_part(context: template.Context, part: Any) -> str:
    """Render a part of an FAQ with the template of its kind."""
    found: Any = get_template(f"faq_pages/parts/{part.kind}.html")
    with context.push(part=part):
        # In this context, as `include` does: copying it costs more than most parts.
        html: str = found.template.render(context)
        return html


@register.simple_tag(takes_context=True)
def faq_stylesheet(context: Mapping[str, Any]) -> str:
    """Return the address of the page's one stylesheet, in the colours of its site.

    The site comes from `webpage`, or from `site` where there is no page (404).
    """
    webpage = context.get("webpage")
    site = webpage.site if isinstance(webpage, content.WebPage) else context.get("site")
    return stylesheet_url(site.accent if isinstance(site, content.WebSite) else "")


@register.filter
def numbers(page: "Page[Any]") -> list[int]:
    """Return the numbers of the pages that a list links to from `page`."""
    return numbers_of(page)


@register.simple_tag(takes_context=True)
def page_address(context: Mapping[str, Any], number: int) -> str:
    """Return the address of page `number` of the list shown, its topic or query kept.

    The first has no number: one page, one address.
    """
    topic, query = context.get("topic"), context.get("query")
    kept = {"topic": topic.slug} if topic else {"q": query} if query else {}
    asked = {**kept, "page": number} if number > 1 else kept
    path = context["request"].path
    return f"{path}?{urlencode(asked)}" if asked else path


@register.filter
def directions_url(address: content.Address) -> str:
    """Return where a map tells the way to `address`. Nothing is loaded from there."""
    town = " ".join(filter(None, (address.region, address.postal_code)))
    place = ", ".join(filter(None, (address.street, address.locality, town)))
    return f"https://www.google.com/maps/dir/?api=1&destination={quote_plus(place)}"


@register.filter
def short_address(url: str) -> str:
    """Return `url` as people write it on paper: without the scheme and the last slash."""
    return url.partition("://")[2].rstrip("/") or url


@register.filter
def tel(number: str) -> str:
    """Return the `tel:` address of a phone number."""
    return markup.telephone_url(number)


@register.filter
def deeper_headings(html: str) -> SafeString:
    """Return the safe `html` of an answer with each heading one level down."""
    return mark_safe(markup.deeper_headings(html))


@register.filter
def obstacles(faq: content.FAQ) -> list[str]:
    """Return why `faq` cannot be published yet, in sentences."""
    return [finding.sentence for finding in findings.obstacles(faq)]


@register.filter
def missing(faq: content.FAQ) -> list[str]:
    """Return what readers would miss, in sentences."""
    return list(findings.missing(faq))


@register.filter
def answer_for_machines(question: content.Question, page: content.WebPage) -> SafeString:
    """Return the answer exactly as the graph has it, to look at."""
    return mark_safe(answer_html(question, page.base))


@register.filter
def as_markdown(faq: content.FAQ, page: content.WebPage) -> str:
    """Return the Markdown twin of the page that shows `faq`."""
    return twin_markdown(faq, page)


@register.filter
def pretty_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


# A screen has no paper's width and margins.
_PAPER = "body { max-width: 18cm; margin: 0 auto; padding: 1.5cm; }"


@register.simple_tag
def print_styles() -> SafeString:
    """Return stylesheets with their print rules in force on a screen, for previews.

    The print preview then shows the rules that the printer gets, with no second
    copy of them to keep.
    """
    rules = stylesheet_text().replace("@media print", "@media all")
    return mark_safe(f"<style>{rules}{_PAPER}</style>")
