"""The pages around the FAQs: home, conditions, treatments, contact."""

from dataclasses import dataclass

from demo.texts.prose import prose, urgent
from faq_pages.content import Callout


@dataclass(frozen=True, kw_only=True)
class SitePage:
    """What a page of the clinic's site says. `body` may hold h2 headings and links."""

    slug: str
    title: str
    introduction: str
    description: str
    body: str = ""
    heading: str = ""
    picture: str = ""
    callout: Callout | None = None
    in_menus: bool = False


HOME = SitePage(
    slug="maywell-health",
    title="Maywell Health",
    heading="Clear answers when your back hurts",
    introduction=prose("""
        <p>Pain is easier to face when you know what is going on. We take time to find the cause,
        explain your choices in plain words, and plan the next step with you.</p>
    """),
    description="A pain clinic that explains back and joint pain in plain words and plans care "
    "with you. Read answers to common questions or call us.",
    picture="clinic",
)

CONDITIONS = SitePage(
    slug="conditions",
    in_menus=True,
    title="Conditions",
    introduction=prose("""
        <p>Where does it hurt, and why? These pages explain common causes of back and joint
        pain.</p>
    """),
    description="Plain guides to the causes of back and joint pain that we treat.",
    body=prose("""
        <p>Start with <a href="/conditions/sacroiliac-joint-pain/">sacroiliac joint pain</a>, a
        common cause of pain low in the back and in the buttock.</p>
        <p>Not sure what is causing your pain? You do not need to know before you come in. Finding
        out is our job. <a href="/contact/">Call or visit us</a>.</p>
    """),
)

TREATMENTS = SitePage(
    slug="treatments",
    in_menus=True,
    title="Treatments",
    introduction=prose("""
        <p>Most people begin with simple care and go further only if they need to. Here is what we
        offer and how each treatment works.</p>
    """),
    description="How we treat sacroiliac joint pain, from injections to surgery, in plain words.",
    body=prose("""
        <ul>
          <li>A <a href="/treatments/sacroiliac-joint-steroid-injection/">sacroiliac joint steroid
          injection</a> can calm a sore joint and help show where pain starts.</li>
          <li><a href="/treatments/sacroiliac-joint-fusion/">Sacroiliac joint fusion</a> is surgery
          for lasting pain that other care has not eased.</li>
        </ul>
        <p>Wondering what to expect? See the <a href="/faqs/">questions patients ask us</a>.</p>
    """),
)

SI_JOINT_PAIN = SitePage(
    slug="sacroiliac-joint-pain",
    title="Sacroiliac joint pain",
    introduction=prose("""
        <p>The sacroiliac (SI) joints join your spine to your hips. When one of them is sore, you
        may feel it low in your back or deep in your buttock.</p>
    """),
    description="What sacroiliac joint pain feels like, what causes it, how it is found, and what "
    "you can do about it.",
    body=prose("""
        <h2>What it feels like</h2>
        <p>The pain is often on one side, just below the belt line. It may spread to the hip, the
        groin, or the back of the thigh. Many people notice it most when they:</p>
        <ul>
          <li>Stand up from a chair or get out of a car.</li>
          <li>Climb stairs or stand on one leg.</li>
          <li>Roll over in bed.</li>
          <li>Sit for a long time.</li>
        </ul>
        <h2>What causes it</h2>
        <p>A fall, a crash, or years of wear can irritate the joint. It can also start in
        pregnancy, when the joints loosen, or after surgery on the lower spine. Some kinds of
        arthritis make the joint swell. At times, no clear cause is found.</p>
        <h2>How we find it</h2>
        <p>We ask about your pain, watch how you move, and press on the joint in a few ways. X-rays
        or scans help us look for other causes. If the joint still seems likely, numbing medicine
        placed in it can show whether it is the source.</p>
        <h2>What can help</h2>
        <p>Physical therapy and small changes to your day come first. If they are not enough, a
        <a href="/treatments/sacroiliac-joint-steroid-injection/">steroid injection</a> may calm
        the joint. When pain goes on in spite of this care,
        <a href="/treatments/sacroiliac-joint-fusion/">sacroiliac joint fusion</a> is one more
        option.</p>
    """),
    callout=urgent(
        "When it cannot wait",
        """
        <p>Call 911 or go to an emergency room if you lose control of your bladder or bowels, are
        numb between your legs, have new weakness in a leg, or have a fever with severe back
        pain.</p>
        """,
    ),
    picture="pelvis",
)

