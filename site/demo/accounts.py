"""The demo's groups, accounts and workflow."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from demo import passwords
from faq_pages.models import CallToAction, ClinicalReview, FAQSettings, Person, Topic
from faq_pages.seo import SeoSettings

SNIPPETS = (Person, Topic, CallToAction)

EDITOR, PUBLISHER, REVIEWER = "Editor", "Publisher", "Clinical reviewer"


@dataclass(frozen=True, kw_only=True)
class Account:
    username: str
    first_name: str
    last_name: str
    group: str = ""

    @property
    def email(self) -> str:
        # .example is kept free for this: nobody's mailbox.
        return f"{self.username}@maywell.example"


ACCOUNTS = (
    Account(username="admin", first_name="Robin", last_name="Tran"),
    Account(username="editor", first_name="Nora", last_name="Whitfield", group=EDITOR),
    Account(username="publisher", first_name="Marcus", last_name="Hale", group=PUBLISHER),
    Account(username="reviewer", first_name="Elena", last_name="Marsh", group=REVIEWER),
)


def add_groups() -> None:
    """Add the three groups, with all that they may do apart from pages."""
    _add_group(EDITOR, files=["add", "choose"])
    _add_group(PUBLISHER, files=["add", "change", "choose"])
    _add_group(REVIEWER, files=["choose"])
    for name in (EDITOR, PUBLISHER):
        _allow(name, ["view", "add", "change"], SNIPPETS)
    _allow(PUBLISHER, ["change"], (SeoSettings, FAQSettings))
    _allow(REVIEWER, ["view"], SNIPPETS)
    _allow(REVIEWER, ["add"], (ClinicalReview,))


def open_pages(home: Page) -> None:
    """Let the groups work on the pages from `home` on."""
    writing = ["add_page", "change_page"]
    publishing = ["publish_page", "lock_page", "unlock_page"]
    _open_pages(EDITOR, home, writing)
    _open_pages(PUBLISHER, home, writing + publishing)
    # To change pages is to see drafts and previews, and to comment on them.
    _open_pages(REVIEWER, home, ["change_page"])


def _add_group(name: str, *, files: list[str]) -> None:
    group, _ = Group.objects.get_or_create(name=name)
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    for model in (get_image_model(), get_document_model()):
        for action in files:
            GroupCollectionPermission.objects.get_or_create(
                group=group,
                collection=Collection.get_first_root_node(),
                permission=_permission(model, f"{action}_{model._meta.model_name}"),
            )


def _open_pages(name: str, home: Page, codenames: list[str]) -> None:
    group = Group.objects.get(name=name)
    for codename in codenames:
        GroupPagePermission.objects.get_or_create(
            group=group, page=home, permission=_permission(Page, codename)
        )


def _allow(name: str, actions: list[str], models: Iterable[type[Model]]) -> None:
    Group.objects.get(name=name).permissions.add(
        *(
            _permission(model, f"{action}_{model._meta.model_name}")
            for model in models
            for action in actions
        )
    )


def _permission(model: Any, codename: str) -> Permission:
    meta = model._meta
    return Permission.objects.get(
        content_type__app_label=meta.app_label,
        content_type__model=meta.model_name,
        codename=codename,
    )


def drop_unused_defaults() -> None:
    """Take away Wagtail's own Editors and Moderators, so as not to confuse them with ours."""
    groups = Group.objects.filter(name__in=("Editors", "Moderators"), user=None)
    for task in GroupApprovalTask.objects.filter(groups__in=groups):
        Workflow.objects.filter(workflow_tasks__task=task).delete()
        task.delete()
    groups.delete()


def add_accounts() -> dict[str, Any]:
    """Add the accounts; return them by name. One that is there stays as it is."""
    users = get_user_model().objects
    made: dict[str, str] = {}
    for account in ACCOUNTS:
        if not users.filter(username=account.username).exists():
            made[account.username] = passwords.new_password()
            _add_account(account, made[account.username])
    # Before the database commits: a password that nobody knows is of no use.
    passwords.save(made)
    return {account.username: users.get(username=account.username) for account in ACCOUNTS}


def _add_account(account: Account, password: str) -> None:
    user = get_user_model().objects.create_user(
        username=account.username,
        email=account.email,
        password=password,
        first_name=account.first_name,
        last_name=account.last_name,
        is_staff=not account.group,
        is_superuser=not account.group,
    )
    if account.group:
        user.groups.add(Group.objects.get(name=account.group))


def add_workflow(home: Page) -> None:
    """What an editor submits waits for a publisher."""
    task = GroupApprovalTask.objects.create(name="A publisher reads and publishes")
    task.groups.add(Group.objects.get(name=PUBLISHER))
    workflow = Workflow.objects.create(name="Publishing")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=home)
