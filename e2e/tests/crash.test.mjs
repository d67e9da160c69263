// What was acknowledged is there after the power went, and the same form sent twice is one comment.
import assert from "node:assert/strict";
import { test } from "node:test";

import { serve } from "../lib.mjs";
import { Visitor } from "../visitor.mjs";

const DRAFT = "/drafts/DN-2026-001";

async function writer(url) {
    const visitor = new Visitor(url);
    await visitor.signIn("Tamsin Okoro");
    return { visitor, form: await visitor.form(`${DRAFT}?from=2&to=2`, 'name="comment"') };
}

async function record(url) {
    return (await fetch(`${url}${DRAFT}/export.json`)).text();
}

test("nothing that was acknowledged is lost when the server is killed while people post", async (t) => {
    const first = await serve(t);
    const { visitor, form } = await writer(first.url);
    const kept = [];
    const lane = async (name) => {
        for (let number = 0; ; number += 1) {
            const body = `Written in lane ${name}, number ${number}.`;
            try {
                const answer = await visitor.post(form, { comment: body, once: `${name}-${number}` });
                assert.equal(answer.status, 303, await answer.text());
                kept.push(body);
            } catch (error) {
                if (error instanceof assert.AssertionError) throw error;
                return;
            }
        }
    };
    const lanes = ["a", "b", "c", "d"].map(lane);
    while (kept.length < 24) await Promise.race([...lanes, new Promise((next) => setImmediate(next))]);
    await first.stop("SIGKILL");
    await Promise.all(lanes);

    const second = await serve(t, { data: first.data });
    const found = await record(second.url);
    assert.deepEqual(kept.filter((body) => !found.includes(body)), [], `of ${kept.length}`);
});

test("the same form posted twice is one thread", async (t) => {
    const { url } = await serve(t);
    const { visitor, form } = await writer(url);
    const [one, other] = await Promise.all([0, 1].map(() => visitor.post(form, { comment: "Only once, please." })));
    assert.deepEqual([one.status, other.status], [303, 303]);
    assert.equal(one.headers.get("location"), other.headers.get("location"));
    assert.equal((await record(url)).split("Only once, please.").length - 1, 1);
});
