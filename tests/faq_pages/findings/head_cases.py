"""Each rule of the head: a page that breaks it, and one that does not."""

from dataclasses import replace

from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.good_page import (
    DESCRIPTION,
    GOOD,
    HEAD,
    OTHER,
    PHOTO,
    TITLE,
    URL,
    answering,
    facts,
    saying,
)

BODY = "<main><h1>Knee pain</h1>{}</main>"
LONG_TITLE = "Knee pain at night, on the stairs and after a run, and what you can do about it"


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def picture(attributes: str) -> str:
    return BODY.format(f'<img src="/media/knee.jpg" {attributes}>')


CASES = [
    Case(rule="title-missing", bad=facts(title=""), good=facts()),
    Case(rule="title-missing", name="blank", bad=facts(title="<title> </title>"), good=facts()),
    Case(rule="titles-several", bad=facts(more="<title>Second title</title>"), good=facts()),
    Case(
        rule="title-long",
        bad=facts(title=f"<title>{LONG_TITLE}</title>"),
        good=facts(title=f"<title>{LONG_TITLE[:60]}</title>"),
    ),
    Case(
        rule="title-short",
        bad=facts(title="<title>Knees</title>"),
        good=facts(title="<title>Sore knees</title>"),
    ),
    Case(
        rule="title-shared",
        bad=facts(around=saying(titles={TITLE: [URL, OTHER]})),
        good=facts(around=saying(titles={TITLE: [URL, f"{URL}#a"], "Hips": [OTHER]})),
    ),
    Case(rule="description-missing", bad=facts(description=""), good=facts()),
    Case(
        rule="descriptions-several", bad=facts(more=meta("description", "Another.")), good=facts()
    ),
    Case(
        rule="description-long",
        bad=facts(description=meta("description", "Sore knees. " * 14)),
        good=facts(description=meta("description", "Sore knees. " * 13)),
    ),
    Case(
        rule="description-short",
        bad=facts(description=meta("description", "About sore knees.")),
        good=facts(),
    ),
    Case(
        rule="description-shared",
        bad=facts(around=saying(descriptions={DESCRIPTION: [OTHER]})),
        good=facts(around=saying(descriptions={DESCRIPTION: [URL]})),
    ),
    Case(rule="canonical-missing", bad=facts(canonical=""), good=facts()),
    Case(
        rule="canonical-missing",
        name="in a draft",
        bad=facts(canonical=""),
        good=facts(canonical="", is_draft=True),
    ),
    Case(
        rule="canonicals-several",
        bad=facts(more=f'<link rel="canonical" href="{URL}?a">'),
        good=facts(more=HEAD["canonical"]),
    ),
    Case(
        rule="canonical-relative",
        bad=facts(canonical='<link rel="canonical" href="/faqs/knee-pain/">'),
        good=facts(),
    ),
    Case(
        rule="canonical-elsewhere",
        bad=facts(canonical='<link rel="canonical" href="https://other.example/faqs/knee-pain/">'),
        good=facts(),
    ),
    Case(
        rule="canonical-elsewhere",
        name="by its scheme",
        bad=facts(canonical=HEAD["canonical"].replace("https", "http")),
        good=facts(),
    ),
    Case(
        rule="description-missing",
        name="in the card too",
        bad=facts(description="", og=HEAD["og"].replace("og:description", "x")),
        good=facts(),
    ),
    Case(
        rule="card-incomplete",
        name="without a description that the head has",
        bad=facts(og=HEAD["og"].replace("og:description", "x")),
        good=facts(),
    ),
    Case(
        rule="card-incomplete",
        bad=facts(og='<meta property="og:title" content="Knee pain">'),
        good=facts(og=""),
    ),
    Case(
        rule="card-empty", bad=facts(more=meta("twitter:site", "@")), good=facts(more=meta("x", ""))
    ),
    Case(
        rule="card-image-relative",
        bad=facts(more=meta("twitter:image", "/media/cover.jpg")),
        good=facts(more=meta("twitter:image", "https://clinic.example/media/cover.jpg")),
    ),
    Case(rule="language-missing", bad=facts(lang=""), good=facts(lang="en-GB")),
    Case(rule="viewport-missing", bad=facts(viewport=""), good=facts()),
    Case(rule="heading-missing", bad=facts(body="<h2>Knee pain</h2>"), good=facts()),
    Case(
        rule="headings-several",
        bad=facts(body=BODY.format("<h1>Will it hurt?</h1>")),
        good=facts(body=BODY.format("<h1 hidden>Will it hurt?</h1>")),
    ),
    Case(
        rule="heading-jumps",
        bad=facts(body=BODY.format("<h3>Will it hurt?</h3>")),
        good=facts(body=BODY.format("<h2>Will it hurt?</h2><h3>At night</h3><h2>Walks</h2>")),
    ),
    Case(rule="alt-missing", bad=facts(body=picture("")), good=facts(body=picture('alt=""'))),
    Case(
        rule="alt-missing",
        name="still needed",
        bad=facts(answering("<p>Yes.</p>", replace(PHOTO, needs_alt=True)), body=picture('alt=""')),
        good=facts(answering("<p>Yes.</p>", PHOTO), body=picture('alt="A bent knee"')),
    ),
    *(
        Case(
            rule="alt-file-name",
            name=alt,
            bad=facts(body=picture(f'alt="{alt}"')),
            good=facts(body=picture('alt="A knee in 2 views, with the joint marked"')),
        )
        for alt in (
            *(
                "IMG_1234.jpg",
                "dsc00012",
                "photo.png",
                "image1",
                "IMG 2034",
                "Screenshot 2026-03-01",
            ),
            *("calm-clinic-room", "knee_joint_final2", "image (3)", "cover"),
        )
    ),
    Case(
        rule="alt-says-image",
        bad=facts(body=picture('alt="Image of a knee"')),
        good=facts(body=picture('alt="MRI image: the knee from the side"')),
    ),
]

# What the rules must never say of a page that does nothing wrong.
QUIET = [
    facts(),
    facts(GOOD, body=picture('alt="Photographs on the wall of a clinic"')),
    facts(answering("<p>Yes.</p>"), body=picture('alt="Knee" role="presentation"')),
    facts(None, body=BODY.format("")),
]
