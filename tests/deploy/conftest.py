"""nginx as it is shipped, in front of a site that a test tells what to say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.shipped import Nginx, running
from tests.deploy.upstream import Upstream


@pytest.fixture
def site() -> Iterator[Upstream]:
    """The site, which answers 404 to what a test has not given it."""
    site = Upstream()
    site.start()
    yield site
    site.stop()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """What DATA_DIR names: collected static files and uploads."""
    for name in ("static", "media"):
        (tmp_path / "data" / name).mkdir(parents=True)
    return tmp_path / "data"


@pytest.fixture
def nginx(site: Upstream, data: Path, tmp_path: Path) -> Iterator[Nginx]:
    folder = tmp_path / "nginx"
    folder.mkdir()
    with running(folder, site.address, data) as nginx:
        yield nginx
