"""The headers of every answer: whose files a browser may use, and who may keep what."""

from flask import Response, request

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
"""Only our own files: no inline script or style, no frame around us, no foreign address."""

EVERY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""The headers of every answer."""

OURS = EVERY | {"Cache-Control": "no-store", "Vary": "Cookie, HX-Request, Accept-Language"}
"""Those of pages and data, which are nobody's to keep."""


def guard(response: Response) -> Response:
    """The headers that every answer has, where the view said nothing else."""
    given = {name.lower() for name, _ in response.headers}
    for name, value in (EVERY if request.endpoint == "static" else OURS).items():
        if name.lower() not in given:
            response.headers.add(name, value)
    return response
