"""All that we take from wagtail-seo, and what has to be mended in it.

Its fields and its settings page are used; its templates and its JSON-LD are
not: they print `json.dumps` unescaped, leave empty tags in the head and raise
a server error on an invalid free-text setting.
"""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.models import AbstractImage
from wagtail.models import Site
from wagtailseo.models import SeoMixin, SeoSettings

from faq_pages.blocks.materials import image_content
from faq_pages.content import Address, Image, OpeningHours, Organization

__all__ = ["IMAGE_FIELDS", "SeoMixin", "SeoSettings", "guard_free_json", "organization"]

DEFAULT_TYPE = "MedicalClinic"

IMAGE_FIELDS = ("struct_org_logo", "struct_org_image", "og_image_default")

# Facts that have a field of their own are not overwritten by the free JSON.
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
    """Raise ValidationError unless `text` is blank or a JSON object."""
    if not text.strip():
        return
    try:
        value = json.loads(text, parse_constant=_refuse)
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


def images(settings: SeoSettings) -> list[AbstractImage | None]:
    """Return the images of the settings, to be fetched with those of the page."""
    return [getattr(settings, name) for name in IMAGE_FIELDS]


def organization(settings: SeoSettings, site: Site) -> Organization:
    """Return who publishes `site`, as its settings say."""
    return Organization(
        type=settings.struct_org_type or DEFAULT_TYPE,
        name=settings.struct_org_name or site.site_name,
        telephone=settings.struct_org_phone.strip(),
        address=Address(
            street=settings.struct_org_address_street,
            locality=settings.struct_org_address_locality,
            region=settings.struct_org_address_region,
            postal_code=settings.struct_org_address_postal,
            country=settings.struct_org_address_country,
        ),
        latitude=_number(settings.struct_org_geo_lat),
        longitude=_number(settings.struct_org_geo_lng),
        hours=_hours(settings),
        logo=_image(settings.struct_org_logo),
        image=_image(settings.struct_org_image),
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


def _image(image: AbstractImage | None) -> Image | None:
    return image_content(image, image.description) if image else None


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _free_json(text: str) -> dict[str, object]:
    # A row may be older than the form's check, or written by another road.
    try:
        validate_json_object(text)
    except ValidationError:
        return {}
    found = json.loads(text) if text.strip() else {}
    kept = {key: value for key, value in found.items() if key not in _OWN_KEYS}
    return _pruned(kept) or {}


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no value of JSON")


def _pruned(value: Any) -> Any:
    """Return `value` without what is empty, however deep; None if nothing is left."""
    if isinstance(value, dict):
        kept = {key: inner for key, raw in value.items() if (inner := _pruned(raw)) is not None}
        return kept or None
    if isinstance(value, list):
        return [inner for raw in value if (inner := _pruned(raw)) is not None] or None
    return None if isinstance(value, str) and not value.strip() else value
