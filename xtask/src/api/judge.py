"""Judges the API of a running demo from outside: its description, its answers to what nobody would think of, and the example client.

    judge.py ADDRESS CLIENT

ADDRESS is that of a demo, CLIENT the example client. Exit status 1 and the reasons when something does not hold.
"""

import http.cookiejar
import json
import os
import re
import subprocess
import sys
import urllib.parse
import urllib.request

from openapi_spec_validator import validate

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
# Of the secretariat, so that little is refused before it is looked at.
PERSON = "tamsin.okoro@secretariat.dovetail.example"
SCOPES = ["read", "comment", "answer", "sign", "publish"]


def token(site, email):
    """Makes a token of one of the cast, as their browser would."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def post(path, fields):
        return browser.open(site + path, urllib.parse.urlencode(fields).encode()).read().decode()

    post("/sign-in/as", [("page", "/sign-in"), ("email", email), ("back", "/help")])
    form = [("page", "/settings"), ("token_name", "Judge"), ("days", "7")] + [("scopes", scope) for scope in SCOPES]
    return re.search(r"comity_[0-9a-f]+", post("/settings/tokens", form)).group()


def client(program, site, secret):
    """Takes the threads out and a comment in."""
    run = [sys.executable, program, site, "DN-2026-001"]
    before = subprocess.run(run, check=True, capture_output=True, text=True).stdout.splitlines()
    environment = os.environ | {"COMITY_TOKEN": secret}
    said = subprocess.run(run + ["--body", "Said by a program."], check=True, capture_output=True, text=True, env=environment)
    after = subprocess.run(run, check=True, capture_output=True, text=True).stdout.splitlines()
    assert len(before) > 1 and len(after) == len(before) + 1, (len(before), len(after))
    assert json.loads(after[-1])["opening"]["receipt"] == said.stdout.strip(), said.stdout


def tried(site, secret, examples):
    """Sends what the description allows and what it does not, and looks whether each answer is one that is described."""
    run = [os.path.join(os.path.dirname(sys.executable), "schemathesis"), "run", site + "/api/openapi.json", "--checks", CHECKS]
    run += ["--phases", "coverage,fuzzing", "--max-examples", str(examples), "--seed", "1", "--suppress-health-check", "all"]
    run += ["--header", f"Authorization: Bearer {secret}"] if secret else ["--include-method", "GET"]
    # What is kept of earlier runs would make two runs differ.
    run += ["--generation-database", "none"]
    done = subprocess.run(run, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout[-8000:] + done.stderr[-2000:])
    print("\n".join(line for line in done.stdout.splitlines() if "passed" in line or "generated" in line))


def main():
    site, program = sys.argv[1:3]
    validate(json.load(urllib.request.urlopen(site + "/api/openapi.json")))
    secret = token(site, PERSON)
    client(program, site, secret)
    tried(site, None, 3)
    tried(site, secret, 3)


if __name__ == "__main__":
    main()
