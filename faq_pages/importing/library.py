"""Pictures of documents, brought into the image library by the admin's own form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.images.models import AbstractImage
from wagtail.images.permissions import permission_policy
from wagtail.images.utils import find_image_duplicates
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from faq_pages import markup
from faq_pages.importing.pictures import Picture

# Wagtail's own; the page keeps all the words that a document has of a picture.
_MAX_DESCRIPTION = 255

AnyUser = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True, kw_only=True)
class BroughtIn:
    """The images that pictures became: `ids` by the picture's key, and a sentence
    in `refused` for each one that the library did not take."""

    ids: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()


def may_bring_in(user: AnyUser | None) -> bool:
    """Whether `user` may add images; a command, which has no user, may."""
    return user is None or bool(permission_policy.user_has_permission(user, "add"))


def bring_in(pictures: Iterable[Picture], *, user: AnyUser | None = None) -> BroughtIn:
    """Put `pictures` into the image library, each file once.

    A picture that the library has and `user` may choose is taken from there.
    The form is the one of the admin: the same formats, sizes and collections.
    """
    ids: dict[str, int] = {}
    refused: list[str] = []
    for picture in pictures:
        image, why = _image(picture, user)
        if image:
            ids[picture.key] = image.pk
        else:
            refused.append(
                gettext("The picture “%(name)s” was not brought in: %(why)s")
                % {"name": picture.name, "why": why}
            )
    return BroughtIn(ids=ids, refused=tuple(refused))


def _image(picture: Picture, user: AnyUser | None) -> tuple[AbstractImage | None, str]:
    model = get_image_model()
    image = model(uploaded_by_user=user, file_hash=hash_filelike(BytesIO(picture.data)))
    if known := _known(image, user):
        return known, ""
    if not may_bring_in(user):
        return None, gettext("your account may not add images. Ask someone who may.")
    described = markup.shorten(picture.alt, _MAX_DESCRIPTION)
    form = get_image_form(model)(
        {"title": picture.title, "description": described, "collection": _collection(user)},
        {"file": SimpleUploadedFile(picture.file_name, picture.data)},
        instance=image,
        user=user,
    )
    if not form.is_valid():
        errors = [str(error) for listed in form.errors.values() for error in listed]
        return None, " ".join(errors)
    return form.save(), ""


def _known(image: AbstractImage, user: AnyUser | None) -> AbstractImage | None:
    """Return the image of the library with the same file, if there is one."""
    if user is None:
        same = type(image).objects.filter(file_hash=image.file_hash)
    else:
        same = find_image_duplicates(image, user, permission_policy)
    return same.order_by("pk").first()


def _collection(user: AnyUser | None) -> int | None:
    """Return the collection that an image goes into: the first that `user` may add to."""
    if user is None:
        allowed = Collection.objects.all()
    else:
        allowed = permission_policy.collections_user_has_permission_for(user, "add")
    first = allowed.order_by("path").first()
    return first.pk if first else None
