"""The floor of a scan: bare Flask that checks a signature and writes one durable row; of a list of
scans, a hundred rows a commit."""

import hmac
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from threading import Lock

import psycopg_pool
from flask import Flask, jsonify, request

app = Flask(__name__)
KEY = b"k" * 32
ROW = "INSERT INTO floor (code) VALUES "
URL = os.environ["CONFERENCE_DATABASE"]
TOGETHER = 100
"""Rows of one commit of a list."""

lock = Lock()
if URL:
    pool = psycopg_pool.ConnectionPool(URL, min_size=1, max_size=8, open=False)
else:
    path = os.path.join(os.environ["CONFERENCE_DATA_DIR"], "floor.sqlite3")  # noqa: PTH118
    row = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    row.execute("PRAGMA journal_mode=WAL")
    row.execute("PRAGMA synchronous=FULL")
    row.execute("CREATE TABLE IF NOT EXISTS floor (code TEXT)")


@contextmanager
def opened() -> Iterator[psycopg_pool.ConnectionPool]:
    """The pool, opened in the worker that uses it."""
    with lock:
        if pool.closed:
            pool.open()
            with pool.connection() as connection:
                connection.execute("SELECT pg_advisory_xact_lock(1)")  # two workers make it at once
                connection.execute("CREATE TABLE IF NOT EXISTS floor (code TEXT)")
    yield pool


@app.get("/health")
def health() -> str:
    return "ok"


def good(code: str) -> bool:
    return hmac.compare_digest(hmac.digest(KEY, code.encode(), sha256)[:16], b"x" * 16)


def write(codes: list[str]) -> None:
    """All of them in one durable transaction."""
    rows = [(code,) for code in codes]
    if URL:
        with opened() as made, made.connection() as connection:
            connection.cursor().executemany(f"{ROW}(%s)", rows)
        return
    with lock:
        row.execute("BEGIN")
        row.executemany(f"{ROW}(?)", rows)
        row.execute("COMMIT")


@app.post("/scan")
def scan() -> object:
    code = request.get_json()["token"]
    found = good(code)
    write([code])
    return jsonify({"verdict": "admitted", "good": found})


@app.post("/scans")
def scans() -> object:
    codes = [one["token"] for one in request.get_json()["scans"]]
    found = list(map(good, codes))
    for start in range(0, len(codes), TOGETHER):
        write(codes[start : start + TOGETHER])
    return jsonify({"answers": [{"verdict": "admitted", "good": one} for one in found]})
