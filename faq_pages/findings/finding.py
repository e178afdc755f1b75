"""A finding, and the rule that it comes from."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

# Perhaps lazily translated: it is read when it is shown.
Sentence: TypeAlias = str | Promise

Group = Literal["structured data", "crawl", "head", "content", "reading"]

# The gravest first. Only structured data and crawling can be errors: what an editor
# writes never is.
Severity = Literal["error", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")

SEVERITY_NAMES: dict[Severity, Sentence] = {
    "error": gettext_lazy("Error"),
    "warning": gettext_lazy("Warning"),
    "advice": gettext_lazy("Advice"),
}
GROUP_NAMES: dict[Group, Sentence] = {
    "structured data": gettext_lazy("Structured data"),
    "crawl": gettext_lazy("Crawling"),
    "head": gettext_lazy("Title, description and cards"),
    "content": gettext_lazy("Content"),
    "reading": gettext_lazy("Reading level"),
}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to mend, in a sentence.

    `id` is that of its rule, `remedy` says how to mend it. `url` is the address it was
    found at. `block` is the id of the block it is about, `field` the name of that block's
    field; both are empty for the page as a whole. `weight` is what it costs if nobody
    mends it: see `Rule`.
    """

    id: str
    group: Group
    severity: Severity
    message: str
    remedy: str
    url: str = ""
    block: str = ""
    field: str = ""
    weight: int = 0

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, as a form says it at the field."""
        return f"{self.message} {self.remedy}"

    @property
    def severity_name(self) -> str:
        return str(SEVERITY_NAMES[self.severity])

    @property
    def order(self) -> tuple[int, int]:
        """What findings are sorted by: the gravest first."""
        return SEVERITIES.index(self.severity), -self.weight


# All rules by their id. A rule is made once, where its check is.
RULES: dict[str, "Rule"] = {}


@dataclass(frozen=True)
class Rule:
    """What a check asks for. Called with a sentence, it gives a finding.

    `weight` orders findings of one severity: about 90 if patients may come to harm or the
    page cannot go live, 70 if words are lost or misread, 50 if readers lose trust or their
    way, 30 if the page is less well found, 10 if it is a matter of style.
    """

    id: str
    group: Group
    severity: Severity
    weight: int
    remedy: Sentence

    def __post_init__(self) -> None:
        if self.id in RULES:
            raise ValueError(f"There are two rules with the id {self.id}.")
        if self.severity == "error" and self.group not in {"structured data", "crawl"}:
            raise ValueError(f"{self.id}: only structured data and crawl faults are errors.")
        RULES[self.id] = self

    def __call__(self, message: str, *, url: str = "", block: str = "", field: str = "") -> Finding:
        return Finding(
            id=self.id,
            group=self.group,
            severity=self.severity,
            message=message,
            remedy=str(self.remedy),
            url=url,
            block=block,
            field=field,
            weight=self.weight,
        )
