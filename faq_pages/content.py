"""The plain shape of an FAQ page, with no Django in it.

Long because it is one shape: whoever reads it wants it in one place.

Everything meets here. A document is imported by going down to an `FAQ` and up
again to a page; a page is read into an `FAQ` once, and from that one reading
come the HTML, the JSON-LD, the API and the findings. So what machines read is
what patients see.

`html` fields hold safe HTML: cleaned with the allow-list of `markup.clean` and
with links expanded. All other text fields hold plain text, not yet escaped.
Names follow schema.org where it has a word: https://schema.org/FAQPage.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Literal, TypeAlias, TypeGuard

from faq_pages import markup


@dataclass(frozen=True, kw_only=True)
class Link:
    text: str
    url: str


# -- Parts: what an answer, or the page between questions, is made of ---------


# What a clinician signs of a part, as JSON can hold it: see `FAQ.fingerprint`.
Signed: TypeAlias = "str | Sequence[Signed] | None"


@dataclass(frozen=True, kw_only=True)
class Text:
    kind: ClassVar[str] = "text"

    html: str

    @property
    def words(self) -> str:
        return markup.plain_text(self.html)

    @property
    def signed(self) -> Signed:
        return markup.exact_text(self.html)


@dataclass(frozen=True, kw_only=True)
class Crop:
    """An image cut to a shape, in one format, for the screens that `media` names."""

    media: str
    type: str
    srcset: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Image:
    """An image as a browser needs it.

    An empty `alt` means that it is decorative, or that `needs_alt`: an editor
    has yet to say what it shows. `crops` are what a browser may show instead,
    the first that fits its screen and that it can read.
    """

    kind: ClassVar[str] = "image"

    url: str
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    srcset: str = ""
    needs_alt: bool = False
    crops: tuple[Crop, ...] = ()

    @property
    def words(self) -> str:
        return self.caption

    @property
    def signed(self) -> Signed:
        return ["image", self.alt, self.caption]


@dataclass(frozen=True, kw_only=True)
class Table:
    """`header` holds plain text, the cells of `rows` safe HTML."""

    kind: ClassVar[str] = "table"

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    @property
    def words(self) -> str:
        cells = (markup.plain_text(cell) for row in self.rows for cell in row)
        return " ".join(filter(None, (self.caption, *self.header, *cells)))

    @property
    def signed(self) -> Signed:
        rows: list[Signed] = [[markup.exact_text(cell) for cell in row] for row in self.rows]
        return ["table", self.caption, list(self.header), rows]


Level = Literal["urgent", "warning", "note"]


@dataclass(frozen=True, kw_only=True)
class Callout:
    kind: ClassVar[str] = "callout"

    level: Level
    heading: str = ""
    html: str = ""

    @property
    def words(self) -> str:
        return " ".join(filter(None, (self.heading, markup.plain_text(self.html))))

    @property
    def signed(self) -> Signed:
        return [self.level, self.heading, markup.exact_text(self.html)]


Part = Text | Image | Table | Callout


# -- The FAQ -------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class TLDR:
    """The page's short answer. Patients read its heading, "In short" by default."""

    kind: ClassVar[str] = "tldr"

    html: str
    heading: str = ""
    id: str = ""

    @property
    def words(self) -> str:
        return markup.plain_text(self.html)

    @property
    def signed(self) -> Signed:
        return markup.exact_text(self.html)


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question and the parts of its answer.

    `id` is the block's id, empty before the question is on a page. `anchor` is
    its address within the page, and `aliases` are the anchors it had before.
    """

    kind: ClassVar[str] = "question"

    question: str
    answer: tuple[Part, ...] = ()
    id: str = ""
    anchor: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether it can go live: it asks something and something answers it."""
        return bool(self.question) and bool(self.answer)

    @property
    def words(self) -> str:
        return " ".join([self.question, *(part.words for part in self.answer)])

    @property
    def signed(self) -> Signed:
        return [self.question, [part.signed for part in self.answer]]


Item = Question | Part


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading and what follows it; the first section may have no heading."""

    kind: ClassVar[str] = "section"

    heading: str = ""
    anchor: str = ""
    items: tuple[Item, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(item for item in self.items if isinstance(item, Question))

    @property
    def urgent(self) -> tuple[Callout, ...]:
        """What is urgent here, outside all answers."""
        return tuple(item for item in self.items if _is_urgent(item))

    @property
    def signed(self) -> Signed:
        return [self.heading, [item.signed for item in self.items]]


def _is_urgent(item: Item) -> TypeGuard[Callout]:
    return isinstance(item, Callout) and item.level == "urgent"


@dataclass(frozen=True, kw_only=True)
class CallToAction:
    """What to do next. Without a `url` it is not complete and cannot go live."""

    kind: ClassVar[str] = "call_to_action"

    heading: str = ""
    text: str = ""
    button: str = ""
    url: str = ""
    id: str = ""

    @property
    def words(self) -> str:
        return " ".join(filter(None, (self.heading, self.text, self.button)))


@dataclass(frozen=True, kw_only=True)
class Source:
    """A publication that the answers rest on: schema.org's `citation`."""

    title: str
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Person:
    """An author or reviewer; `credentials` as after the name: "MD, FAAPMR".

    `image` and `description` (plain text) are there where the page shows them. They
    do not tell one person from another: who wrote a page may also have checked it.
    """

    name: str
    credentials: str = ""
    job_title: str = ""
    url: str = ""
    same_as: tuple[str, ...] = ()
    image: Image | None = field(default=None, compare=False)
    description: str = field(default="", compare=False)

    @property
    def full_name(self) -> str:
        return ", ".join(filter(None, (self.name, self.credentials)))


