"""Files that are made to do harm: refused in a sentence, at once, and in little memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from faq_pages.importing import Refusal, read_file
from tests.faq_pages.importing import hostile

ROOT = Path(__file__).parents[3]
SECONDS = 10
MEGABYTES = 300

# The outcome of one file in a process of its own, and the most memory that it took.
ALONE = """
import importlib, json, sys
from pathlib import Path
from faq_pages.importing import Refusal, read_file
hostile = importlib.import_module("tests.faq_pages.importing.hostile")
data = getattr(hostile, sys.argv[1])(*map(int, sys.argv[2:]))
try:
    outcome = len(read_file("x", data).faq.questions)
except Refusal as refusal:
    outcome = str(refusal)
# The figure of `getrusage` begins with what the parent process had.
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else ["VmHWM: 0 kB"]
peak = next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))
print(json.dumps([outcome, peak]))
"""


@pytest.mark.parametrize(
    ("file", "arguments", "says"),
    [
        ("zip_bomb", [], "unpack to more than"),
        ("docx_bomb", [], "unpack to more than"),
        ("lying_zip", [], "damaged or not complete"),
        ("traversal_zip", [], "leads outside"),
        ("encrypted_zip", [], "password"),
        ("billion_laughs_docx", [], "not safe to open"),
        ("external_entity_docx", [], "not safe to open"),
        ("nested_docx", [20_000], "not safe to open"),
        ("many_parts_docx", [30], "not safe to open"),
        ("nested_html", [20_000], "inside each other"),
        ("five_megabytes_of_words", [], "too many characters"),
        ("many_paragraphs_docx", [40_000], "not safe to open"),
    ],
)
def test_a_hostile_file_is_refused_at_once_and_in_little_memory(file, arguments, says):
    outcome, peak = read_alone(file, arguments)
    assert says in str(outcome)
    assert peak < MEGABYTES


@pytest.mark.parametrize(
    ("file", "arguments"),
    [("five_megabyte_page", []), ("many_paragraphs_docx", [3_000]), ("large_pictures_docx", [])],
)
def test_a_very_large_document_is_read_in_little_memory(file, arguments):
    outcome, peak = read_alone(file, arguments)
    assert isinstance(outcome, int)
    assert peak < MEGABYTES


def read_alone(file: str, arguments: list[int]) -> tuple[int | str, int]:
    command = [sys.executable, "-c", ALONE, file, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=SECONDS
    )
    outcome, peak = json.loads(done.stdout)
    return outcome, peak


def test_an_entity_of_a_hostile_document_is_never_looked_up(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    with pytest.raises(Refusal) as refusal:
        read_file("x.docx", hostile.external_entity_docx(secret.as_uri()))
    assert "a secret" not in str(refusal.value)
