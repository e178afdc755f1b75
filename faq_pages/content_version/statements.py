"""Which SQL changes what a visitor may see.

Whatever is not known to be harmless counts: a table that nobody here has thought of can make
pages be made once more than needed, and never one be out of date.
"""

import re
from functools import lru_cache

from django.apps import apps

from faq_pages import conf

# What editors and the site itself write beside content: drafts and who edits them, tasks and
# comments, who signs in, what was searched for. Search's own index follows the pages that it
# is about. Pictures in another size do count: a page shows those that are made by then.
WITHOUT_CONTENT = (
    "axes.AccessAttempt",
    "axes.AccessAttemptExpiration",
    "axes.AccessFailureLog",
    "axes.AccessLog",
    "faq_pages.AuditFinding",
    "faq_pages.DocumentUpload",
    "faq_pages.Feedback",
    "faq_pages.PageAudit",
    "sessions.Session",
    "wagtailadmin.EditingSession",
    "wagtailadmin.FormState",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.WorkflowState",
    "wagtailsearch.IndexEntry",
    "wagtailsearch.SQLiteFTSIndexEntry",
    "wagtailsearchpromotions.Query",
    "wagtailsearchpromotions.QueryDailyHits",
    "wagtailusers.UserProfile",
)

# Columns that are written alone when a draft is saved, or when somebody signs in.
WITHOUT_CONTENT_ALONE = frozenset(
    (
        "draft_title",
        "has_unpublished_changes",
        "last_login",
        "latest_revision_created_at",
        "latest_revision_id",
    )
)

_HARMLESS = frozenset(
    (
        "analyze",
        "begin",
        "close",
        "commit",
        "declare",
        "fetch",
        "pragma",
        "release",
        "reset",
        "rollback",
        "savepoint",
        "select",
        "set",
        "show",
        "vacuum",
    )
)
_FIRST_WORD = re.compile(r"[\s(]*(\w+)")
_CHANGE = re.compile(
    r'\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE(?:\s+ONLY)?|DELETE\s+FROM(?:\s+ONLY)?)\s+"?(\w+)',
    re.IGNORECASE,
)
# As Django writes it, and nothing else: values are parameters.
_DRAFT_UPDATE = re.compile(
    r'\s*UPDATE\s+"\w+"\s+SET\s+("\w+" = (?:%s|NULL)(?:, "\w+" = (?:%s|NULL))*)(?:\s+WHERE\s.*)?',
    re.DOTALL,
)
_COLUMN = re.compile(r'"(\w+)" =')
_WRITES = re.compile(r"\b(?:INSERT|UPDATE|DELETE|MERGE)\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def changes_content(sql: str) -> bool:
    """Whether `sql`, a statement or several, may change what a visitor sees."""
    # One with a ";" in its text falls apart as well, and so counts.
    return any(map(_one_changes_content, sql.rstrip().rstrip(";").split(";")))


def _one_changes_content(sql: str) -> bool:
    found = _FIRST_WORD.match(sql)
    word = found[1].lower() if found else ""
    # What stands around another statement.
    if word in {"explain", "with"}:
        return bool(_WRITES.search(sql))
    if word in _HARMLESS:
        return False
    change = _CHANGE.match(sql)
    if change is None:
        return True
    return change[1] not in _tables_without_content() and not _is_about_drafts(sql)


def _is_about_drafts(sql: str) -> bool:
    update = _DRAFT_UPDATE.fullmatch(sql)
    return update is not None and WITHOUT_CONTENT_ALONE.issuperset(_COLUMN.findall(update[1]))


@lru_cache(maxsize=1)
def _tables_without_content() -> frozenset[str]:
    """The tables of these models, as far as the site has their apps."""
    names = {name.lower() for name in (*WITHOUT_CONTENT, *conf.models_without_content())}
    return frozenset(
        model._meta.db_table for model in apps.get_models() if model._meta.label_lower in names
    )
