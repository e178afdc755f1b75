"""How fast pages are, beside a site that a careful developer would write first: `make speed`.

    .venv/bin/python benchmarks/speed.py [ROUNDS [SECONDS]]

Every target is asked for in turn, round after round, and compared with the reference of the
same round, and with what else it has a bound to: a machine that is busy for a while is busy
for both. It prints the medians of these ratios and the queries of each page, and exits with 1
if a bound is missed by more than the noise, which is half the range that the middle half of
the rounds lies in.
"""

import json
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import servers
from servers import ROOT, Site

# Short rounds, and many: other work on a machine comes and goes within seconds.
ROUNDS = 25
SECONDS = 1
NGINX = "nginx"
# Targets that others have a bound to, by name.
REFERENCE = "reference: wagtail start, wagtail-seo"
CONSTANT = "constant 30 KB under our middleware"
FILE = "the same file from nginx"
PACKED_FILE = f"{FILE}, compressed"

PAGE = "/faqs/sacroiliac-joint-fusion/"
# Where the bytes of our page are put for nginx.
FILE_PATH = "/static/page.html"


@dataclass(frozen=True)
class Target:
    """A page that is driven, and what it has to reach.

    `site` names one of `sites()`, or nginx in front of ours. `least` has the ratios to reach, by
    the name of another target; `queries` the fewest and the most that a view may take;
    `accepts` is what is sent as Accept-Encoding.
    """

    name: str
    site: str
    path: str
    least: Mapping[str, float] = field(default_factory=dict)
    queries: tuple[int, int] | None = None
    accepts: str = servers.BROWSERS_ACCEPT


# The reference first. Another way to serve a page is another line here and, where it
# needs one, another site below.
TARGETS = (
    Target(REFERENCE, REFERENCE, "/answers/injections/", {}, (33, 39)),
    Target("bare Wagtail page, constant template", REFERENCE, "/answers/bare/"),
    Target("our FAQ page, nothing kept", "nothing kept", PAGE, {}, (0, 14)),
    Target(
        "our FAQ page, read and rendered before", "no page cache", PAGE, {REFERENCE: 2}, (0, 14)
    ),
    Target(CONSTANT, CONSTANT, "/constant/"),
    Target("full-page cache", "page cache", PAGE, {REFERENCE: 40, CONSTANT: 0.5}, (0, 0)),
    Target("full-page cache, in Redis", "Redis", PAGE, {}, (0, 0)),
    Target(FILE, NGINX, FILE_PATH, accepts=""),
    Target("our FAQ page behind the shipped nginx", NGINX, PAGE, {FILE: 0.8}, accepts=""),
    Target(PACKED_FILE, NGINX, FILE_PATH),
    Target("our FAQ page behind nginx, compressed", NGINX, PAGE, {PACKED_FILE: 0.8}),
)


@dataclass(frozen=True)
class Ratio:
    """How a target does beside another one, round by round."""

    rounds: list[float]

    @property
    def median(self) -> float:
        return median(self.rounds)

    @property
    def noise(self) -> float:
        return servers.noise(self.rounds)


@dataclass(frozen=True)
class Result:
    """What a target reached: `ratios` are to the reference, and to each that has a bound."""

    target: Target
    queries: int
    rates: list[float]
    ratios: Mapping[str, Ratio]

    @property
    def misses(self) -> list[str]:
        """What this target does not reach, in sentences."""
        missed = []
        least, most = self.target.queries or (0, sys.maxsize)
        if not least <= self.queries <= most:
            missed.append(f"{self.queries} queries, not {least} to {most}")
        for base, bound in self.target.least.items():
            reached = self.ratios[base]
            if reached.median + reached.noise < bound:
                missed.append(f"{reached.median:.2f} times {base}, not {bound:g}")
        return [f"{self.target.name}: {each}." for each in missed]


def main(rounds: int = ROUNDS, seconds: int = SECONDS) -> None:
    servers.wrk()
    with TemporaryDirectory() as folder, ExitStack() as running:
        made = sites(Path(folder), running.enter_context(servers.redis()))
        prepare(made)
        counts = count(made)
        empty = Path(folder, "empty")
        empty.mkdir()
        ports = {
            name: running.enter_context(servers.served(site, empty)) for name, site in made.items()
        }
        web = Path(folder, NGINX)
        ports[NGINX] = running.enter_context(
            servers.behind_nginx(web, ports["page cache"], Path(folder))
        )
        servers.save(ports["page cache"], PAGE, Path(folder, FILE_PATH.lstrip("/")))
        results = drive(ports, counts, rounds, seconds)
    print(table(results))
    missed = [miss for result in results for miss in result.misses]
    if missed:
        sys.exit("\n".join(missed))