@dataclass(frozen=True, kw_only=True)
class Review:
    """Who approved exactly these words, and when (with a time zone)."""

    reviewer: Person
    reviewed_at: datetime


@dataclass(frozen=True, kw_only=True)
class Code:
    """A code of a medical code system, both as text: ("ICD-10-CM", "M53.3")."""

    system: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What a page is about. `type` is schema.org's, such as MedicalCondition."""

    type: str
    name: str
    slug: str = ""
    also_called: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FAQ:
    """All that a patient-education page says."""

    title: str
    cover: Image | None = None
    tldr: TLDR | None = None
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    call_to_action: CallToAction | None = None
    author: Person | None = None
    review: Review | None = None
    topics: tuple[Topic, ...] = ()
    related: tuple[Link, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(q for section in self.sections for q in section.questions)

    @property
    def complete_questions(self) -> tuple[Question, ...]:
        return tuple(q for q in self.questions if q.is_complete)

    @property
    def urgent(self) -> tuple[Callout, ...]:
        """The urgent advice outside all answers: patients read it first, wherever it was put."""
        return tuple(callout for section in self.sections for callout in section.urgent)

    @property
    def unhurried(self) -> tuple[Section, ...]:
        """The sections without `urgent`, and without a heading that it leaves alone."""
        return tuple(
            replace(section, items=rest) if section.urgent else section
            for section in self.sections
            if (rest := tuple(item for item in section.items if not _is_urgent(item)))
            or not section.urgent
        )

    @property
    def all_words(self) -> Iterator[str]:
        """Every piece of clinical text on the page, in order."""
        yield self.title
        if self.tldr:
            yield self.tldr.words
        for section in self.sections:
            yield section.heading
            for item in section.items:
                yield item.words

    @property
    def fingerprint(self) -> str:
        """A SHA-256 of the words, in hex: the same words, the same fingerprint.

        White space, most markup and the addresses of links and image files do
        not count, so that a page that moves keeps its clinical review. Any
        changed word loses it, and so does a word that moves from a question to
        an answer, from one cell to another or into a superscript.
        """
        call = self.call_to_action
        signed: Signed = [
            self.title,
            self.tldr.signed if self.tldr else None,
            [section.signed for section in self.sections],
            [call.heading, call.text, call.button] if call else None,
        ]
        return hashlib.sha256(json.dumps(signed).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An FAQ page as an item of a list; `tldr` in plain text."""

    title: str
    url: str
    tldr: str = ""
    image: Image | None = None
    question_count: int = 0


# -- The page and the site around it -------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Address:
    street: str = ""
    locality: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""

    def __bool__(self) -> bool:
        return any((self.street, self.locality, self.region, self.postal_code))


@dataclass(frozen=True, kw_only=True)
class OpeningHours:
    """`days` in English as schema.org names them, times as "08:30"."""

    days: tuple[str, ...]
    opens: str
    closes: str


@dataclass(frozen=True, kw_only=True)
class Department:
    """A part of the organization that has a name and perhaps a way to reach it."""

    name: str
    telephone: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Action:
    """What a visitor can do at `url`: `type` is schema.org's, such as ReserveAction.

    `result` names what comes of it, such as "Appointment" of the type Reservation.
    """

    type: str
    url: str
    result_type: str = ""
    result: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Organization:
    """Who publishes the site. `extra` is free JSON from the settings.

    `publishing_principles` is the absolute address of a page.
    """

    type: str
    name: str
    telephone: str = ""
    address: Address = Address()
    latitude: float | None = None
    longitude: float | None = None
    hours: tuple[OpeningHours, ...] = ()
    logo: Image | None = None
    image: Image | None = None
    same_as: tuple[str, ...] = ()
    publishing_principles: str = ""
    departments: tuple[Department, ...] = ()
    actions: tuple[Action, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class WebSite:
    """`url` is the root address with a trailing slash, `accent` a colour as #0b545b or ""."""

    name: str
    url: str
    publisher: Organization
    show_graph: bool = True
    show_open_graph: bool = True
    show_card: bool = True
    card_account: str = ""
    disclaimer: str = ""
    contact_url: str = ""
    accent: str = ""
    asks_feedback: bool = False
    review_months: int = 12
    google_verification: str = ""
    bing_verification: str = ""


@dataclass(frozen=True, kw_only=True)
class WebPage:
    """The facts about a page that stand in its head, absolute URLs throughout.

    `type` is schema.org's, such as WebPage or MedicalWebPage. `breadcrumbs` run
    from the home page to the page itself. An alias has the address of its
    source as `url`. `faq` is what an FAQ page says, `entries` what a list shows.
    """

    url: str
    name: str
    title: str
    site: WebSite
    type: str = "WebPage"
    specialty: str = ""
    description: str = ""
    language: str = "en"
    published: datetime | None = None
    modified: datetime | None = None
    image: Image | None = None
    breadcrumbs: tuple[Link, ...] = ()
    is_alias: bool = False
    is_indexable: bool = True
    faq: FAQ | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def base(self) -> str:
        """What addresses in the page's words start from.

        That is its own address, unless a canonical address on another host stands for it.
        """
        return self.url if self.url.startswith(self.site.url) else self.site.url
