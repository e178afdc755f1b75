"""Who can do what in the demo, and where the passwords are."""

import io
import stat
import tempfile
from configparser import ConfigParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import override_settings
from wagtail.models import Workflow
from wagtail.test.utils import WagtailPageTestCase

from faq_pages.models import FAQPage

NAMES = {"admin", "editor", "publisher", "reviewer"}


def load_demo() -> str:
    output = io.StringIO()
    call_command("load_demo", stdout=output)
    return output.getvalue()


class Accounts(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_demo()
        cls.page = FAQPage.objects.get(slug="sacroiliac-joint-fusion")

    def test_an_editor_writes_and_does_not_publish(self):
        can = self.page.permissions_for_user(user("editor"))
        assert can.can_edit()
        assert can.can_submit_for_moderation()
        assert not can.can_publish()
        assert self.page.get_parent().permissions_for_user(user("editor")).can_add_subpage()

    def test_a_publisher_publishes_locks_and_unlocks(self):
        can = self.page.permissions_for_user(user("publisher"))
        assert can.can_edit()
        assert can.can_publish()
        assert can.can_lock()
        assert user("publisher").has_perms(
            ["wagtailseo.change_seosettings", "faq_pages.change_faqsettings"]
        )

    def test_a_reviewer_reads_drafts_and_signs_but_neither_adds_nor_publishes(self):
        can = self.page.permissions_for_user(user("reviewer"))
        assert can.can_edit()
        assert not can.can_publish()
        assert not self.page.get_parent().permissions_for_user(user("reviewer")).can_add_subpage()
        assert user("reviewer").has_perm("faq_pages.add_clinicalreview")
        assert user("reviewer").faq_person.name == "Elena Marsh"

    def test_only_reviewers_sign(self):
        for name in ("editor", "publisher"):
            assert not user(name).has_perm("faq_pages.add_clinicalreview")

    def test_nobody_meets_a_closed_door_on_the_way_to_a_page(self):
        for name in ("editor", "publisher", "reviewer"):
            self.client.force_login(user(name))
            for path in (
                "/admin/",
                f"/admin/pages/{self.page.pk}/edit/",
                "/admin/snippets/faq_pages/person/",
                "/admin/snippets/faq_pages/topic/",
                "/admin/snippets/faq_pages/calltoaction/",
                "/admin/images/chooser/",
            ):
                assert self.client.get(path).status_code == 200, (name, path)

    def test_what_an_editor_submits_waits_for_a_publisher(self):
        workflow = self.page.get_workflow()
        assert workflow.name == "Publishing"
        state = workflow.start(self.page, user("editor"))
        task = state.current_task_state.task.specific
        assert ("approve", "Approve", False) in [
            tuple(map(str, action[:2])) + action[2:]
            for action in task.get_actions(self.page, user("publisher"))
        ]
        assert task.get_actions(self.page, user("editor")) == []

    def test_wagtails_own_groups_do_not_stand_beside_ours(self):
        assert {group.name for group in Group.objects.all()} == {
            "Clinical reviewer",
            "Editor",
            "Publisher",
        }
        assert [workflow.name for workflow in Workflow.objects.all()] == ["Publishing"]


class Passwords(WagtailPageTestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "new" / "passwords.txt"
        settings = override_settings(DEMO_PASSWORDS_FILE=str(self.file))
        settings.enable()
        self.addCleanup(settings.disable)

    def test_only_the_owner_can_read_them(self):
        load_demo()
        assert stat.S_IMODE(self.file.stat().st_mode) == 0o600
        assert list(self.file.parent.iterdir()) == [self.file]

    def test_they_are_those_of_the_accounts(self):
        load_demo()
        noted = passwords(self.file)
        assert noted.keys() == NAMES
        assert len(set(noted.values())) == len(NAMES)
        for name, password in noted.items():
            assert user(name).check_password(password)

    def test_the_command_tells_where_they_are_and_prints_none(self):
        output = load_demo()
        assert "http://127.0.0.1:8000/admin/" in output
        assert str(self.file) in output
        assert not any(password in output for password in passwords(self.file).values())

    def test_a_second_run_changes_none(self):
        load_demo()
        before = self.file.read_bytes()
        assert "as admin, editor, publisher or reviewer" in load_demo()
        assert self.file.read_bytes() == before

    def test_those_of_another_database_stay(self):
        self.file.parent.mkdir()
        self.file.write_text("[postgresql elsewhere on 127.0.0.1:5432]\nadmin = 100%%sure\n")
        load_demo()
        assert "[postgresql elsewhere on 127.0.0.1:5432]\nadmin = 100%%sure\n" in (
            self.file.read_text()
        )

    def test_a_lost_file_is_told_with_what_to_do(self):
        load_demo()
        self.file.unlink()
        output = load_demo()
        assert "no valid password for admin, editor, publisher or reviewer" in output
        assert "python manage.py changepassword" in output
        assert not self.file.exists()

    def test_a_password_that_its_owner_changed_is_told(self):
        load_demo()
        editor = user("editor")
        editor.set_password("chosen by its owner")
        editor.save()
        assert "no valid password for editor:" in load_demo()


def user(name: str) -> Any:
    return User.objects.get(username=name)


def passwords(file: Path) -> dict[str, str]:
    sections = ConfigParser(interpolation=None)
    sections.read(file)
    return dict(sections[sections.sections()[-1]])
