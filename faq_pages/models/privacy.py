"""Which pages only some visitors may read."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction


def is_restricted(path: str) -> Exists:
    """Return the condition that the page whose path is in the field `path` is private."""
    restricted = ExpressionWrapper(OuterRef(path), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(restricted=restricted)
    return Exists(restrictions.filter(restricted__startswith=F("page__path")))
