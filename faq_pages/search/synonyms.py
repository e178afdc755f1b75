"""What patients say for what clinicians write, and the other way round."""

from functools import lru_cache
from pathlib import Path

from faq_pages.models import FAQSettings
from faq_pages.search.terms import Group, Stems, Synonyms
from faq_pages.search.words import stem, words

_FOLDER = Path(__file__).parent / "lay_words"


def synonyms(settings: FAQSettings | None, language: str) -> Synonyms:
    """Return the app's synonyms of `language` and those that the site's editors added."""
    return _synonyms(settings.synonyms if settings else "", language)


@lru_cache(maxsize=16)
def _synonyms(added: str, language: str) -> Synonyms:
    path = _FOLDER / f"{language.partition('-')[0].lower()}.txt"
    own = path.read_text(encoding="utf-8") if path.is_file() else ""
    lines = f"{own}\n{added}".splitlines()
    return Synonyms(
        Group(
            phrases=tuple(filter(None, (_stems(phrase, language) for phrase in _phrases(line)))),
            asks=line.startswith("?"),
        )
        for line in lines
        if "," in line and not line.startswith("#")
    )


def _phrases(line: str) -> list[str]:
    return line.lstrip("? ").split(",")


def _stems(phrase: str, language: str) -> Stems:
    return tuple(stem(word, language) for word in words(phrase))
