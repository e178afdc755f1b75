"""What a page shows to every visitor alike, rendered once for each change of content."""

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString

from faq_pages import content_version

register = template.Library()


class KeptNode(template.Node):
    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        kept_as: Any = context.get("kept_as")
        if kept_as is None:
            return self.nodelist.render(context)
        return content_version.kept((*kept_as, self.name), lambda: self.nodelist.render(context))


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Keep a part of a page: `{% kept "head" %}...{% endkept %}`, one name for each part.

    What is in it may depend on the page, its site and all other content, and on nothing else
    of the request. Where a page's content is not kept, in a preview say, nor is this.
    """
    try:
        _, name = token.split_contents()
    except ValueError:
        raise template.TemplateSyntaxError(
            f'{{% {token.contents} %}} needs one name in quotation marks: {{% kept "head" %}}.'
        ) from None
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(name.strip("\"'"), nodelist)
