"""The text in a file: in Unicode, or in one of the encodings before it."""

import codecs
import re

from faq_pages.importing.documents import Refusal

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.I)
_LEGACY_CHARSET = re.compile(
    r"windows-\d+|iso-8859-\d+|shift_jis|euc-\w+|gb\w+|big5|koi8-\w|macintosh|mac-\w+"
)


def decode(name: str, data: bytes) -> str:
    """Return the text in `data`: Unicode by its mark, UTF-8, or an older encoding.

    Raise Refusal if it is none of these. `name` is what people call the file.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            candidates = [encoding]
            break
    else:
        candidates = ["utf-8", *_declared_charset(data), "windows-1252"]
    for encoding in candidates:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise Refusal(
        f"“{name}” is not text, or its encoding is not known. Save it as UTF-8 and try again."
    )


def _declared_charset(data: bytes) -> list[str]:
    match = _DECLARED_CHARSET.search(data[:4096])
    # Python knows "x-mac-roman" without the mark of a name that nobody registered.
    charset = match[1].decode("ascii").lower().removeprefix("x-") if match else ""
    return [charset] if _LEGACY_CHARSET.fullmatch(charset) else []
