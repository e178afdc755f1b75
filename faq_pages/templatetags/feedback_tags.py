"""Where an FAQ page's feedback goes."""

from collections.abc import Mapping
from typing import Any

from django import template

from faq_pages.views import feedback

register = template.Library()


@register.simple_tag(takes_context=True)
def feedback_url(context: Mapping[str, Any], page: Any) -> str:
    """Return where the form about `page` posts to; "" where no feedback is taken."""
    return feedback.feedback_url(page, context.get("request"))
