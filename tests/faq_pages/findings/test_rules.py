"""Every rule has an example for it and one against it, and says what to do."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from faq_pages.findings import RULES, PageFacts, find
from tests.faq_pages import findings as package
from tests.faq_pages.findings.cases import AROUND, Case


def _cases_in(name: str) -> list[Case]:
    # One table may be made of the tables of others.
    return getattr(importlib.import_module(name), "CASES", [])


CASES = [
    case
    for module in pkgutil.iter_modules(package.__path__)
    if module.name.endswith("_cases")
    for case in _cases_in(f"{package.__name__}.{module.name}")
]
DOCUMENTATION = Path(__file__).parents[3] / "docs" / "audits.md"


def test_every_rule_has_a_page_that_breaks_it_and_one_that_does_not():
    assert {case.rule for case in CASES} == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_says_in_a_sentence_what_to_do(rule):
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.id)
    assert re.fullmatch(r"[A-Z].+\.", str(rule.remedy))
    assert 0 < rule.weight < 100


def test_an_editor_never_causes_an_error():
    errors = {rule.group for rule in RULES.values() if rule.severity == "error"}

    assert errors == {"structured data", "crawl"}


def test_a_page_of_nothing_raises_nothing():
    for html in ("", "   ", "<", "\0", "<html><body><p>&#0;</p>"):
        find(PageFacts(url="https://clinic.example/", html=html, around=AROUND))


def test_the_example_of_the_documentation_works():
    (code,) = re.findall(r"```python\n(.+?)```", DOCUMENTATION.read_text(), re.S)
    names: dict = {}
    before = set(RULES)
    head = (
        "from collections.abc import Iterator\n"
        "from django.utils.translation import gettext as _, gettext_lazy\n"
        "from faq_pages.findings import Finding, PageFacts, Rule\n"
    )
    try:
        exec(head + code, names)
        facts = PageFacts(url="", html="<head><title>KNEES</title></head>", around=AROUND)
        (finding,) = names["title_shouts"](facts)
        assert "“KNEES”" in finding.sentence
    finally:
        for name in set(RULES) - before:
            del RULES[name]
