"""The few findings that an editor sees first."""

from collections.abc import Iterable

from faq_pages.findings.finding import Finding


def shortlist(
    findings: Iterable[Finding], limit: int = 5
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return at most `limit` findings to show, and the rest to fold; both the gravest first.

    Different things come first: a rule is shown a second time only if no other rule is left.
    """
    ordered = sorted(findings, key=lambda finding: finding.order)
    firsts: list[int] = []
    seen: set[str] = set()
    for number, finding in enumerate(ordered):
        if finding.id not in seen:
            seen.add(finding.id)
            firsts.append(number)
    repeated = [number for number in range(len(ordered)) if number not in set(firsts)]
    chosen = set([*firsts, *repeated][: max(limit, 0)])
    shown = tuple(finding for number, finding in enumerate(ordered) if number in chosen)
    folded = tuple(finding for number, finding in enumerate(ordered) if number not in chosen)
    return shown, folded