SI_JOINT_FUSION = SitePage(
    slug="sacroiliac-joint-fusion",
    title="Sacroiliac joint fusion",
    introduction=prose("""
        <p>Fusion is surgery that holds a sore sacroiliac (SI) joint still, with the aim of easing
        pain. It is one option when other care has not been enough.</p>
    """),
    description="Who sacroiliac joint fusion is for, how the surgery is done, and what recovery "
    "may look like.",
    body=prose("""
        <h2>Who it may help</h2>
        <p>Fusion is for people whose pain clearly comes from the SI joint and has gone on for many
        months. Most have tried physical therapy and at least one
        <a href="/treatments/sacroiliac-joint-steroid-injection/">steroid injection</a>. If the
        cause is still in doubt, we look again before we talk about surgery.</p>
        <h2>How it is done</h2>
        <ol>
          <li>You are given medicine so that you sleep and feel no pain.</li>
          <li>The surgeon makes a short cut near the buttock.</li>
          <li>Live X-ray pictures guide small metal implants across the joint. Bone graft may be
          used as well.</li>
          <li>The cut is closed, and you wake up in the recovery room.</li>
        </ol>
        <h2>Afterward</h2>
        <p>A nurse or therapist helps you stand and walk. You may use a walker or crutches at
        first. Over the next months, bone grows and locks the joint. Your care team will tell you
        what to do, and what to leave, at each stage.</p>
        <h2>Risks</h2>
        <p>Risks include infection, bleeding, blood clots, nerve injury, implants that loosen, and
        pain that does not go away. Your surgeon will talk with you about yours.</p>
        <p>For more, read <a href="/faqs/sacroiliac-joint-fusion/">answers to common questions
        about SI joint fusion</a>.</p>
    """),
    picture="walking",
)

STEROID_INJECTION = SitePage(
    slug="sacroiliac-joint-steroid-injection",
    title="Sacroiliac joint steroid injection",
    introduction=prose("""
        <p>A small amount of medicine, placed right in the sore joint, can ease swelling and pain.
        It can also help us learn where your pain begins.</p>
    """),
    description="What a sacroiliac joint steroid injection is for, how it is done, and how you may "
    "feel afterward.",
    body=prose("""
        <h2>Why it is used</h2>
        <p>The shot holds numbing medicine and a steroid. The first shows within minutes whether
        the joint is a source of your <a href="/conditions/sacroiliac-joint-pain/">pain</a>. The
        second can calm the joint over the days that follow.</p>
        <h2>How it is done</h2>
        <p>You lie on your stomach. The doctor numbs your skin and uses live X-ray or another scan
        to guide a thin needle. The needle part is over in a few minutes, and you can go home soon
        after.</p>
        <h2>What to expect</h2>
        <p>You may be a bit sore for a few days. Relief can take up to two weeks to come. It may
        last for weeks or months, and for some people it does not come at all. Use the better days
        to build strength with your physical therapist.</p>
        <p>For more, read <a href="/faqs/sacroiliac-joint-steroid-injection/">what to expect from a
        steroid injection</a>.</p>
    """),
    picture="injection",
)

CONTACT = SitePage(
    slug="contact",
    in_menus=True,
    title="Contact us",
    introduction=prose("""
        <p>You do not need a referral or a diagnosis to call. Tell us what hurts, and we will help
        you find the right visit. If you think it is an emergency, call 911.</p>
    """),
    description="Call, visit, or find the opening hours of Maywell Health.",
)

FAQS = SitePage(
    slug="faqs",
    in_menus=True,
    title="Questions and answers",
    introduction=prose("""
        <p>Plain answers to what patients ask us most. Each page names who wrote it, and the
        clinician who checked it once it is signed.</p>
    """),
    description="Plain answers to the questions patients ask about SI joint pain, injections, and "
    "surgery.",
)
