"""The Markdown twin of a served FAQ page: all that its readers get, for those who read text.

`page.faq_markdown` says what an author wrote, and can be read back. The twin says what stands
on the page around it, too, and what is urgent comes first, as it does there.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.encoding import iri_to_uri
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from faq_pages import content, markup
from faq_pages.markdown.escaping import line, target
from faq_pages.markdown.page import (
    Piece,
    call,
    heading,
    image,
    joined,
    opening,
    parts,
    sections,
    sources,
    summary,
)


def twin_markdown(faq: content.FAQ, page: content.WebPage) -> str:
    """Return the page that shows `faq` as Markdown, every link absolute."""
    return joined(_pieces(faq, page))


def _pieces(faq: content.FAQ, page: content.WebPage) -> Iterator[Piece]:
    base = page.base
    yield opening(faq, base)
    yield Piece("loose", _byline(faq, page))
    yield Piece("loose", parts(faq.urgent, base, 2))
    yield from summary(faq, base, _("In short"))
    yield from sections(faq.unhurried, base)
    yield from sources(faq, base, _("Sources"))
    yield _author(faq.author, base)
    yield from call(faq, base, _("Learn more"))
    yield _listed(_("Related pages"), [_link(link.text, link.url, base) for link in faq.related])
    yield _listed(_("Topics"), [line(topic.name, starts_line=True) for topic in faq.topics])
    yield _reach(page.site)
    yield Piece("loose", _ending(page))


def _listed(words: str, items: Sequence[str]) -> Piece:
    written = "\n".join(f"- {item}" for item in items)
    return Piece("answer", [*heading(2, words), written] if items else [])


def _link(text: str, url: str, base: str = "") -> str:
    words = line(text, starts_line=not url) or line(url)
    return f"[{words}]({target(url, base)})" if url else words


def _byline(faq: content.FAQ, page: content.WebPage) -> list[str]:
    said = []
    if review := faq.review:
        said.append(
            _("Medically reviewed by %(name)s on %(date)s")
            % {"name": review.reviewer.full_name, "date": _day(review.reviewed_at)}
        )
    if author := faq.author:
        name = ", ".join(filter(None, (author.full_name, author.job_title)))
        said.append(_("Written by %(name)s") % {"name": name})
    if page.modified:
        said.append(_("Last changed on %(date)s") % {"date": _day(page.modified)})
    return ["\\\n".join(line(words, starts_line=True) for words in said)] if said else []


def _author(author: content.Person | None, base: str) -> Piece:
    """Return what the page tells of its author beside the name, if anything."""
    told = [image(author.image, base)] if author and author.image else []
    lines = markup.lines(author.description) if author else ()
    told += [line(words, starts_line=True) for words in lines]
    return Piece("answer", [*heading(2, _("Who wrote this page")), *told] if told else [])


def _day(moment: datetime) -> str:
    return date_format(moment, "DATE_FORMAT")


def _reach(site: content.WebSite) -> Piece:
    """Return how to reach the clinic: by phone, in person and on its page."""
    clinic = site.publisher
    address = clinic.address
    town = " ".join(filter(None, (address.region, address.postal_code)))
    place = ", ".join(filter(None, (address.street, address.locality, town, address.country)))
    ways = [line(place, starts_line=True)] if address else []
    if clinic.telephone:
        ways.insert(0, _link(clinic.telephone, markup.telephone_url(clinic.telephone)))
    if site.contact_url:
        ways.append(_link(_("Opening hours and contact"), site.contact_url, site.url))
    return _listed(clinic.name or _("How to reach us"), ways)


def _ending(page: content.WebPage) -> list[str]:
    said = [line(words, starts_line=True) for words in markup.lines(page.site.disclaimer)]
    if page.url:
        said.append(_("This page: %(address)s") % {"address": f"<{iri_to_uri(page.url)}>"})
    return said
