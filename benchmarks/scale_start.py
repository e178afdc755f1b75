"""Prints what it takes to start a site and answer once: `python scale_start.py WSGI PATH`.

In seconds of the processor since the process began, Python's own start included: a file that
is not in memory yet would be the disk's matter, and other work the machine's.
"""

import sys
import time
from importlib import import_module


def main(application: str, path: str) -> None:
    import_module(application)
    from django.test import Client

    status = Client(headers={"host": "127.0.0.1"}).get(path).status_code
    assert status == 200, f"{path} answers {status}"
    print(time.process_time())


if __name__ == "__main__":
    main(*sys.argv[1:])
