"""Which statements count as a change of content."""

import pytest

from faq_pages.content_version.statements import WITHOUT_CONTENT, changes_content


@pytest.mark.parametrize(
    "sql",
    [
        'INSERT INTO "wagtailcore_page" ("title") VALUES (%s)',
        "INSERT OR REPLACE INTO wagtailcore_site (id) VALUES (%s)",
        'INSERT INTO "wagtailimages_rendition" ("filter_spec") VALUES (%s)',
        'UPDATE "faq_pages_person" SET "name" = %s WHERE "faq_pages_person"."id" = %s',
        'DELETE FROM "faq_pages_faqpage_topics" WHERE "id" IN (%s)',
        'UPDATE "wagtailcore_page" SET "draft_title" = %s, "title" = %s WHERE "id" = %s',
        'update "wagtailcore_page" set "live" = %s',
        'WITH moved AS (SELECT 1) UPDATE "wagtailcore_page" SET "path" = %s',
        'TRUNCATE "wagtailcore_page"',
        'DROP TABLE "wagtailcore_page"',
        'ALTER TABLE "home_homepage" ADD COLUMN "intro" text',
        'REPLACE INTO "a_table_of_another_app" VALUES (%s)',
        'COPY "wagtailcore_page" FROM STDIN',
        "something nobody has heard of",
        'UPDATE "wagtailcore_page" SET "draft_title" = (SELECT 1 WHERE 1=1), "title" = %s',
        'UPDATE "wagtailcore_page" SET "draft_title" = %s, title = %s WHERE id = 1',
        "SELECT 1; UPDATE wagtailcore_page SET title = 'x'",
        'INSERT INTO "wagtailcore_revision" ("id") VALUES (1); DELETE FROM wagtailcore_page',
        "EXPLAIN ANALYZE DELETE FROM wagtailcore_page",
        "SELECT 1; TRUNCATE wagtailcore_page",
        "ALTER TABLE home_homepage ADD COLUMN a text; ALTER TABLE home_homepage ADD COLUMN b text",
        "",
    ],
)
def test_what_writes_content_counts(sql):
    assert changes_content(sql)


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "wagtailcore_page"."id" FROM "wagtailcore_page" FOR UPDATE',
        "(SELECT 1) UNION (SELECT 2)",
        'WITH above AS (SELECT 1) SELECT * FROM above WHERE "title" = %s',
        'SAVEPOINT "s1"',
        "SELECT 1; SELECT 2;",
        'RELEASE SAVEPOINT "s1"',
        "PRAGMA foreign_keys = ON",
        "BEGIN IMMEDIATE",
        'INSERT INTO "django_session" ("session_key") VALUES (%s)',
        'DELETE FROM "wagtailcore_revision" WHERE "id" = %s',
        "INSERT INTO wagtailsearch_indexentry_fts(rowid) VALUES (%s)",
    ],
)
def test_what_reads_or_writes_beside_content_does_not(sql):
    assert not changes_content(sql)


def test_a_saved_draft_does_not_count():
    assert not changes_content(
        'UPDATE "wagtailcore_page" SET "latest_revision_created_at" = %s, "draft_title" = %s, '
        '"latest_revision_id" = %s, "has_unpublished_changes" = %s '
        'WHERE "wagtailcore_page"."id" = %s'
    )


def test_signing_in_does_not_count():
    assert not changes_content('UPDATE "auth_user" SET "last_login" = %s WHERE "id" = %s')


def test_every_model_without_content_is_one_that_this_site_has():
    from django.apps import apps

    assert [name for name in WITHOUT_CONTENT if not apps.get_model(name)] == []
