"""What servers of the site need: a folder, the database, something to show."""

import pytest

from tests.faq_pages import samples
from tests.faq_pages.page_cache import servers


@pytest.fixture
def knees(transactional_db: None) -> str:
    """The address of a published page."""
    index = samples.index_page()
    page = samples.faq_page(index, samples.tldr(), samples.question(), title="Knees", slug="knees")
    return str(page.url)


@pytest.fixture
def site(knees: str, tmp_path) -> dict[str, str]:
    """The environment of a server that shows it."""
    return servers.environment(tmp_path)


@pytest.fixture
def rendered(tmp_path):
    """Returns the addresses that were made since it was asked last, by whichever process."""
    file = tmp_path / "rendered"

    def read() -> list[str]:
        found = file.read_text().splitlines() if file.exists() else []
        file.write_text("")
        return found

    return read
