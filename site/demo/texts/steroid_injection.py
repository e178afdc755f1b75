"""The FAQ page on sacroiliac joint steroid injections."""

from demo.texts.prose import prose, text, urgent
from faq_pages.content import FAQ, TLDR, Callout, Question, Section, Source, Table

SUMMARY = """
    <p>A steroid injection puts medicine into a sore sacroiliac (SI) joint. It can calm
    swelling, ease pain for a time, and help show if the joint is the cause. The visit is short
    and you go home the same day. Relief may last for weeks or months, though some people feel
    little change. Exercise and physical therapy help it last.</p>
"""

TIMELINE = Table(
    caption="How you may feel after the injection",
    header=("When", "What you may notice"),
    rows=(
        ("First few hours", "The numbing medicine works. Your usual pain may drop a lot."),
        ("First 2 or 3 days", "The numbness is gone. You may be as sore as before, or more so."),
        ("Days 3 to 14", "The steroid starts to work, little by little."),
        ("Weeks to months", "If it helps, this is when you can do more with less pain."),
    ),
)

DIABETES = Callout(
    level="note",
    heading="If you have diabetes",
    html=prose("""
        <p>A steroid shot can raise your blood sugar for several days. Ask your care team how
        often to check it and what to do if it runs high.</p>
    """),
)

EMERGENCY = urgent(
    "When to get help fast",
    """
    <p>These problems are rare, but they cannot wait. Call 911 or go to an emergency room if,
    after your injection, you have:</p>
    <ul>
      <li>A fever or chills with back pain that is getting worse.</li>
      <li>New weakness or numbness in a leg that gets worse or lasts into the next day.</li>
      <li>Loss of control of your bladder or bowels.</li>
      <li>Numbness between your legs or around your bottom.</li>
      <li>Trouble breathing, or swelling of your face or throat.</li>
    </ul>
    <p>Call the clinic the same day if the skin where the needle went in turns red, hot, or
    swollen, or if it leaks fluid.</p>
    """,
)

BEFORE = Section(
    heading="Before your injection",
    items=(
        Question(
            question="What is in the injection?",
            answer=(
                text("""
                    <p>There are two medicines in most of these shots. One is a numbing drug, much
                    like the kind a dentist uses. It works within minutes and wears off the same
                    day. The other is a steroid, which calms swelling and works more slowly.</p>
                    <p>This is not the type of steroid that some athletes misuse to build
                    muscle.</p>
                """),
            ),
        ),
        Question(
            question="Why would my doctor suggest one?",
            answer=(
                text("""
                    <p>There are two main reasons, and one visit may serve both:</p>
                    <ul>
                      <li><strong>To find the cause.</strong> If your usual pain fades while the
                      joint is numb, the joint is likely part of the problem.</li>
                      <li><strong>To ease the pain.</strong> A calmer joint can make it easier to
                      sleep, walk, and do your physical therapy.</li>
                    </ul>
                    <p>See our page on
                    <a href="/conditions/sacroiliac-joint-pain/">sacroiliac joint pain</a> for
                    other ways to find and treat the cause.</p>
                """),
            ),
        ),
        Question(
            question="Is there anyone who should wait or choose something else?",
            answer=(
                text("""
                    <p>Yes. Tell us well ahead of time if any of these is true for you:</p>
                    <ul>
                      <li>You have an infection, a fever, or are taking an antibiotic.</li>
                      <li>You take a blood thinner or bleed easily.</li>
                      <li>You are or could be pregnant.</li>
                      <li>You have diabetes, brittle bones, or a weak immune system.</li>
                      <li>You have had a bad reaction to a steroid, a numbing drug, or X-ray
                      dye.</li>
                    </ul>
                    <p>We may still be able to treat you. We just need to plan for it. Please do
                    not stop any medicine on your own.</p>
                """),
            ),
        ),
    ),
)

