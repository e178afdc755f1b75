"""Audit the site as its visitors get it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.loader import render_to_string
from django.utils import timezone
from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table
from wagtail.models import Site

from faq_pages import audit
from faq_pages.findings import RULES, SEVERITIES, SEVERITY_NAMES, Finding

STANDARD_OUTPUT = "-"
NEVER = "never"
FILES = ("json", "html", "graphs", "urls")

# The names of a finding's parts in the JSON, which other programs rely on.
KEYS = ("id", "group", "severity", "url", "block", "message", "remedy")


class Command(BaseCommand):
    help = (
        "Read every page of the site as visitors get it, from link to link and by the sitemap, "
        "and say what is to be mended. Nothing is asked of any network. The exit status is 1 if "
        "something is as grave as --fail-on says. What is found also stands in the admin under "
        "Reports > Content audit."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--path", default="/", help="only the pages whose path begins so, such as /faqs/"
        )
        parser.add_argument("--site", help="the host name of one site; all sites without it")
        parser.add_argument(
            "--json",
            nargs="?",
            const=STANDARD_OUTPUT,
            metavar="FILE",
            help="write the findings as JSON, to the standard output without a FILE",
        )
        parser.add_argument("--html", metavar="FILE", help="write a report to read in a browser")
        parser.add_argument(
            "--graphs",
            metavar="FILE",
            help="write the structured data of each page for other tools, one JSON object a line",
        )
        parser.add_argument("--urls", metavar="FILE", help="write the addresses of the pages")
        parser.add_argument(
            "--checks", action="store_true", help="list the checks, and read nothing"
        )
        parser.add_argument(
            "--fail-on",
            choices=[*SEVERITIES, NEVER],
            default=SEVERITIES[0],
            help="how grave a finding makes the exit status 1 (error)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["checks"]:
            self._list_checks()
            return
        under = _path(options["path"])
        for name in filter(None, (options[each] for each in FILES)):
            _try_to_write(name)
        sites = list(_sites(options["site"]))
        console = Console(stderr=True)
        findings: list[Finding] = []
        pages: list[audit.AuditedPage] = []
        for site in sites:
            site_audit = audit.SiteAudit(site, under)
            shown = track(
                site_audit,
                description=site.hostname,
                total=len(site_audit),
                console=console,
                disable=not console.is_terminal or options["verbosity"] == 0,
            )
            # The graphs of thousands of pages are kept only for who wants them.
            read = [page if options["graphs"] else replace(page, graphs=()) for page in shown]
            if not site_audit.visits or not read:
                raise CommandError(_nothing_there(site, under, site_audit))
            between = site_audit.between_pages()
            audit.forget(f"{site.root_url}{under}")
            audit.save(site_audit.addresses, read, between)
            pages += read
            findings += [*(each for page in read for each in page.findings), *between]
        findings.sort(key=lambda finding: finding.order)
        self._write(options, pages, findings)
        if options["json"] != STANDARD_OUTPUT and options["verbosity"]:
            self._show(pages, findings, options["verbosity"] > 1)
        if _is_grave(findings, options["fail_on"]):
            raise SystemExit(1)

    def _write(
        self, options: dict[str, Any], pages: list[audit.AuditedPage], findings: list[Finding]
    ) -> None:
        if options["json"]:
            text = json.dumps(as_json(len(pages), findings), ensure_ascii=False, indent=2)
            self._to(options["json"], f"{text}\n")
        if options["html"]:
            self._to(options["html"], _report(len(pages), findings))
        if options["graphs"]:
            lines = (
                json.dumps({"url": page.url, "graph": graph}, ensure_ascii=False)
                for page in pages
                for graph in page.graphs
            )
            self._to(options["graphs"], "".join(f"{line}\n" for line in lines))
        if options["urls"]:
            self._to(options["urls"], "".join(f"{page.url}\n" for page in pages))

    def _list_checks(self) -> None:
        for rule in sorted(RULES.values(), key=lambda rule: (rule.group, rule.id)):
            self.stdout.write(f"{rule.id} ({rule.group}, {rule.severity}): {rule.remedy}")

    def _to(self, name: str, text: str) -> None:
        if name == STANDARD_OUTPUT:
            self.stdout.write(text, ending="")
            return
        Path(name).write_text(text, encoding="utf-8")

    def _show(
        self, pages: list[audit.AuditedPage], findings: list[Finding], every_one: bool
    ) -> None:
        counts = Counter(finding.severity for finding in findings)
        summary = ", ".join(f"{counts[severity]} × {severity}" for severity in SEVERITIES)
        self.stdout.write(f"{len(pages)} pages were read: {summary}.")
        if every_one:
            for finding in findings:
                where = f"{finding.url}#block-{finding.block}" if finding.block else finding.url
                self.stdout.write(f"{finding.severity}: {finding.sentence} [{finding.id}]")
                self.stdout.write(f"    {where}")
        elif findings:
            console = Console(highlight=False)
            with console.capture() as shown:
                console.print(_table(findings))
            self.stdout.write(shown.get())


def as_json(pages: int, findings: Iterable[Finding]) -> dict[str, Any]:
    """Return the findings as other programs read them."""
    return {
        "pages": pages,
        "findings": [{key: getattr(finding, key) for key in KEYS} for finding in findings],
    }


def _path(path: str) -> str:
    """Return `path` as addresses have it; raise CommandError if it is none."""
    if not path.startswith("/") or {"?", "#"} & set(path) or ".." in path.split("/"):
        raise CommandError(
            f"--path is “{path}”. Begin it with a slash, and write no more than the beginning "
            "of the pages' addresses, such as /faqs/."
        )
    return audit.plain_url(path)


def _try_to_write(name: str) -> None:
    """Raise CommandError if `name` cannot be written, before minutes are spent on reading."""
    if name == STANDARD_OUTPUT:
        return
    try:
        Path(name).open("a").close()
    except OSError as error:
        raise CommandError(f"“{name}” cannot be written: {error.strerror}.") from error


def _sites(host: str | None) -> Iterator[Site]:
    sites = Site.objects.select_related("root_page").order_by("-is_default_site", "pk")
    found = [site for site in sites if host in (None, site.hostname)]
    if not found:
        known = ", ".join(site.hostname for site in sites) or "none"
        raise CommandError(
            f"There is no site “{host}”. The sites are: {known}."
            if host
            else "There is no site yet. Add one in the admin under Settings > Sites."
        )
    yield from found


def _nothing_there(site: Site, under: str, site_audit: audit.SiteAudit) -> str:
    first = next(iter(site_audit.visits.values()), None)
    start = f"“{site.root_url}{under}”"
    if first is None:
        return f"{start} was not read: it is closed to visitors, or a file."
    if first.location:
        return (
            f"{start} leads on to “{first.location}”, so no page could be read. Set the site's "
            "host name and port (443 for https) under Settings > Sites to what visitors use."
        )
    if first.status == 400:
        return f"{start} is refused: see that ALLOWED_HOSTS has “{site.hostname}”."
    return f"{start} answers with status {first.status}, so no page could be read."


def _is_grave(findings: Iterable[Finding], fail_on: str) -> bool:
    if fail_on == NEVER:
        return False
    grave = SEVERITIES[: [*SEVERITIES].index(fail_on) + 1]  # type: ignore[arg-type]
    return any(finding.severity in grave for finding in findings)


def _table(findings: Iterable[Finding]) -> Table:
    """Return how often each rule was broken, with one example of it."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.id, []).append(finding)
    table = Table(box=None, pad_edge=False)
    for heading in ("", "times", "check", "for example"):
        table.add_column(heading, justify="right" if heading == "times" else "left")
    for rule, found in by_rule.items():
        table.add_row(found[0].severity, str(len(found)), rule, escape(found[0].message))
    return table


def _report(pages: int, findings: list[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    context = {
        "pages": pages,
        "findings": findings,
        "counts": [(each, SEVERITY_NAMES[each], counts[each]) for each in SEVERITIES],
        "now": timezone.now(),
    }
    return render_to_string("faq_pages/audit_report.html", context)
