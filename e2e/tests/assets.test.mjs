// The style sheet and the browser half as they leave the server.
import assert from "node:assert/strict";
import { test } from "node:test";

import { both, forum, open, visit } from "../lib.mjs";

test("assets have names of their own, are kept for ever, and come compressed", async () => {
    const html = await (await fetch(forum)).text();
    const names = [...html.matchAll(/\/assets\/[\w.-]+/g)].map(([name]) => name);
    assert.ok(names.some((name) => name.endsWith(".css")), "the page names its style sheet");
    for (const name of names) {
        const answer = await fetch(forum + name, { headers: { "accept-encoding": "br, gzip" } });
        assert.equal(answer.status, 200, name);
        assert.match(answer.headers.get("cache-control"), /immutable/, name);
        assert.equal(answer.headers.get("vary"), "accept-encoding", name);
        const again = await fetch(forum + name, {
            headers: { "accept-encoding": "br, gzip", "if-none-match": answer.headers.get("etag") },
        });
        assert.equal(again.status, 304, name);
    }
    assert.equal((await fetch(`${forum}/assets/comity.css`)).status, 404);
});

both(test, "the first page shows its style and loads without a fault", async (t, { javaScript }) => {
    const page = await open(t, { javaScript });
    const answer = await visit(page, "/");
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()["content-security-policy"], /default-src 'self'|default-src 'none'/);
    const serif = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    assert.notEqual(serif, "", "the style sheet is applied");
    assert.equal(await page.locator("h1").count(), 1);
});