THE_DAY = Section(
    heading="The day of your injection",
    items=(
        Question(
            question="What happens during the visit?",
            answer=(
                text("""
                    <ol>
                      <li>You lie on your stomach, and a nurse cleans the skin on your low
                      back.</li>
                      <li>The doctor numbs the skin. This stings for a few seconds.</li>
                      <li>Live X-ray or another scan guides a thin needle into the joint. A drop
                      of dye shows that it is in the right place.</li>
                      <li>The medicine goes in slowly, and the needle comes out.</li>
                      <li>You rest for a short while. We ask you to move in ways that often hurt
                      and tell us how it feels now.</li>
                    </ol>
                    <p>The needle part takes only a few minutes. Plan for about an hour in
                    all.</p>
                """),
            ),
        ),
        Question(
            question="Will it hurt?",
            answer=(
                text("""
                    <p>Most people feel a sting and then some pressure. For a moment, the pressure
                    may feel just like your usual pain. That is useful to know, so tell us when it
                    happens.</p>
                    <p>If needles make you nervous, say so. We can talk you through each step,
                    slow down, or take a break.</p>
                """),
            ),
        ),
    ),
)

AFTER = Section(
    heading="After your injection",
    items=(
        Question(
            question="How soon will it work, and for how long?",
            answer=(
                text("""
                    <p>It varies a lot from one person to the next. Some people feel better for
                    months and some for a few weeks. Others feel no change, and that tells us
                    something, too. A few notes each day about your pain will help us plan with
                    you.</p>
                """),
                TIMELINE,
            ),
        ),
        Question(
            question="What side effects could I have?",
            answer=(
                text("""
                    <p>Most are mild and pass within a few days:</p>
                    <ul>
                      <li>A sore or bruised spot where the needle went in.</li>
                      <li>A red, warm face.</li>
                      <li>Poor sleep, or a restless mood.</li>
                      <li>A leg that feels numb or heavy for a few hours.</li>
                    </ul>
                    <p>The skin at the spot may turn paler or dip a little, and this can last.
                    Infection, bleeding, a harmed nerve, and bad reactions are all rare.</p>
                """),
                DIABETES,
            ),
        ),
        Question(
            question="What should I do when I get home?",
            answer=(
                text("""
                    <p>Take it easy for a day or two. Short walks are fine. You can use an ice
                    pack over a cloth if the spot is sore. Take showers, but stay out of the tub
                    or pool until your care team says it is okay. Then return to your exercises
                    step by step.</p>
                """),
                EMERGENCY,
            ),
        ),
        Question(
            question="Can I have another one later?",
            answer=(
                text("""
                    <p>Often, yes, if the first one helped. Doctors leave time between shots and
                    limit how many you have in a year. Too many can weaken tissue and bone.</p>
                    <p>If the shots help but do not last, there are other paths. One of them is
                    <a href="/treatments/sacroiliac-joint-fusion/">sacroiliac joint fusion</a>. To
                    talk about what fits you, reach us through our
                    <a href="/contact/">contact page</a>.</p>
                """),
            ),
        ),
    ),
)

STEROID_INJECTION = FAQ(
    title="SI joint steroid injections: what to expect",
    tldr=TLDR(html=prose(SUMMARY)),
    sections=(BEFORE, THE_DAY, AFTER),
    sources=(
        Source(
            title="Spinal Injections",
            publisher="OrthoInfo, American Academy of Orthopaedic Surgeons",
            url="https://orthoinfo.aaos.org/en/treatment/spinal-injections/",
        ),
        Source(
            title="Cortisone shots",
            publisher="Mayo Clinic",
            url="https://www.mayoclinic.org/tests-procedures/cortisone-shots/about/pac-20384794",
        ),
        Source(
            title="Hydrocortisone injections",
            publisher="NHS",
            url="https://www.nhs.uk/medicines/hydrocortisone-injections/",
        ),
    ),
)
