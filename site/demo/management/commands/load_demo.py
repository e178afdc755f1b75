from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Site

from demo.loading import load
from demo.signing_in import instructions


class Command(BaseCommand):
    help = (
        "Fill a new database with the demo site: pages, people, groups and accounts. "
        "A database that has a site of its own stays as it is."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if load():
            self.stdout.write("The demo site is loaded.")
        else:
            self.stdout.write("This database has its site already: nothing was changed.")
        if site := Site.objects.filter(is_default_site=True).first():
            for line in instructions(site):
                self.stdout.write(line)
