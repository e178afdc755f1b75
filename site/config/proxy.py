"""What a proxy in front of the site knows about a request and we do not."""

from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address that our own proxy saw.

    It adds that address at the end; what stands before came with the request.
    """
    forwarded: str = request.META.get("HTTP_X_FORWARDED_FOR", "")
    seen: str = request.META.get("REMOTE_ADDR", "")
    return forwarded.rpartition(",")[2].strip() or seen
