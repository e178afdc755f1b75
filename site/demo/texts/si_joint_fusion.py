"""The FAQ page on sacroiliac joint fusion."""

from demo.texts.prose import prose, text, urgent
from faq_pages.content import FAQ, TLDR, Question, Section, Source, Table

SUMMARY = """
    <p>SI joint fusion is surgery that holds a sore sacroiliac (SI) joint still, to ease pain.
    It is for people whose pain has been traced to this joint and has not eased with other
    care. Most stand and walk soon after, and build up over a few months while the bone heals.
    It helps many people, but not everyone.</p>
"""

RECOVERY = Table(
    caption="What a typical recovery looks like",
    header=("When", "What you may notice", "What helps"),
    rows=(
        (
            "First few days",
            "Soreness near the cut. You get around with a walker or crutches.",
            "Short walks, an ice pack over a cloth, and rest in between.",
        ),
        (
            "Weeks 1 to 3",
            "The soreness fades. You may be told to put only some weight on that leg.",
            "Keep the cut clean and dry. Go to your first checkup.",
        ),
        (
            "Weeks 3 to 6",
            "You walk more and lean on support less. Some people go back to a desk job.",
            "Start physical therapy when your surgeon says it is time.",
        ),
        (
            "Weeks 6 to 12",
            "Daily tasks get easier. You may feel sore after a busy day.",
            "Do your exercises. Add one activity at a time.",
        ),
        (
            "Months 3 to 6, or longer",
            "Bone slowly grows on and around the implants.",
            "Ask before you go back to sports or heavy work.",
        ),
    ),
)

EMERGENCY = urgent(
    "Get emergency help right away",
    """
    <p>Call 911 or go to the nearest emergency room if back pain comes with any of these:</p>
    <ul>
      <li>You cannot pass urine, or you lose control of your bladder or bowels.</li>
      <li>You are numb between your legs or around your bottom (the saddle area).</li>
      <li>One or both legs turn weak or numb.</li>
      <li>You have a fever or chills with severe back pain.</li>
      <li>The pain came after a bad fall or a crash.</li>
    </ul>
    <p>After surgery, also get help at once for chest pain, trouble breathing, or a hot,
    swollen calf.</p>
    """,
)

UNDERSTANDING = Section(
    heading="Understanding the surgery",
    items=(
        Question(
            question="What is SI joint fusion meant to treat?",
            answer=(
                text("""
                    <p>You have two sacroiliac (SI) joints. They sit low in your back, one on
                    each side, where the base of the spine meets the hip bones. With each step,
                    they pass the weight of your upper body down to your legs.</p>
                    <p>An SI joint that is worn, loose, or irritated can hurt in the low back or
                    buttock. The pain may also spread to the hip, the groin, or the back of the
                    thigh. Getting up from a seat, taking the stairs, and rolling over in bed
                    are often the hardest moments.</p>
                    <p>In a fusion, the surgeon sets small implants across the joint. Over time,
                    bone grows and locks the joint in place. Our page on
                    <a href="/treatments/sacroiliac-joint-fusion/">sacroiliac joint fusion</a>
                    explains each step.</p>
                """),
            ),
        ),
        Question(
            question="How can my doctor tell that the SI joint is the problem?",
            answer=(
                text("""
                    <p>The back and the hip have many parts that can hurt in the same spot. No
                    single test can settle the question. Your care team puts several clues
                    together:</p>
                    <ul>
                      <li><strong>Your story.</strong> Where does it hurt, when did it start, and
                      what sets it off?</li>
                      <li><strong>A hands-on exam.</strong> Your doctor presses and stretches the
                      joint to see if that brings on your usual pain.</li>
                      <li><strong>Pictures.</strong> X-rays or scans can show arthritis. They can
                      also point to another cause, such as a hip or disc problem.</li>
                      <li><strong>A test shot.</strong> Numbing medicine goes into the joint while
                      the doctor watches on a screen.</li>
                    </ul>
                    <p>Does your usual pain drop a lot for a few hours after the test shot? Then
                    the joint is a likely cause. Some people have this test twice, to be more
                    certain. You can read how
                    <a href="/conditions/sacroiliac-joint-pain/">sacroiliac joint pain</a> feels
                    and where it comes from.</p>
                """),
            ),
        ),
        Question(
            question="Is SI joint fusion a major operation?",
            answer=(
                text("""
                    <p>It is real surgery, but it is smaller than many people expect. Most
                    surgeons now work through one or more short cuts near the buttock. Live X-ray
                    pictures guide each step. The work often takes about an hour, and most people
                    are fully asleep for it. Some go home that day. Others stay for a night.</p>
                    <p>Every operation has risks. Here they include infection, bleeding, blood
                    clots, a sore nerve, or an implant that loosens or sits in the wrong place.
                    The pain may also stay, and a few people need more surgery. Your surgeon will
                    tell you what these risks mean for you.</p>
                """),
            ),
        ),
        Question(
            question="What can I try before surgery?",
            answer=(
                text("""
                    <p>Quite a lot. Fusion is an option only after simpler care has had a fair
                    try, often for six months or more. You and your care team might use:</p>
                    <ul>
                      <li>Physical therapy, to make the hips, belly, and back stronger.</li>
                      <li>New ways to sit, lift, sleep, and move through your day.</li>
                      <li>Pain medicine that your care team says is safe for you.</li>
                      <li>A snug belt around the hips for support when pain flares.</li>
                      <li>A <a href="/treatments/sacroiliac-joint-steroid-injection/">sacroiliac
                      joint steroid injection</a>. It can calm the joint and help show where the
                      pain starts.</li>
                      <li>Heat aimed at the small nerves near the joint, to quiet them. Doctors
                      call this radiofrequency ablation.</li>
                    </ul>
                    <p>Many people do well with a mix of these and never need surgery.</p>
                """),
            ),
        ),
    ),
)

