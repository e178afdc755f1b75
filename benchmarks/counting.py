"""Prints what pages cost: `python benchmarks/counting.py PATH...`, as JSON by path.

For the site that DJANGO_SETTINGS_MODULE names; each page is asked for three times, and the
third view is counted. The first may make files of its pictures, which is a change of content.
"""

import json
import sys

WARM = 2


def main(paths: list[str]) -> None:
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    visitor = Client(headers={"host": "127.0.0.1"})
    counts = {}
    for path in paths:
        for _ in range(WARM):
            visitor.get(path)
        with CaptureQueriesContext(connection) as captured:
            response = visitor.get(path)
        assert response.status_code == 200, f"{path} answers {response.status_code}"
        counts[path] = len(captured)
    print(json.dumps(counts))


if __name__ == "__main__":
    main(sys.argv[1:])
