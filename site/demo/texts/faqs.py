"""The demo's FAQ pages: the words, and what stands around them."""

from dataclasses import dataclass

from demo.texts import topics
from demo.texts.getting_ready import GETTING_READY
from demo.texts.si_joint_fusion import SI_JOINT_FUSION
from demo.texts.steroid_injection import STEROID_INJECTION
from demo.texts.topics import TopicText
from faq_pages.content import FAQ


@dataclass(frozen=True, kw_only=True)
class Illustration:
    """A picture at the end of the answer to a question, counted from 1."""

    question: int
    picture: str
    caption: str


@dataclass(frozen=True, kw_only=True)
class FAQText:
    """`related` holds the addresses of the pages to read next."""

    slug: str
    faq: FAQ
    picture: str
    topics: tuple[TopicText, ...]
    related: tuple[str, ...]
    illustrations: tuple[Illustration, ...] = ()


FAQS = (
    FAQText(
        slug="sacroiliac-joint-fusion",
        faq=SI_JOINT_FUSION,
        picture="fusion",
        topics=(topics.SI_JOINT_FUSION, topics.SI_JOINT_PAIN, topics.SACROILIITIS),
        related=(
            "/conditions/sacroiliac-joint-pain/",
            "/treatments/sacroiliac-joint-fusion/",
            "/faqs/preparing-for-a-procedure/",
        ),
        illustrations=(
            Illustration(
                question=1,
                picture="pelvis",
                caption="The SI joints link the base of the spine to the hip bones.",
            ),
        ),
    ),
    FAQText(
        slug="sacroiliac-joint-steroid-injection",
        faq=STEROID_INJECTION,
        picture="injection",
        topics=(topics.STEROID_INJECTION, topics.SI_JOINT_PAIN, topics.SACROILIITIS),
        related=(
            "/treatments/sacroiliac-joint-steroid-injection/",
            "/faqs/preparing-for-a-procedure/",
            "/faqs/sacroiliac-joint-fusion/",
        ),
    ),
    FAQText(
        slug="preparing-for-a-procedure",
        faq=GETTING_READY,
        picture="getting-ready",
        topics=(topics.SI_JOINT_FUSION, topics.STEROID_INJECTION),
        related=(
            "/faqs/sacroiliac-joint-fusion/",
            "/faqs/sacroiliac-joint-steroid-injection/",
        ),
    ),
)
