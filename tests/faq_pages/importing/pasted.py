"""Short documents as a test writes them, and the questions found in them."""

from faq_pages.importing import Imported, read_paste


def text(*paragraphs: str) -> Imported:
    return read_paste("\n\n".join(paragraphs), is_html=False)


def html(source: str) -> Imported:
    return read_paste(source, is_html=True)


def questions(imported: Imported) -> dict[str, str]:
    return {
        each.question: "".join(getattr(part, "html", "") for part in each.answer)
        for each in imported.faq.questions
    }
