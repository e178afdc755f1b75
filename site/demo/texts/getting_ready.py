"""The FAQ page on preparing for a procedure."""

from demo.texts.prose import prose, text, urgent
from faq_pages.content import FAQ, TLDR, Callout, Question, Section, Source

SUMMARY = """
    <p>A little planning makes the day of your procedure calmer and safer. Tell us about all of
    your medicines and health problems, follow the eating and drinking rules you are given, and
    line up a ride home. Do not stop any medicine unless your care team tells you to. If you get
    sick or have a question, call us.</p>
"""

MEDICINES = Callout(
    level="warning",
    heading="Do not stop a medicine on your own",
    html=prose("""
        <p>It can be dangerous to stop a blood thinner, a heart pill, or insulin. Wait until we
        have talked with the doctor who prescribes it and made a plan with you.</p>
    """),
)

EMERGENCY = urgent(
    "Do not wait for your visit if",
    """
    <ul>
      <li>You cannot pass urine, or you lose control of your bladder or bowels.</li>
      <li>You are numb between your legs or around your bottom.</li>
      <li>A leg turns weak, or you cannot lift your foot.</li>
      <li>You have a fever or chills with severe back pain.</li>
      <li>You have chest pain or trouble breathing.</li>
    </ul>
    <p>Call 911 or go to the nearest emergency room.</p>
    """,
)

PLANNING = Section(
    heading="In the weeks before",
    items=(
        Question(
            question="What should I tell the clinic ahead of time?",
            answer=(
                text("""
                    <p>Small facts can change the plan, so please share more rather than less. We
                    need to know about:</p>
                    <ul>
                      <li>Every medicine you take. Include pills you buy without a prescription,
                      vitamins, and herbs.</li>
                      <li>Allergies, such as to a medicine, latex, or X-ray dye.</li>
                      <li>Health problems like diabetes, sleep apnea, or heart, lung, or kidney
                      disease.</li>
                      <li>Past trouble with surgery or anesthesia, in you or in your family.</li>
                      <li>A pacemaker or any other device in your body.</li>
                      <li>Whether you are or could be pregnant.</li>
                    </ul>
                """),
            ),
        ),
        Question(
            question="Do I need to stop any of my medicines?",
            answer=(
                text("""
                    <p>Maybe. Blood thinners, some pain pills, weight loss shots, and diabetes
                    drugs can each affect a procedure. Some need to be changed or held for a
                    time. Others should be taken as usual, right up to the day.</p>
                    <p>We will go through your list with you and write down what to do with each
                    one. If you did not get a list, or you have lost it, call us before you change
                    a thing.</p>
                """),
                MEDICINES,
            ),
        ),
        Question(
            question="What can I do now to help my body heal?",
            answer=(
                text("""
                    <ul>
                      <li>If you smoke or vape, this is a great time to quit. Nicotine slows the
                      healing of skin and bone. Ask us for help with it.</li>
                      <li>Eat well, and keep moving as much as your pain lets you.</li>
                      <li>If you have diabetes, work with your doctor to keep your sugar
                      steady.</li>
                      <li>Do not shave the area. Tiny nicks let germs in.</li>
                    </ul>
                """),
            ),
        ),
        Question(
            question="How should I get my home ready?",
            answer=(
                text("""
                    <p>If you are having surgery, set things up before you leave:</p>
                    <ul>
                      <li>Put what you use each day at waist height.</li>
                      <li>Clear the floor of cords and loose rugs.</li>
                      <li>Make a place to rest that is easy to get out of.</li>
                      <li>Cook and freeze a few meals.</li>
                      <li>Find someone to help with pets, children, and heavy chores.</li>
                    </ul>
                    <p>Our page on
                    <a href="/treatments/sacroiliac-joint-fusion/">sacroiliac joint fusion</a>
                    tells you what the first weeks may be like. After a
                    <a href="/treatments/sacroiliac-joint-steroid-injection/">sacroiliac joint
                    steroid injection</a>, most people need only a quiet day or two.</p>
                """),
            ),
        ),
    ),
)

THE_DAY = Section(
    heading="The day itself",
    items=(
        Question(
            question="May I eat and drink beforehand?",
            answer=(
                text("""
                    <p>That depends on whether you will be given medicine to make you sleepy. If
                    so, your stomach needs to be empty, so that food cannot get into your lungs.
                    With only a numb patch of skin, you can often eat as usual.</p>
                    <p>We will tell you when to stop food and when to stop clear drinks such as
                    water. Please follow those times with care. If you forget and eat, let us
                    know. We may need to pick a new time, and that is fine.</p>
                """),
            ),
        ),
        Question(
            question="What should I wear and bring?",
            answer=(
                text("""
                    <ul>
                      <li>Loose clothes and flat shoes that are easy to slip on.</li>
                      <li>Your photo ID and insurance card.</li>
                      <li>Your list of medicines and allergies.</li>
                      <li>Glasses, hearing aids, or a walker, if you use them.</li>
                      <li>Your breathing machine for the night, if you have sleep apnea.</li>
                    </ul>
                    <p>Leave rings and other things of value at home. Skip makeup, nail polish,
                    and lotion that day.</p>
                """),
            ),
        ),
        Question(
            question="Do I need someone to drive me home?",
            answer=(
                text("""
                    <p>Please plan on it. After any medicine that makes you sleepy, you must not
                    drive for the rest of that day, and often not until the next. Have an adult
                    you know take you home and stay for the night. Even after numbing medicine
                    alone, your leg may feel weak for some hours.</p>
                    <p>If a ride is hard to find, tell us early. We may be able to help.</p>
                """),
            ),
        ),
    ),
)

WORRIES = Section(
    heading="If something changes",
    items=(
        Question(
            question="What if I get sick before the day?",
            answer=(
                text("""
                    <p>Call us as soon as you can. A cold, a fever, a bad tooth, a rash, or a new
                    cut can all raise the risk of infection. So can an antibiotic that you have
                    not yet finished. We may ask you to wait until you are well.</p>
                """),
                EMERGENCY,
            ),
        ),
        Question(
            question="What if I feel nervous or change my mind?",
            answer=(
                text("""
                    <p>It is normal to feel uneasy. Write down your questions, bring someone you
                    trust, and tell us what worries you most. Slow breaths, music, and a clear
                    plan for the day help many people.</p>
                    <p>The choice is always yours. You can ask for more time, or say no, at any
                    point. Your care with us will go on. You can reach us through our
                    <a href="/contact/">contact page</a>.</p>
                """),
            ),
        ),
    ),
)

GETTING_READY = FAQ(
    title="Getting ready for your procedure",
    tldr=TLDR(html=prose(SUMMARY)),
    sections=(PLANNING, THE_DAY, WORRIES),
    sources=(
        Source(
            title="The day of your surgery - adult",
            publisher="MedlinePlus, National Library of Medicine",
            url="https://medlineplus.gov/ency/patientinstructions/000578.htm",
        ),
        Source(
            title="Preparing for Low Back Surgery",
            publisher="OrthoInfo, American Academy of Orthopaedic Surgeons",
            url="https://orthoinfo.aaos.org/en/treatment/preparing-for-low-back-surgery/",
        ),
        Source(
            title="Surgical Site Infection Basics",
            publisher="Centers for Disease Control and Prevention",
            url="https://www.cdc.gov/surgical-site-infections/about/index.html",
        ),
    ),
)
