#!/usr/bin/env python3
"""Takes every thread of a draft out of Comity, and puts a comment in.

    comments.py http://127.0.0.1:3000 DN-2026-001 > threads.jsonl
    COMITY_TOKEN=comity_… comments.py http://127.0.0.1:3000 DN-2026-001 --lines L12 --body 'Say who pays.'

A token is made in the settings, with the scope `comment`. What a call is answered with stands at /api.
"""

import argparse
import json
import os
import sys
import urllib.error
import urllib.request
import uuid


def call(address, body=None):
    """Gives what is answered as JSON, and the address of the page after it; says why, and ends, when it is refused."""
    headers = {"Accept": "application/json"}
    if token := os.environ.get("COMITY_TOKEN"):
        headers["Authorization"] = f"Bearer {token}"
    data = None
    if body is not None:
        data = json.dumps(body).encode()
        # The same key sent again, as after a line that broke off, does nothing twice.
        headers |= {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, data, headers)) as answer:
            link = answer.headers.get("Link", "")
            following = link[1 : link.index(">")] if 'rel="next"' in link else None
            return json.load(answer), following
    except urllib.error.HTTPError as refused:
        problem = json.load(refused)
        wrong = "".join(f"\n  {one['field']}: {one['detail']}" for one in problem.get("errors", []))
        sys.exit(f"{problem['title']}: {problem['detail']}{wrong}")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("site", help="where Comity is, such as http://127.0.0.1:3000")
    asked.add_argument("draft", help="how the draft is cited, such as DN-2026-001")
    asked.add_argument("--body", help="what to say, as Markdown")
    asked.add_argument("--lines", help="the lines it is about, such as L12 or L12-L18; none for the whole draft")
    asked.add_argument("--instead", help="the words proposed in place of those lines")
    asked = asked.parse_args()
    draft = f"{asked.site}/api/v1/drafts/{asked.draft}"
    if asked.body:
        head, _ = call(draft)
        said = {"version": head["latest"], "body": asked.body, "lines": asked.lines, "suggestion": asked.instead}
        thread, _ = call(f"{draft}/threads", {name: value for name, value in said.items() if value is not None})
        print(thread["opening"]["receipt"])
        return
    page = f"{draft}/responses?limit=100"
    while page:
        answer, following = call(page)
        for thread in answer["items"]:
            print(json.dumps(thread, ensure_ascii=False))
        page = following and asked.site + following


if __name__ == "__main__":
    main()
