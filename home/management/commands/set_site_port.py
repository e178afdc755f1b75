from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

OWN_MACHINE = ("localhost", "127.0.0.1")


class Command(BaseCommand):
    help = (
        "Give the default site the port that this machine serves it on, so that its "
        "canonical addresses work. A site with a name of its own stays as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("port", type=int)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        site = Site.objects.filter(is_default_site=True, hostname__in=OWN_MACHINE).first()
        if site is None or site.port == port:
            return
        site.port = port
        try:
            site.full_clean()
        except ValidationError as error:
            raise CommandError(
                f"The default site cannot have port {port}: {' '.join(error.messages)}"
            ) from error
        site.save(update_fields=["port"])
        self.stdout.write(f"The default site is now {site.root_url}.")
