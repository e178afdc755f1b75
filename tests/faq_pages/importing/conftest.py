"""The project's own samples are tried where their folder is, and nowhere named."""

from tests.faq_pages.importing.samples import SHARED

collect_ignore = [] if SHARED.is_dir() else ["test_shared_samples.py"]
