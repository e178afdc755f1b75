"""Notes each page that a server makes."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from django.http import HttpRequest
from django.http.response import HttpResponseBase


class CountingMiddleware:
    """Adds a line with the address to a file that several processes share.

    SECONDS_A_PAGE makes each take that much longer, so that many wait for it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.file = Path(os.environ["RENDERED"])
        self.seconds = float(os.environ.get("SECONDS_A_PAGE", "0"))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with self.file.open("a") as file:
            file.write(f"{request.get_full_path()}\n")
        time.sleep(self.seconds)
        return self.get_response(request)
