"""What every block of ours can do: say what it means as content."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from wagtail import blocks

from faq_pages.blocks.materials import Materials


class ContentBlock(blocks.Block):
    """A block that is read into a part of `content.FAQ` and rendered from it."""

    def read(self, value: Any, materials: Materials, id: str = "") -> Any:
        """Return what `value` says, or None if it says nothing.

        `materials` is made from all values read together, and `id` is the id
        of the block in its stream.
        """
        raise NotImplementedError

    def preview_part(self, value: Any) -> Any:
        """Return the part that the block picker shows for `value`."""
        return self.read(value, Materials(value))

    def render(self, value: Any, context: Any = None) -> SafeString:
        """Return the HTML of `value`, empty if it says nothing."""
        part = self.read(value, Materials(value))
        if not part:
            return SafeString("")
        names = self.get_context(value, parent_context=dict(context or {}))
        return mark_safe(render_to_string(self.meta.template, {**names, "part": part}))

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_preview_context(value, parent_context=parent_context)
        return {**context, "part": self.preview_part(value)}

    class Meta:
        preview_template = "faq_pages/preview/block.html"
