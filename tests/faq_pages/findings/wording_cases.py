"""Each rule of links, abbreviations and characters: a page that breaks it and one that does not."""

from tests.faq_pages.findings.cases import Case
from tests.faq_pages.findings.good_page import URL, adding, answering, facts, linking, saying

LINKS = [
    Case(
        rule="link-broken",
        bad=facts(
            answering(linking('<a href="/old/">knee braces</a>')),
            around=saying(statuses={"https://clinic.example/old/": 404}),
        ),
        good=facts(
            answering(linking('<a href="/old/">knee braces</a>')),
            around=saying(statuses={"https://clinic.example/old/": 200}),
        ),
    ),
    Case(
        rule="link-broken",
        name="to an anchor",
        bad=facts(answering(linking('<a href="#no-such">knee braces</a>'))),
        good=facts(answering(linking(f'<a href="{URL}#when-can-i-walk">your first walk</a>'))),
    ),
    Case(
        rule="link-broken",
        name="in the text of another page",
        bad=facts(
            None,
            body='<main><h1>Home</h1><a href="/old/">Braces</a></main>',
            around=saying(statuses={"https://clinic.example/old/": 410}),
        ),
        good=facts(
            None,
            body='<h1>Home</h1><a href="/old/">Braces</a>',
            around=saying(statuses={"https://clinic.example/old/": 410}),
        ),
    ),
    Case(
        rule="link-nowhere",
        bad=facts(answering(linking("<a>knee braces</a>"))),
        good=facts(answering(linking("<abbr>knee braces</abbr>"))),
    ),
    Case(
        rule="link-redirected",
        bad=facts(
            answering(linking('<a href="/old/#top">knee braces</a>')),
            around=saying(statuses={"https://clinic.example/old/": 301}),
        ),
        good=facts(answering(linking('<a href="/old/">knee braces</a>'))),
    ),
    Case(
        rule="link-bare",
        bad=facts(answering(linking('<a href="https://x.example/a">https://x.example/a</a>'))),
        good=facts(answering(linking('<a href="https://x.example/a">x.example’s guide</a>'))),
    ),
    *(
        Case(
            rule="link-vague",
            name=text,
            bad=facts(answering(linking(f'<a href="/braces/">{text}</a>'))),
            good=facts(answering(linking(f'<a href="/braces/">{text} about knee braces</a>'))),
        )
        for text in ("Click here", "here", "Read more »", "this link", "<b>Learn</b> more…")
    ),
]

ABBREVIATIONS = [
    Case(
        rule="abbreviation-unexplained",
        name=name,
        bad=facts(answering(adding("An MRI shows the joint."))),
        good=facts(answering(adding(explained))),
    )
    for name, explained in {
        "in brackets": "Magnetic resonance imaging (MRI) shows the joint. The MRI is quiet.",
        "spelled out": "An MRI (magnetic resonance imaging) shows the joint.",
        "with a word between": "An MRI scan (magnetic resonance imaging scan) shows it.",
        "by or": "Magnetic resonance imaging, or MRI, shows the joint.",
        "of a clinic": "Your GP or the ER may order a CT or CAT scan, or an IV in the ICU.",
        "known": "Most of the US has HIV tests. DNA, COVID-19 and the TV are known, OK?",
        "after a name": "Ask Ada Moss, DPT, or Elena Marsh, FACS, in Akron, OH.",
        "of a gene": "Mutations in the ABC gene are rare.",
        "of a stage": "It was found in stage IIIB.",
        "shouted": "DO NOT EAT before the visit.",
        "stressed": "This is PAIN, not soreness: call us about pain.",
    }.items()
]

CHARACTERS = [
    *(
        Case(
            rule="characters-broken",
            name=ascii(broken),
            bad=facts(answering(adding(f"Rest in the {broken} first."))),
            good=facts(answering(adding("Rest in the café’s São Paulo “MÃE” first."))),
        )
        for broken in ("caf\ufffd", "cafÃ©", "kneeâ€™s", "Â½ hour")
    ),
    *(
        Case(
            rule="apostrophe-lost",
            name=lost,
            bad=facts(answering(adding(f"It is not {lost}."))),
            good=facts(answering(adding(f"It is not {right}."))),
        )
        for lost, right in {
            "Alzheimers disease": "Graves disease",
            "Parkinsons": "Parkinson's",
            "Bells palsy": "a Wilms tumor",
            "Crohns": "hives, nor Crohn’s",
            "Wilsons disease": "the Wilsons of Akron",
        }.items()
    ),
    *(
        Case(
            rule="letters-lost",
            name=lost,
            bad=facts(answering(adding(f"It is {lost} again."))),
            good=facts(answering(adding(f"It is {right} again."))),
        )
        for lost, right in {
            "Espaol": "Español",
            "Sjgren syndrome": "Sjögren syndrome",
            "Guillain-Barr syndrome": "Guillain-Barré syndrome",
            "Mnires": "Epstein-Barr virus",
        }.items()
    ),
    Case(
        rule="words-joined",
        bad=facts(answering(adding("Rest the jointThe day after."))),
        good=facts(answering(adding("Blood pressure in mmHg, on your iPhone or MyChart."))),
    ),
    *(
        Case(
            rule="words-joined",
            name=word,
            bad=facts(
                answering(adding("Rest the kidneyalso today.")),
                around=saying(words={"kidneyalso": 1, "kidney": 40, "also": 90}),
            ),
            good=facts(
                answering(adding(f"Rest the {word} today.")),
                around=saying(words={word: times, **parts}),
            ),
        )
        for word, times, parts in (
            ("overestimate", 1, {"over": 50, "estimate": 60}),
            ("nonsmokers", 1, {"non": 90, "smokers": 60}),
            ("backache", 1, {"back": 90, "ache": 90}),
            ("beforehand", 1, {"before": 90, "hand": 60}),
            ("withstand", 1, {"with": 90, "stand": 60}),
            ("breakthrough", 1, {"break": 40, "through": 90}),
            ("thereafter", 1, {"there": 90, "after": 90}),
            ("whenever", 1, {"when": 90, "ever": 30}),
            ("nevertheless", 1, {"never": 90, "the": 90, "less": 90, "never the": 90}),
            ("straightforward", 1, {"straight": 30, "forward": 30}),
            ("weightbearing", 1, {"weight": 30, "bearing": 30}),
            ("physiotherapy", 1, {"physio": 30, "therapy": 30}),
            ("kidneyalso", 2, {"kidney": 40, "also": 90}),
            ("kidneyalso", 1, {"kidney": 4, "also": 90}),
        )
    ),
]

CASES = [*LINKS, *ABBREVIATIONS, *CHARACTERS]
