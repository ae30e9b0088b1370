"""The floor of a read: a Flask view that answers so many bytes, and nothing around it."""

from flask import Flask, Response

app = Flask(__name__)


@app.get("/health")
def health() -> str:
    return "ok"


@app.get("/bytes/<int:count>")
def some(count: int) -> Response:
    return Response(b"x" * count, mimetype="text/html")
