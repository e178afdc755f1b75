"""What was measured, beside what it has to be, as a table and as an exit status."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from servers import noise


@dataclass(frozen=True)
class Measure:
    """A ratio that was measured again and again, and the most that it may be.

    `figures` says what was compared, such as "12 ms to 10 ms". What must hold or not, without a
    ratio, has none and tells in `misses` what does not hold.
    """

    name: str
    figures: str
    ratios: Sequence[float] = ()
    most: float = 0
    misses: Sequence[str] = ()

    @property
    def ratio(self) -> float:
        return median(self.ratios)

    @property
    def noise(self) -> float:
        return noise(self.ratios)

    @property
    def sentences(self) -> list[str]:
        """What is missed by more than the noise."""
        missed = [*self.misses]
        if self.ratios and self.ratio - self.noise > self.most:
            missed.append(f"{self.ratio:.2f}, not at most {self.most:g}")
        return [f"{self.name}: {each}." for each in missed]

    @property
    def row(self) -> str:
        if not self.ratios:
            kept = "missed" if self.misses else "holds"
            return f"| {self.name} | {self.figures} | {kept} |  |  |"
        numbers = f"{self.ratio:.2f} | ±{self.noise:.2f} | {self.most:g}"
        return f"| {self.name} | {self.figures} | {numbers} |"


HEAD = "| what | measured | ratio | noise | at most |\n|---|---|--:|--:|--:|"


def table(measures: Iterable[Measure]) -> str:
    """Return `measures` in Markdown, as docs/performance.md shows them."""
    return "\n".join([HEAD, *(each.row for each in measures)])


def milliseconds(large: Sequence[float], small: Sequence[float]) -> str:
    return f"{1000 * median(large):.1f} ms to {1000 * median(small):.1f} ms"
