"""The pages of a hall's own network: what the organiser shows, what an untrusting device gets."""

import plistlib
import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha1, sha256
from ipaddress import ip_address

import pytest
from builders import STAMP, id
from builders_doors import serving, store_of
from cryptography.x509 import load_der_x509_certificate
from flask import Flask
from flask.testing import FlaskClient

from conference import gate, vault_devices
from conference.app_lan import create_helper
from conference.commands.conference import plan_conference
from conference.commands.team import pair_device
from conference.config import Settings
from conference.lan import Lan, Trust
from conference.vault_devices import Key

HALL = Lan((ip_address("192.168.1.5"),), 8000, ("ban", "ban.local", "localhost"))
HOSTS = "192.168.1.5,[fd00::5],ban,ban.local,localhost"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
ANDROID = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/126.0"


@pytest.fixture
def hall(settings: Settings) -> Settings:
    """The settings that `./run serve --lan` makes."""
    Trust(settings.data_dir).made(HALL, STAMP.at)
    told = {"address": HALL.address, "lan_helper": HALL.helper, "hosts": HOSTS}
    return replace(settings, **told)


@pytest.fixture
def app(hall: Settings) -> Iterator[Flask]:
    with serving(hall) as made:
        yield made


@pytest.fixture
def helper(hall: Settings) -> FlaskClient:
    return create_helper(hall).test_client()


def acting(app: Flask, *roles: str) -> FlaskClient:
    app.extensions["who"] = lambda: gate.Actor(id("ai đó"), "Ai đó", roles)
    return app.test_client()


def bare(page: str) -> str:
    return re.sub(r"<[^>]+>|:|\s", "", page)


def test_the_organiser_shows_both_codes_and_the_fingerprints(app: Flask, hall: Settings) -> None:
    page = acting(app, "organizer").get("/lan").text
    der = app.test_client().get("/lan/le-dai.crt").data
    assert sha256(der).hexdigest().upper() in bare(page)
    assert sha1(der).hexdigest().upper() in bare(page)
    assert page.count('<div class="qr"') == 2
    assert re.findall(r"<code>(https?://[^<]+)</code>", page) == [
        *("http://192.168.1.5:8001", "https://192.168.1.5:8000", "https://[fd00::5]:8000"),
        *("https://ban:8000", "https://ban.local:8000", "https://localhost:8000"),
    ]


def test_pages_lead_there_under_lan_and_nowhere_else(app: Flask, settings: Settings) -> None:
    assert 'href="/lan"' in acting(app, "organizer").get("/").text
    with serving(settings) as plain:
        client = acting(plain, "organizer")
        assert 'href="/lan"' not in client.get("/").text
        found = [client.get(f"/lan{path}").status_code for path in ("", "/trust", "/le-dai.crt")]
        assert found == [404, 404, 404]


def test_a_pairing_leads_to_the_address_that_the_hall_has(app: Flask) -> None:
    store = store_of(app)
    said = {"planner": "Văn phòng", "title": "Hội nghị", "host": "UBND tỉnh"}
    conference = plan_conference(store, STAMP, **said)
    at = {"name": "Bàn 1", "screen": "door", "door": "Cửa 1"}
    device = pair_device(store, STAMP, conference_id=conference, **at)
    app.config["WTF_CSRF_ENABLED"] = False
    team = f"/conferences/{conference}/team"
    page = acting(app, "admin").post(f"{team}/devices/{device}/pairing").text
    found = re.findall(r"<code>(https://192\.168\.1\.5:8000/pair/([\w-]+))</code>", page)
    assert vault_devices.pairing(store, found[0][1], gate_now(app)) == Key(conference, device)
    assert 'href="/lan"' in page


def gate_now(app: Flask) -> object:
    return app.extensions["house"].clock()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("192.168.1.5:8000", 200),
        ("192.168.1.5", 200),
        ("[fd00::5]:8000", 200),
        ("BAN.local:8000", 200),
        ("bank.example", 400),
        ("192.168.1.6:8000", 400),
        ("ban.local.bank.example:8000", 400),
        ("[fd00::6]", 400),
        ("", 400),
    ],
)
def test_it_answers_to_its_own_names_alone(app: Flask, host: str, status: int) -> None:
    for path in ("/health", "/sign-in", "/lan/trust"):
        assert app.test_client().get(path, headers={"Host": host}).status_code == status


def test_cookies_go_over_https_alone(app: Flask) -> None:
    cookies = app.test_client().get("/sign-in").headers.getlist("Set-Cookie")
    assert cookies
    assert all("Secure" in cookie for cookie in cookies)


# --- the helper: a device that does not trust yet ---


def test_whatever_is_asked_for_leads_to_the_way_to_trust(helper: FlaskClient) -> None:
    for path in ("/", "/sign-in", "/pair/x", "/conferences", "/lan", "/health"):
        answer = helper.get(path)
        assert (answer.status_code, answer.location) == (303, "/lan/trust")
    assert helper.post("/sign-in", data={"login": "x"}).location == "/lan/trust"


@pytest.mark.parametrize(("browser", "first"), [(IPHONE, "ios"), (ANDROID, "android")])
def test_a_phone_reads_its_own_way_first(helper: FlaskClient, browser: str, first: str) -> None:
    page = helper.get("/lan/trust", headers={"User-Agent": browser}).text
    listed = re.findall(r'<details class="card trust-system" id="(\w+)"( open)?>', page)
    assert listed[0] == (first, " open")
    assert sorted(name for name, _ in listed) == ["android", "ios", "macos", "windows"]
    assert [name for name, opened in listed if opened] == [first]


def test_who_is_not_known_reads_every_way(helper: FlaskClient) -> None:
    page = helper.get("/lan/trust").text
    assert page.count("<details") == page.count(" open>") == 4
    assert "Cho máy này tin Lễ đài" in page
    assert "Make this device trust" in helper.get("/lan/trust?language=en").text


def test_both_certificates_are_the_authority_that_the_page_names(helper: FlaskClient) -> None:
    der = helper.get("/lan/le-dai.crt")
    profile = helper.get("/lan/le-dai.mobileconfig")
    root = plistlib.loads(profile.data)["PayloadContent"][0]
    assert der.mimetype == "application/x-x509-ca-cert"
    assert profile.mimetype == "application/x-apple-aspen-config"
    assert root["PayloadType"] == "com.apple.security.root"
    assert root["PayloadContent"] == der.data
    assert sha256(der.data).hexdigest().upper() in bare(helper.get("/lan/trust").text)
    assert load_der_x509_certificate(der.data).subject.rfc4514_string() == "CN=Lễ đài – ban"
    assert profile.data == helper.get("/lan/le-dai.mobileconfig").data
