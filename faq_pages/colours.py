"""One colour of a clinic's choosing, made fit to be read in light and in dark.

An editor gives an accent, whatever it is. Its hue is kept; its lightness is moved
until text in it, and text on it, has the contrast that `CONTRAST` asks for on
every ground that a page has. So no choice makes a page hard to read.
"""

import colorsys
from collections.abc import Callable, Iterable

# What WCAG asks of text at level AAA, since links stand in body text.
# https://www.w3.org/TR/WCAG22/#contrast-enhanced
CONTRAST = 7.0

WHITE = "#ffffff"
NEARLY_BLACK = "#10191b"

# The grounds that a page may have: in light none is darker, in dark none brighter.
# A colour that can be read on these can be read on all between them and white or black.
LIGHT_GROUND = "#efefef"
DARK_GROUND = "#182629"

# The ground behind the short answer. In light: where to begin, and how much of the
# accent's saturation. In dark: how much of the accent is in it.
_PALE = 0.93
_PALE_SATURATION = 0.6
_DARK_TINT = 0.09

_STEPS = 200

# Contrast of white text on the footer's ground: plainly darker than the accent.
_DEEP_CONTRAST = 10.5
# In dark a bar must not shine, and must differ from the page.
_DARK_BAR_CONTRAST = 9.5
_DARK_BAR_PAGE_CONTRAST = 1.6
_DARK_DEEP_CONTRAST = 14.0

Channels = tuple[float, float, float]


def accent_rules(accent: str) -> str:
    """Return the CSS that gives a page `accent`, a colour such as "#0b545b".

    It sets the app's own properties, so it comes after a site's stylesheets. Paper
    keeps their print rules: it is black on white.
    """
    light, dark = _declared(_light(accent)), _declared(_dark(accent))
    return (
        f"@media screen{{:root{{{light}}}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    )


def luminance(colour: str) -> float:
    """Return the relative luminance of `colour`, from 0 for black to 1 for white.

    https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21.

    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def light_accent(accent: str) -> str:
    """Return `accent`, as dark as it must be on light grounds and under white text."""
    return _moved(accent, 0.0, lambda colour: contrast(colour, LIGHT_GROUND) >= CONTRAST)


def dark_accent(accent: str) -> str:
    """Return `accent`, as light as it must be on dark grounds and under dark text."""
    return _moved(
        accent,
        1.0,
        lambda colour: (
            min(contrast(colour, DARK_GROUND), contrast(colour, _dark_tint(colour))) >= CONTRAST
        ),
    )


def mix(one: str, other: str, share: float) -> str:
    """Return `other` with so much of `one` in it, from 0 to 1."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return _hex((a * share + b * (1 - share) for a, b in pairs))


def _light(accent: str) -> dict[str, str]:
    colour = light_accent(accent)
    return {
        "accent": colour,
        "on-accent": WHITE,
        "tint": _light_tint(accent),
        "bar": colour,
        "on-bar": WHITE,
        "deep": _under_white(colour, _DEEP_CONTRAST),
        "on-deep": WHITE,
    }


def _dark(accent: str) -> dict[str, str]:
    colour = dark_accent(accent)
    return {
        "accent": colour,
        "on-accent": NEARLY_BLACK,
        "tint": _dark_tint(colour),
        "bar": _dark_bar(accent),
        "on-bar": WHITE,
        "deep": _under_white(accent, _DARK_DEEP_CONTRAST),
        "on-deep": WHITE,
    }


def _light_tint(accent: str) -> str:
    """Return a pale ground of the accent's hue, no darker than a ground may be."""
    hue, _, saturation = colorsys.rgb_to_hls(*_channels(accent))
    pale = _hex(colorsys.hls_to_rgb(hue, _PALE, saturation * _PALE_SATURATION))
    return _moved(pale, 1.0, lambda colour: luminance(colour) >= luminance(LIGHT_GROUND))


def _dark_tint(accent: str) -> str:
    return mix(accent, NEARLY_BLACK, _DARK_TINT)


def _dark_bar(accent: str) -> str:
    """Return a ground for white text that stands out from the page, which is darker still."""
    return _moved(
        _under_white(accent, _DARK_BAR_CONTRAST),
        1.0,
        lambda colour: contrast(colour, NEARLY_BLACK) >= _DARK_BAR_PAGE_CONTRAST,
    )


def _under_white(colour: str, ratio: float) -> str:
    return _moved(colour, 0.0, lambda darker: contrast(darker, WHITE) >= ratio)


def _moved(colour: str, end: float, fits: Callable[[str], bool]) -> str:
    """Return the first of `colour` and its shades towards lightness `end` that fits.

    The last is black or white, which always does.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    if fits(colour):
        return colour.lower()
    for step in range(1, _STEPS + 1):
        moved = lightness + (end - lightness) * step / _STEPS
        shade = _hex(colorsys.hls_to_rgb(hue, moved, saturation))
        if fits(shade):
            return shade
    raise AssertionError(f"neither black nor white can be read, which cannot be: {colour}")


def _declared(colours: dict[str, str]) -> str:
    return ";".join(f"--faq-{name}:{colour}" for name, colour in colours.items())


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> Channels:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
