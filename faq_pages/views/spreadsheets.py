"""Reports as spreadsheets."""


def no_formula(words: str) -> str:
    """Return `words` as no spreadsheet that opens a CSV takes for a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
