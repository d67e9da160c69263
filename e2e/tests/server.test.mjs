// The server as a program: what it refuses to start with, and how it ends.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { comity, serve } from "../lib.mjs";

test("a port in use is refused with a sentence that names it", async (t) => {
    const { url, data } = await serve(t, { demo: false });
    const at = url.replace("http://", "");
    const second = await comity(["serve", "--data", `${data}/second`, "--listen", at]);
    assert.equal(second.code, 1);
    assert.ok(second.complaint.includes(at), second.complaint);
    assert.equal(second.out, "");
});

test("a data folder that cannot be written is refused with a sentence that names it", async (t) => {
    const { data } = await serve(t, { demo: false });
    const file = path.join(data, "a-file");
    await writeFile(file, "");
    const refused = await comity(["serve", "--data", path.join(file, "inside"), "--listen", "127.0.0.1:0"]);
    assert.equal(refused.code, 1);
    assert.ok(refused.complaint.includes("a-file"), refused.complaint);
});

test("a server that is told to stop answers what it has begun and ends well", async (t) => {
    const { url, stop } = await serve(t, { demo: false });
    const answer = await fetch(`${url}/health`);
    assert.equal(answer.status, 200);
    await answer.text();
    assert.deepEqual(await stop("SIGTERM"), { code: 0, signal: null });
});

test("a demonstration is set up once, and is still there after a restart", async (t) => {
    const first = await serve(t);
    const people = async (url) => (await (await fetch(`${url}/sign-in`)).text()).match(/<h3><button\b/g).length;
    const cast = await people(first.url);
    assert.ok(cast >= 12, `${cast} people`);
    await first.stop("SIGKILL");
    const second = await serve(t, { data: first.data });
    assert.equal(await people(second.url), cast);
});
