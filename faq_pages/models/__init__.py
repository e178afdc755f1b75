"""Pages, what they share, and who signed them."""

from faq_pages.models.audits import AuditFinding, PageAudit
from faq_pages.models.calls_to_action import CallToAction
from faq_pages.models.feedback import Feedback
from faq_pages.models.index import FAQIndexPage
from faq_pages.models.pages import FAQPage
from faq_pages.models.people import Person
from faq_pages.models.public import PublicPage
from faq_pages.models.published import PublishedQuestion, SearchWord
from faq_pages.models.related import RelatedPage
from faq_pages.models.removed import RemovedAddress
from faq_pages.models.reviews import ClinicalReview
from faq_pages.models.site import FAQSettings, webpage_for, website_for
from faq_pages.models.topics import Topic, TopicCode
from faq_pages.models.uploads import DocumentUpload

__all__ = [
    "AuditFinding",
    "CallToAction",
    "ClinicalReview",
    "DocumentUpload",
    "FAQIndexPage",
    "FAQPage",
    "FAQSettings",
    "Feedback",
    "PageAudit",
    "Person",
    "PublicPage",
    "PublishedQuestion",
    "RelatedPage",
    "RemovedAddress",
    "SearchWord",
    "Topic",
    "TopicCode",
    "webpage_for",
    "website_for",
]
