// Every page, light and dark, on a wide screen and on the narrowest phone: axe finds nothing, and nothing sticks out.
import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, fits, open, signIn, visit } from "../lib.mjs";
import { ownPages, pages } from "../pages.mjs";

async function lookAtAll(t, page, all) {
    for (const [name, address] of Object.entries(all)) {
        await t.test(name, async () => {
            const answer = await visit(page, address);
            assert.equal(answer.status(), name === "not-found" ? 404 : 200);
            await accessible(page, name);
            await fits(page, name);
        });
    }
}

for (const width of [1280, 320]) {
    for (const dark of [false, true]) {
        const look = `${width} px, ${dark ? "dark" : "light"}`;

        test(`every page is accessible at ${look}`, async (t) => {
            const page = await open(t, { width, dark });
            await lookAtAll(t, page, await pages(page));
        });

        test(`every page of those who run a forum is accessible at ${look}`, async (t) => {
            const page = await open(t, { width, dark });
            await signIn(page, "Tamsin Okoro");
            await lookAtAll(t, page, ownPages());
        });
    }
}

test("every page reads from right to left in Arabic, is accessible, and fits", async (t) => {
    const page = await open(t, { width: 320, locale: "ar" });
    const all = await pages(page);
    await visit(page, all.draft);
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
    await lookAtAll(t, page, all);
});
