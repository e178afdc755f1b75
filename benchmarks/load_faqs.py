"""Measures `load_faqs` as the number of its records grows: ratios, no pass and no fail.

    .venv/bin/python benchmarks/load_faqs.py [RECORDS]

It makes a file of made-up FAQs and loads it into a SQLite database of its own,
both in a folder that is gone afterwards. A rate that stays near 1.0 of the first
says that no step looks at all pages; peaks near 1.0 that no record is kept.
"""

import os
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from made_up import write

ROOT = Path(__file__).resolve().parents[1]
WINDOW = 500
FEW, MANY = 600, 3000


def main(records: int = MANY) -> None:
    with TemporaryDirectory() as folder:
        set_up(Path(folder))
        path = Path(folder) / "faqs.jsonl.gz"
        write(path, records)
        print("First run, which makes the pages:")
        report(measured(path))
        print("Second run, which finds them unchanged:")
        report(measured(path))


def set_up(folder: Path) -> None:
    """Start Django on an empty database with one index page, /faqs/."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    os.environ["TEST_DATABASE_URL"] = f"sqlite:///{folder / 'db.sqlite3'}"
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    django.setup()
    from django.core.management import call_command
    from wagtail.models import Site

    from faq_pages.models import FAQIndexPage

    call_command("migrate", verbosity=0)
    root = Site.objects.get(is_default_site=True).root_page
    root.add_child(instance=FAQIndexPage(title="FAQs", slug="faqs"))


def measured(path: Path) -> list[tuple[float, float, int]]:
    """Return the seconds and CPU seconds since the start, and the peak in kB, after each record."""
    start, cpu = time.perf_counter(), time.process_time()
    return [(time.perf_counter() - start, time.process_time() - cpu, peak()) for _ in loaded(path)]


def loaded(path: Path) -> Iterator[object]:
    from faq_pages.importing.json_lines import lines_of
    from faq_pages.importing.loading import load
    from faq_pages.importing.sites import index_at

    return load(lines_of(path), index_at("/faqs/"), live=True)


def report(measures: Sequence[tuple[float, float, int]]) -> None:
    times, cpu, peaks = zip(*measures, strict=True)
    records = len(times)
    window, few = min(WINDOW, records // 2), min(FEW, records)
    print(f"  {records} records at {records / times[-1]:.1f} a second")
    # The second says the same on a machine that has other work, too.
    print(f"  rate of the last {window} to the first {window}: {ratio(times, window):.2f}")
    print(f"  the same by CPU time: {ratio(cpu, window):.2f}")
    print(
        f"  peak memory of {records} to {few}: {peaks[-1] / peaks[few - 1]:.2f} "
        f"({peaks[-1] / 1000:.0f} MB)"
    )


def ratio(times: Sequence[float], window: int) -> float:
    return times[window - 1] / (times[-1] - times[-window - 1])


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
