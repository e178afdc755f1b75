"""The version changes when a change of content is committed, and never otherwise."""

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction

from faq_pages import content_version
from faq_pages.content_version.stamps import CacheStamp, FileStamp
from faq_pages.models import Topic
from tests.faq_pages import samples

PLACES = ["file", "cache"]


@pytest.fixture(params=PLACES)
def place(request, settings, tmp_path):
    if request.param == "file":
        settings.FAQ_PAGES_VERSION_FILE = tmp_path / "below" / "version"
    else:
        cache.clear()
        settings.FAQ_PAGES_VERSION_CACHE = "default"


@pytest.mark.usefixtures("place")
@pytest.mark.django_db(transaction=True)
class TestCommitted:
    def test_it_stays_while_nothing_changes(self):
        before = content_version.current()
        list(Topic.objects.all())
        assert before
        assert content_version.current() == before

    def test_a_statement_without_a_transaction_changes_it(self):
        before = content_version.current()
        Topic.objects.create(name="Hip", slug="Hip")
        assert content_version.current() != before

    def test_many_rows_in_one_statement_change_it(self):
        before = content_version.current()
        Topic.objects.bulk_create([Topic(name="Hip", slug="hip"), Topic(name="Knee", slug="knee")])
        assert content_version.current() != before

    def test_a_transaction_changes_it_when_it_is_committed(self):
        before = content_version.current()
        with transaction.atomic():
            Topic.objects.create(name="Hip", slug="Hip")
            assert content_version.current() is None
        after = content_version.current()
        assert after
        assert after != before

    def test_a_transaction_that_is_rolled_back_leaves_it(self):
        before = content_version.current()
        with transaction.atomic():
            Topic.objects.create(name="Hip", slug="Hip")
            transaction.set_rollback(True)
        assert content_version.current() == before

    def test_a_savepoint_that_is_rolled_back_takes_no_other_change_along(self):
        before = content_version.current()
        with transaction.atomic():
            with transaction.atomic():
                Topic.objects.create(name="Hip", slug="Hip")
                transaction.set_rollback(True)
            Topic.objects.create(name="Knee", slug="Knee")
        assert content_version.current() != before

    def test_a_failing_hook_of_somebody_else_takes_no_change_along(self):
        before = content_version.current()
        with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012
            transaction.on_commit(lambda: 1 / 0)
            Topic.objects.create(name="Hip", slug="hip")
        assert content_version.current() != before

    def test_rows_before_one_that_fails_change_it(self):
        before = content_version.current()
        table = Topic._meta.db_table
        rows = [("Hip", "hip"), ("Knee", "knee"), ("Hip", "hip")]
        with connection.cursor() as cursor, pytest.raises(IntegrityError):
            cursor.executemany(
                f"INSERT INTO {table} (name, slug, type, also_called, description) "
                "VALUES (%s, %s, 'condition', '', '')",
                rows,
            )
        assert content_version.current() != before

    def test_a_wrapper_around_the_first_statement_of_a_connection_blinds_nobody(self):
        connection.close()
        with connection.execute_wrapper(lambda execute, *args: execute(*args)):
            Topic.objects.count()
        before = content_version.current()
        Topic.objects.create(name="Hip", slug="hip")
        assert content_version.current() != before

    def test_saving_a_draft_leaves_it(self):
        page = samples.faq_page(samples.index_page())
        before = content_version.current()
        page.title = "Another title"
        page.save_revision()
        assert content_version.current() == before

    def test_publishing_changes_it(self):
        page = samples.faq_page(samples.index_page())
        before = content_version.current()
        page.save_revision().publish()
        assert content_version.current() != before


@pytest.mark.django_db
def test_a_site_that_names_no_place_has_none():
    assert content_version.current() is None


def test_a_deleted_file_is_another_version(tmp_path):
    stamp = FileStamp(tmp_path / "version")
    stamp.change()
    # Some systems tell times apart by no more than some thousandths of a second.
    os.utime(stamp.path, (1, 1))
    before = stamp.read()
    stamp.change()
    changed = stamp.read()
    stamp.path.unlink()
    assert len({before, changed, stamp.read()}) == 3


def test_all_who_miss_the_file_at_once_read_the_same(tmp_path):
    for number in range(20):
        stamp, start = FileStamp(tmp_path / str(number) / "version"), Barrier(8)

        def read(_, stamp=stamp, start=start):
            start.wait()
            return stamp.read()

        with ThreadPoolExecutor(8) as threads:
            assert len(set(threads.map(read, range(8)))) == 1


def test_a_cache_that_forgets_begins_with_another_version():
    cache.clear()
    stamp = CacheStamp("default")
    before = stamp.read()
    stamp.change()
    changed = stamp.read()
    cache.clear()
    assert len({before, changed, stamp.read()}) == 3


@pytest.mark.django_db(transaction=True)
def test_a_place_that_cannot_be_written_is_an_error_in_the_log_and_the_work_is_kept(
    settings, tmp_path, caplog
):
    settings.FAQ_PAGES_VERSION_FILE = tmp_path
    Topic.objects.create(name="Hip", slug="Hip")
    assert Topic.objects.get().name == "Hip"
    assert "could not be told that content has changed" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_place_that_does_not_answer_is_no_version(settings, caplog):
    settings.FAQ_PAGES_VERSION_FILE = "/dev/null/version"
    assert content_version.current() is None
    assert "does not answer" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_change_that_could_not_be_told_is_told_as_soon_as_it_can_be(settings, tmp_path):
    folder = tmp_path / "version"
    settings.FAQ_PAGES_VERSION_FILE = folder / "file"
    before = content_version.current()
    for file in folder.iterdir():
        file.rename(tmp_path / "moved")
    folder.rmdir()
    folder.touch()
    Topic.objects.create(name="Hip", slug="Hip")
    assert content_version.current() is None
    folder.unlink()
    folder.mkdir()
    (tmp_path / "moved").rename(folder / "file")
    after = content_version.current()
    assert after
    assert after != before
    assert content_version.current() == after
