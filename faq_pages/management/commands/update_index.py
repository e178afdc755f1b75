"""Wagtail's own update_index, with a progress bar."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.progress import Progress
from wagtail.search.management.commands import update_index


class Command(update_index.Command):
    """Does what Wagtail's does, and shows how far it is where it prints a dot for 1,000 rows."""

    def queryset_chunks(self, qs: Any, *args: Any, **kwargs: Any) -> Iterator[list[Any]]:
        self._rows, self._name = qs.count(), str(qs.model._meta.verbose_name_plural)
        chunks: Iterator[list[Any]] = super().queryset_chunks(qs, *args, **kwargs)
        return chunks

    def print_iter_progress(self, iterable: Iterable[list[Any]]) -> Iterator[list[Any]]:
        console = Console(stderr=True)
        if not console.is_terminal or self.verbosity == 0:
            # Wagtail's dots, for a log.
            yield from super().print_iter_progress(iterable)
            return
        with Progress(console=console) as progress:
            task = progress.add_task(self._name, total=self._rows)
            for chunk in iterable:
                yield chunk
                progress.advance(task, len(chunk))
