"""Whose request it is, as far as that can be known: for rate limits and lock-outs."""

import ipaddress

from django.http import HttpRequest

from .conf import TRUSTED_PROXIES

# A household or an office holds a whole /64 of IPv6 addresses.
IPV6_PREFIX = 64


def client_address(request: HttpRequest) -> str:
    """The visitor's network address; of IPv6 the /64 it is in; empty if there is none.

    `X-Forwarded-For` is believed only as far as the site's own proxies wrote it: anybody
    can send one, and what they wrote stands to the left of what the proxies added.
    """
    address = request.META.get("REMOTE_ADDR", "")
    hops = TRUSTED_PROXIES.get()
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if 0 < hops <= len(forwarded):
        address = forwarded[-hops]
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, IPV6_PREFIX), strict=False))
    return str(parsed)
