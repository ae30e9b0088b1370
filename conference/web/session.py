"""Who is signed in: Flask-Login behind our own names.

For the engineer of sign-in: `Actor`, `actor()`, `may(act)`, `enforce()`, `roles_here()` stand in
conference/gate.py, since web and api share them. This module sets `app.extensions["who"]`, a
function that answers the Actor of this request or None (session cookie, or `Authorization: Bearer`),
and offers `init_app(app)`, called by conference/app.py.
"""
