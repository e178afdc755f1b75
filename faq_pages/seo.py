"""All that we take from wagtail-seo, and what has to be mended in it.

Its fields and its settings page are used; its templates and its JSON-LD are
not: they print `json.dumps` unescaped, leave empty tags in the head and raise
a server error on an invalid free-text setting.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.models import AbstractImage
from wagtail.models import Site
from wagtailseo.models import SeoMixin, SeoSettings
from wagtailseo.schema import SCHEMA_ORG_CHOICES

from faq_pages.blocks.materials import image_content
from faq_pages.content import Action, Address, Image, OpeningHours, Organization
from faq_pages.findings.facts import parse_json
from faq_pages.findings.schema_org import vocabulary
from faq_pages.findings.schema_org.graph import Graph

__all__ = ["IMAGE_FIELDS", "SeoMixin", "SeoSettings", "guard_free_json", "organization"]

DEFAULT_TYPE = "MedicalClinic"

# What an editor may say that the clinic is.
ORGANIZATION_TYPES = (DEFAULT_TYPE, *(name for name, _label in SCHEMA_ORG_CHOICES))

IMAGE_FIELDS = ("struct_org_logo", "struct_org_image", "og_image_default")

# What free JSON may never say: the node's identity. A fact that has a field of its own
# wins over free JSON where the field is filled in; see `structured_data`.
_OWN_KEYS = frozenset({"@context", "@id", "@type", "@graph", "url", "name"})


def guard_free_json() -> None:
    """Refuse a free-text JSON setting that is not an object, in its form.

    Appended to the field of wagtail-seo when the app is ready, which leaves its
    migrations alone.
    """
    validators = SeoSettings._meta.get_field("struct_org_extra_json").validators
    if validate_json_object not in validators:
        validators.append(validate_json_object)


def validate_json_object(text: str) -> None:
    """Raise ValidationError unless `text` is blank, or a JSON object in schema.org's words."""
    if problem := _foreign_term(_json_object(text)):
        raise ValidationError(problem)


def _json_object(text: str) -> dict[str, Any]:
    """Return the JSON object in `text`, an empty one if it is blank; raise ValidationError."""
    if not text.strip():
        return {}
    try:
        value = parse_json(text)
    except (ValueError, RecursionError) as error:
        raise ValidationError(
            _("This is not valid JSON (%(error)s). Write an object, such as %(example)s.")
            % {"error": error, "example": '{"slogan": "Care close to home"}'}
        ) from error
    if not isinstance(value, dict):
        raise ValidationError(
            _("This JSON is not an object. Put it in braces, such as %(example)s.")
            % {"example": '{"slogan": "Care close to home"}'}
        )
    return value


def _foreign_term(extra: dict[str, Any]) -> str:
    """Return which term in the organization's `extra` schema.org does not have there, or ""."""
    for node in Graph([extra]).nodes:
        for name in filter(_is_of_schema_org, node.types):
            if not vocabulary.is_type(name):
                return _("Schema.org has no type “%(name)s”%(hint)s. Use one of its own.") % {
                    "name": name,
                    "hint": _hint(vocabulary.closest_type(name)),
                }
        for name in filter(_is_of_schema_org, node.values):
            if not vocabulary.is_property(name):
                return _("Schema.org has no property “%(name)s”%(hint)s. Mend or remove it.") % {
                    "name": name,
                    "hint": _hint(vocabulary.closest_property(name)),
                }
            types = node.types if node.owner else ORGANIZATION_TYPES
            if types and not vocabulary.allows(name, types):
                return _("Schema.org does not give “%(name)s” to %(type)s. Remove it.") % {
                    "name": name,
                    "type": "/".join(node.types) if node.owner else _("an organization"),
                }
    return ""


def _is_of_schema_org(name: str) -> bool:
    return ":" not in name


def _hint(name: str) -> str:
    return _(" (did you mean “%(name)s”?)") % {"name": name} if name else ""


def images(settings: SeoSettings) -> list[AbstractImage | None]:
    """Return the images of the settings, to be fetched with those of the page."""
    return [getattr(settings, name) for name in IMAGE_FIELDS]


def organization(settings: SeoSettings, site: Site) -> Organization:
    """Return who publishes `site`, as its settings say."""
    return Organization(
        type=settings.struct_org_type or DEFAULT_TYPE,
        name=settings.struct_org_name.strip() or site.site_name.strip(),
        telephone=settings.struct_org_phone.strip(),
        address=Address(
            street=settings.struct_org_address_street.strip(),
            locality=settings.struct_org_address_locality.strip(),
            region=settings.struct_org_address_region.strip(),
            postal_code=settings.struct_org_address_postal.strip(),
            country=settings.struct_org_address_country.strip(),
        ),
        latitude=_number(settings.struct_org_geo_lat),
        longitude=_number(settings.struct_org_geo_lng),
        hours=_hours(settings),
        logo=_image(settings.struct_org_logo),
        image=_image(settings.struct_org_image),
        actions=_actions(settings),
        extra=_free_json(settings.struct_org_extra_json),
    )


def _hours(settings: SeoSettings) -> tuple[OpeningHours, ...]:
    return tuple(
        OpeningHours(
            days=tuple(spec.value["days"]),
            opens=spec.value["start_time"].strftime("%H:%M"),
            closes=spec.value["end_time"].strftime("%H:%M"),
        )
        for spec in settings.struct_org_hours
        if spec.value["days"] and spec.value["start_time"] and spec.value["end_time"]
    )


def _actions(settings: SeoSettings) -> tuple[Action, ...]:
    # wagtail-seo asks for a language too. An EntryPoint has none in schema.org's
    # vocabulary (release 30), so it is told nowhere.
    return tuple(
        Action(
            type=spec.value["action_type"],
            url=spec.value["target"],
            result_type=spec.value["result_type"] or "",
            result=(spec.value["result_name"] or "").strip(),
            extra=_free_json(spec.value["extra_json"] or ""),
        )
        for spec in settings.struct_org_actions
        if spec.value["action_type"] and spec.value["target"]
    )


def _image(image: AbstractImage | None) -> Image | None:
    return image_content(image, image.description) if image else None


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _free_json(text: str) -> dict[str, object]:
    # A row may be older than the form's check, or written by another road.
    try:
        found = _json_object(text)
    except ValidationError:
        return {}
    kept = {key: value for key, value in found.items() if key not in _OWN_KEYS}
    return _pruned(kept) or {}


def _pruned(value: Any) -> Any:
    """Return `value` without what is empty, however deep; None if nothing is left."""
    if isinstance(value, dict):
        kept = {key: inner for key, raw in value.items() if (inner := _pruned(raw)) is not None}
        return kept or None
    if isinstance(value, list):
        return [inner for raw in value if (inner := _pruned(raw)) is not None] or None
    return None if isinstance(value, str) and not value.strip() else value
