"""A process that only serves pages does not load what editors and searches need."""

import os
import subprocess
import sys

LATER = {"mammoth", "markdown_it", "snowballstemmer", "faq_pages.importing"}


def test_starting_the_site_imports_no_importer_and_no_stemmer():
    code = (
        "import sys, django; django.setup(); from django.urls import resolve; resolve('/admin/');"
        f"print(sorted({LATER!r} & set(sys.modules)))"
    )
    found = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True, env=found
    )
    assert done.stdout.strip() == "[]"
