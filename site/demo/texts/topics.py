"""What the demo's FAQ pages are about, with codes of ICD-10-CM."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class TopicText:
    slug: str
    name: str
    type: str
    description: str
    also_called: tuple[str, ...] = ()
    icd_10_cm: tuple[str, ...] = ()


SI_JOINT_PAIN = TopicText(
    slug="sacroiliac-joint-pain",
    name="Sacroiliac joint pain",
    type="MedicalCondition",
    description="Pain from the joint between the base of the spine and the hip bone.",
    also_called=("SI joint pain", "Sacroiliac joint dysfunction"),
    # M53.3: sacrococcygeal disorders, not elsewhere classified.
    icd_10_cm=("M53.3",),
)

SACROILIITIS = TopicText(
    slug="sacroiliitis",
    name="Sacroiliitis",
    type="MedicalCondition",
    description="Inflammation of one or both sacroiliac joints.",
    also_called=("Inflamed SI joint",),
    # M46.1: sacroiliitis, not elsewhere classified.
    icd_10_cm=("M46.1",),
)

SI_JOINT_FUSION = TopicText(
    slug="sacroiliac-joint-fusion",
    name="Sacroiliac joint fusion",
    type="MedicalProcedure",
    description="Surgery that holds a sacroiliac joint still with implants.",
    also_called=("SI joint fusion", "Sacroiliac arthrodesis"),
)

STEROID_INJECTION = TopicText(
    slug="sacroiliac-joint-steroid-injection",
    name="Sacroiliac joint steroid injection",
    type="MedicalProcedure",
    description="Numbing medicine and a steroid placed in the sacroiliac joint.",
    also_called=("SI joint injection", "Cortisone shot in the SI joint"),
)

ALL = (SI_JOINT_PAIN, SACROILIITIS, SI_JOINT_FUSION, STEROID_INJECTION)