RECOVERING = Section(
    heading="Recovery and daily life",
    items=(
        Question(
            question="How long will I need to recover?",
            answer=(
                text("""
                    <p>Think in months, not days. You will likely be up and walking within a day
                    or so. But bone heals slowly, and the joint may need half a year or more to
                    become solid. The table shows a common path. Yours may be faster or slower,
                    so let your surgeon's plan come first.</p>
                """),
                RECOVERY,
                text("""
                    <p>In the first weeks, you will be asked not to twist, run, jump, or lift
                    heavy things. Ask your care team when you can drive. It is not safe to drive
                    while you take strong pain medicine or cannot brake hard.</p>
                """),
            ),
        ),
        Question(
            question="Will I move less freely once the joint is fused?",
            answer=(
                text("""
                    <p>You may not feel a change. A healthy SI joint shifts by only a few
                    millimeters. Its main job is to carry your weight, not to bend.</p>
                    <p>Your hips and lower spine do most of the work when you reach, turn, and
                    walk, and they stay free. Your muscles may feel tight for a while after
                    surgery. Walking and physical therapy can help with that.</p>
                """),
            ),
        ),
        Question(
            question="Can I have both sides treated?",
            answer=(
                text("""
                    <p>Yes, if tests show that both joints hurt. Surgeons often begin with the
                    side that hurts more. You heal, and then you look at the other side
                    together. Once in a while it calms down without surgery.</p>
                    <p>It is possible to treat both sides in one operation. But that makes the
                    first weeks harder, since you have no strong leg to lean on.</p>
                """),
            ),
        ),
    ),
)

DECIDING = Section(
    heading="Making your choice",
    items=(
        Question(
            question="Will fusion take away all of my back pain?",
            answer=(
                text("""
                    <p>It may not. Fusion can only help with pain that starts in the SI joint, and
                    backs often hurt for more than one reason. A worn disc, a pinched nerve, a
                    stiff hip, or tense muscles can each add to the pain. That part can stay even
                    when the surgery goes well.</p>
                    <p>In studies, many people had much less pain and could do more, but some pain
                    often stayed. Before you decide, ask two things. How much relief is likely for
                    me? What will we do if the pain does not ease?</p>
                """),
            ),
        ),
        Question(
            question="When is it time to see a specialist?",
            answer=(
                text("""
                    <p>Plan a visit if low back or buttock pain has gone on for three months, or
                    if it keeps you from sleep, work, or the things you love. It helps to bring a
                    list of what you have tried and what happened.</p>
                    <p>At <a href="/">Maywell Health</a>, we start by listening. Then we look for
                    the cause and talk through every choice, with or without surgery. To set up a
                    visit, use our <a href="/contact/">contact page</a>.</p>
                """),
                EMERGENCY,
            ),
        ),
    ),
)

SI_JOINT_FUSION = FAQ(
    title="SI joint fusion: your questions answered",
    tldr=TLDR(html=prose(SUMMARY)),
    sections=(UNDERSTANDING, RECOVERING, DECIDING),
    sources=(
        Source(
            title="Minimally invasive sacroiliac joint fusion surgery for chronic sacroiliac "
            "pain (IPG578)",
            publisher="National Institute for Health and Care Excellence",
            url="https://www.nice.org.uk/guidance/ipg578",
        ),
        Source(
            title="Two-Year Outcomes from a Randomized Controlled Trial of Minimally Invasive "
            "Sacroiliac Joint Fusion vs. Non-Surgical Management for Sacroiliac Joint "
            "Dysfunction",
            publisher="International Journal of Spine Surgery",
            url="https://doi.org/10.14444/3028",
        ),
        Source(
            title="Sacroiliac joint pain - aftercare",
            publisher="MedlinePlus, National Library of Medicine",
            url="https://medlineplus.gov/ency/patientinstructions/000610.htm",
        ),
    ),
)
