"""Renews what the findings know of schema.org."""

import json
import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from faq_pages.findings.schema_org import vocabulary


class Command(BaseCommand):
    help = (
        "Make the facts that pages are checked against from schema.org's published release, "
        "schemaorg-current-https.jsonld (https://schema.org/docs/developers.html). Read what "
        "changed and run the tests before you keep it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", type=Path, metavar="FILE", help="the release, a .jsonld file on this machine"
        )
        parser.add_argument(
            "--release",
            metavar="VERSION",
            help="its version, such as 30.0; needed where neither the file nor its path tells",
        )
        parser.add_argument(
            "--output",
            type=Path,
            default=vocabulary.PATH,
            metavar="PATH",
            help="where the facts go; the package's own file if left out",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        source, output = options["file"], options["output"]
        published = _read(source)
        version = options["release"] or _version(published, source)
        if not version:
            raise CommandError(
                f"“{source}” does not say which release it is: give it with --release, such as "
                "--release 30.0."
            )
        try:
            facts = vocabulary.reduce(published, version)
        except vocabulary.NotARelease as problem:
            raise CommandError(f"“{source}” is no release of schema.org: {problem}") from problem
        try:
            output.write_text(vocabulary.dump(facts), encoding="utf-8")
        except OSError as problem:
            raise CommandError(
                f"“{output}” cannot be written ({problem.strerror}): choose another place."
            ) from problem
        self.stdout.write(
            f"Release {version}: {len(facts['types'])} types and {len(facts['properties'])} "
            f"properties are in “{output}”."
        )


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise CommandError(
            f"“{path}” cannot be read ({problem.strerror}): give the release that schema.org "
            "publishes as schemaorg-current-https.jsonld."
        ) from problem
    except (ValueError, RecursionError) as problem:
        raise CommandError(
            f"“{path}” is not JSON: give the release that schema.org publishes as "
            "schemaorg-current-https.jsonld."
        ) from problem


def _version(published: Any, path: Path) -> str:
    """The version that the file tells, or the folder that it is in, as in schema.org's archive."""
    told = published.get("schema:schemaVersion") if isinstance(published, dict) else None
    for text in (str(told or ""), path.resolve().parent.name):
        if found := re.search(r"(?:^|/)(\d+\.\d+)/?$", text):
            return found[1]
    return ""
