"""What Wagtail's search lacks on PostgreSQL: indexes that its queries can use.

It looks for words in `title || body`, for which its own migrations make no
index, so that PostgreSQL would read every row: 9 times the time at 9 times the
questions. Ours holds the published questions alone.

What it finds there it joins to the questions by their number as a text, for
which no table has an index either.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connections
from wagtail.search.models import IndexEntry

from faq_pages.models.published import PublishedQuestion

INDEX = "faq_pages_published_question_words"
NUMBERS = "faq_pages_published_question_numbers"


def prepare(using: str = DEFAULT_DB_ALIAS) -> None:
    """Make the indexes that are missing."""
    connection = connections[using]
    table = IndexEntry._meta.db_table
    if table not in connection.introspection.table_names():
        return
    kind = ContentType.objects.db_manager(using).get_for_model(PublishedQuestion)
    # As Wagtail writes it, or PostgreSQL takes it for something else.
    object_id: Any = IndexEntry._meta.get_field("object_id")
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE INDEX IF NOT EXISTS {INDEX}_{int(kind.pk)} ON {table} "
            f"USING gin ((title || body)) WHERE content_type_id = {int(kind.pk)}"
        )
        cursor.execute(
            f"CREATE INDEX IF NOT EXISTS {NUMBERS} ON {PublishedQuestion._meta.db_table} "
            f"((({PublishedQuestion._meta.pk.column})::varchar({object_id.max_length})))"
        )
