// Every page, light and dark, on a wide screen and on the narrowest phone: axe finds nothing, and nothing sticks out.
import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, fits, open, visit } from "../lib.mjs";
import { pages } from "../pages.mjs";

for (const width of [1280, 320]) {
    for (const dark of [false, true]) {
        test(`every page is accessible at ${width} px, ${dark ? "dark" : "light"}`, async (t) => {
            const page = await open(t, { width, dark });
            for (const [name, address] of Object.entries(await pages(page))) {
                await t.test(name, async () => {
                    const answer = await visit(page, address);
                    assert.equal(answer.status(), name === "not-found" ? 404 : 200);
                    await accessible(page, name);
                    await fits(page, name);
                });
            }
        });
    }
}

test("every page reads from right to left in Arabic, and fits", async (t) => {
    const page = await open(t, { width: 320, locale: "ar" });
    for (const [name, address] of Object.entries(await pages(page))) {
        await t.test(name, async () => {
            await visit(page, address);
            await fits(page, name);
        });
    }
});
