"""Who waits for a command at a terminal sees how far it is; a log has none of it."""

import json
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.faq_pages import samples

BAR = "━"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(db: None, index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    """Run a command with its messages on a terminal or elsewhere, and return them."""
    samples.faq_page(index, samples.question())
    file = tmp_path / "faqs.jsonl"
    question = {"question": "Is it safe?", "answer": "Yes."}
    file.write_text(json.dumps({"id": "a1", "title": "Tea", "questions": [question]}))
    arguments = {
        "load_faqs": [str(file), "--parent", "/faqs/"],
        "audit": ["--fail-on", "never"],
    }

    def run(command: str, messages: StringIO) -> str:
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys, "stderr", messages)
        call_command(command, *arguments.get(command, []))
        return messages.getvalue()

    return run


COMMANDS = ["load_faqs", "rebuild_questions", "update_index", "audit", "make_covers"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_takes_long_shows_a_bar_at_a_terminal_and_none_in_a_log(command, run):
    assert BAR in run(command, Terminal())
    assert BAR not in run(command, StringIO())
