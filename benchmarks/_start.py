"""A fresh process over a store: how long the app takes to serve, and what its library weighs."""

import gc
import json
import os
from time import perf_counter

import psutil

from conference.app import create_app
from conference.config import Settings


def memory_mb() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / 1e6


settings = Settings.from_environment(os.environ)
before, begun = memory_mb(), perf_counter()
app = create_app(settings)
app.extensions["house"].library.catch_up()
spent = perf_counter() - begun
print(json.dumps({"start_s": spent, "grown_mb": memory_mb() - before}))
app.extensions["stop"].set()
app.extensions["follower"].join()
app.extensions["house"].store.close()