# -- The sites -------------------------------------------------------------------------


def sites(folder: Path, redis: str) -> dict[str, Site]:
    """Return all sites that are driven; what they write is in `folder`, and at `redis`."""
    here = Path(__file__).parent
    ours = servers.production(folder, f"sqlite:///{folder / 'ours.sqlite3'}")
    made = {**ours, "PAGE_CACHE": "false"}
    reference = {"DJANGO_SETTINGS_MODULE": "reference.settings", "BENCH_FOLDER": str(folder)}
    environments = {
        "page cache": ours,
        "Redis": {**ours, "CACHE_URL": redis},
        "no page cache": made,
        "nothing kept": {**made, "DJANGO_SETTINGS_MODULE": "nothing_kept_settings"},
        CONSTANT: {**made, "DJANGO_SETTINGS_MODULE": "constant_settings"},
    }
    roads = (ROOT, ROOT / "site", here)
    return {
        REFERENCE: Site("reference.wsgi", reference, (here,)),
        **{name: Site("config.wsgi", each, roads) for name, each in environments.items()},
    }


def prepare(made: Mapping[str, Site]) -> None:
    """Fill the databases: the reference's own content, and our demo."""
    reference, ours = made[REFERENCE], made["page cache"]
    reference.run("-m", "django", "migrate", "--verbosity", "0")
    fill = "import django; django.setup(); from reference import content; content.make()"
    reference.run("-c", fill)
    for command in (
        ("migrate",),
        ("load_demo",),
        ("make_covers",),
        ("collectstatic", "--no-input"),
    ):
        ours.run("manage.py", *command, "--verbosity", "0")


def count(made: Mapping[str, Site]) -> dict[tuple[str, str], int]:
    """Return the queries of each target's page, by site and path."""
    found: dict[tuple[str, str], int] = {}
    for name, site in made.items():
        paths = [target.path for target in TARGETS if target.site == name]
        counts = json.loads(site.run(str(ROOT / "benchmarks" / "counting.py"), *paths))
        found |= {(name, path): number for path, number in counts.items()}
    return found


# -- Measuring -------------------------------------------------------------------------


def drive(
    ports: Mapping[str, int], counts: Mapping[tuple[str, str], int], rounds: int, seconds: int
) -> list[Result]:
    for target in TARGETS:
        servers.warm(ports[target.site], target.path)
    rates: list[list[float]] = [[] for _ in TARGETS]
    for number in range(rounds):
        print(f"Round {number + 1} of {rounds}.", file=sys.stderr)
        for target, found in zip(TARGETS, rates, strict=True):
            port = ports[target.site]
            rate = servers.requests_per_second(port, target.path, seconds, target.accepts)
            found.append(rate)
    bases = {target.name: found for target, found in zip(TARGETS, rates, strict=True)}
    return [
        Result(
            target=target,
            # nginx answers most of the time, and asks for no row.
            queries=counts.get((target.site, target.path), 0),
            rates=found,
            ratios={
                base: Ratio([own / of for own, of in zip(found, bases[base], strict=True)])
                for base in (REFERENCE, *target.least)
            },
        )
        for target, found in zip(TARGETS, rates, strict=True)
    ]


def table(results: list[Result]) -> str:
    """Return the results in Markdown, as docs/performance.md shows them."""
    rows = [
        "| page | queries | requests/s | ratio | noise | at least |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for result in results:
        target, ratio = result.target, result.ratios[REFERENCE]
        rows.append(
            f"| {target.name} | {result.queries} | {median(result.rates):.0f} "
            f"| {ratio.median:.2f} | ±{ratio.noise:.2f} | {target.least.get(REFERENCE, '')} |"
        )
        rows += [
            f"| … beside {base} | | | {ratio.median:.2f} | ±{ratio.noise:.2f} "
            f"| {target.least[base]:g} |"
            for base, ratio in result.ratios.items()
            if base != REFERENCE
        ]
    return "\n".join(rows)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
