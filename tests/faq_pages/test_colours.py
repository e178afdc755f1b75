"""Whatever colour a clinic chooses, its pages can be read."""

import colorsys
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from faq_pages import colours

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
# The app's own grounds and those of the demo's site, in light and in dark.
PAPERS = {
    "light": ("#ffffff", "#f2f6f6", "#fffdf9", "#f8f3e9", colours.LIGHT_GROUND),
    "dark": ("#10191b", "#162326", "#172427", colours.DARK_GROUND),
}
# Ink and quiet text, which stand on the tint.
INKS = {
    "light": ("#15262a", "#14292d", "#3f5155", "#3f4f51"),
    "dark": ("#e9f0ef", "#ece9e2", "#b4c4c3", "#b9c3bf"),
}


def rules(accent: str) -> dict[str, dict[str, str]]:
    """The properties that `accent` sets, by scheme."""
    found = re.findall(r"\{:root\{(.*?)\}\}", colours.accent_rules(accent))
    light, dark = (dict(re.findall(r"--faq-([\w-]+):(#[0-9a-f]{6})", text)) for text in found)
    return {"light": light, "dark": dark}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        # Published examples: https://webaim.org/articles/contrast/
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_what_wcag_says(one: str, other: str, ratio: float) -> None:
    assert colours.contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert colours.contrast(other, one) == colours.contrast(one, other)


def test_luminance_runs_from_black_to_white() -> None:
    assert colours.luminance("#000000") == 0
    assert colours.luminance("#ffffff") == pytest.approx(1)


@given(COLOURS)
@example("#ffff00")
@example("#000000")
@example("#ffffff")
@example("#808080")
@example("#ff0000")
@example("#00ff00")
@example("#0000ff")
@example("#0B545B")
def test_any_accent_can_be_read_on_every_ground(accent: str) -> None:
    for scheme, found in rules(accent).items():
        for ground in (*PAPERS[scheme], found["tint"]):
            assert colours.contrast(found["accent"], ground) >= 7
        for ink in INKS[scheme]:
            assert colours.contrast(ink, found["tint"]) >= 7
        for name in ("accent", "bar", "deep"):
            assert colours.contrast(found[f"on-{name}"], found[name]) >= 7
    assert colours.contrast(rules(accent)["dark"]["bar"], colours.NEARLY_BLACK) >= 1.6


def test_a_black_accent_still_shows_where_the_bar_is_in_the_dark() -> None:
    bar = rules("#000000")["dark"]["bar"]
    assert colours.luminance(bar) > colours.luminance(colours.DARK_GROUND)
    assert bar[1:3] == bar[3:5] == bar[5:7]


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert colours.light_accent("#0b545b") == "#0b545b"
    assert colours.dark_accent("#86d5cb") == "#86d5cb"


@pytest.mark.parametrize("accent", ["#ffff00", "#e30613", "#0077cc", "#7ab800"])
def test_the_hue_is_kept(accent: str) -> None:
    for shade in (colours.light_accent(accent), colours.dark_accent(accent)):
        assert abs(hue(shade) - hue(accent)) < 0.02


def hue(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    return colorsys.rgb_to_hls(*channels)[0]


def test_paper_stays_black_on_white() -> None:
    assert colours.accent_rules("#ffff00").count("@media screen") == 2
    assert "@media print" not in colours.accent_rules("#ffff00")
