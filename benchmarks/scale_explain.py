"""Prints whether PostgreSQL finds questions by an index, as JSON: `figures` and `misses`.

For the site that DJANGO_SETTINGS_MODULE names. It searches as visitors do, takes the very
statements that went to the database, and asks for their plans.
"""

import json
from collections.abc import Iterator
from typing import Any

TITLES = 12


def main() -> None:
    import django

    django.setup()
    from django.db import connection
    from wagtail.search.models import IndexEntry

    from faq_pages.models import PublishedQuestion
    from faq_pages.search.postgresql import INDEX

    tables = {IndexEntry._meta.db_table, PublishedQuestion._meta.db_table}
    statements, indexes, misses = 0, set(), []
    for statement in searches():
        statements += 1
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}")
            plan = cursor.fetchone()[0]
        steps = [*nodes(plan if isinstance(plan, list) else json.loads(plan))]
        used = {step["Index Name"] for step in steps if "Index Name" in step}
        indexes |= used
        if not any(name.startswith(INDEX) for name in used):
            misses.append(f"a search uses {sorted(used) or 'no index'}, not {INDEX}")
        for step in steps:
            if step["Node Type"] == "Seq Scan" and step["Relation Name"] in tables:
                misses.append(f"a search reads the whole of {step['Relation Name']}")
    if not statements:
        misses.append("no search went to PostgreSQL's index")
    named = ", ".join(sorted(name for name in indexes if name.startswith(INDEX))) or "none"
    print(json.dumps({"figures": f"{statements} searches, {named}", "misses": misses}))


def searches() -> Iterator[str]:
    """Yield the statements with which questions are looked for in the index."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from wagtail.models import Site

    from faq_pages.models import PublishedQuestion
    from faq_pages.search import search

    site = Site.objects.select_related("root_page").get(is_default_site=True)
    titles = PublishedQuestion.objects.order_by("pk").values_list("title", flat=True)
    for title in titles[: TITLES * 50 : 50]:
        with CaptureQueriesContext(connection) as captured:
            search(f"how is {title} treated", site, "en")
        yield from (query["sql"] for query in captured if "@@" in query["sql"])


def nodes(plan: Any) -> Iterator[dict[str, Any]]:
    """Yield all steps of a plan."""
    if isinstance(plan, list):
        for each in plan:
            yield from nodes(each)
    elif isinstance(plan, dict):
        if "Node Type" in plan:
            yield plan
        for each in plan.values():
            yield from nodes(each)


if __name__ == "__main__":
    main()
