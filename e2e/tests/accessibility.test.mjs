// Every page, light and dark, on a wide screen and on the narrowest phone: axe finds nothing, and nothing sticks out.
import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, fits, open, serve, signIn, visit } from "../lib.mjs";
import { ownPages, pages } from "../pages.mjs";
import { Visitor } from "../visitor.mjs";

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

test("words without an end break instead of pushing the page apart", async (t) => {
    const { url } = await serve(t);
    const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(2);
    const official = new Visitor(url);
    official.cookies.set("lang", "en");
    await official.signIn("Amina Rashad");
    const begun = await official.form("/forums/harbour-conference/drafts/new", 'name="source"');
    const source = `# T\n\n## 1 ${word}\n\nA line with ${word} in it. Another.\n`;
    const next = await official.post(begun, { title: `Principles on ${word}`, language: "en", visibility: "public", source });
    const draft = next.headers.get("location").replace("/next", "");
    const { fields } = await official.form(`${draft}/next`, '/publish"');
    const published = await official.post({ action: `${draft}/next/publish`, fields }, { note: word, source });
    assert.equal(published.status, 303);
    await official.post(await official.form(`${draft}/steps`, "Open a consultation"), { closes: "2099-12-28T12:00" });
    const reader = new Visitor(url);
    await reader.signIn("Mira Oduya");
    const posted = await reader.post(await reader.form(`${draft}?from=4&to=4`, 'name="comment"'), { comment: `${word}\n\n- ${word}` });
    assert.equal(posted.status, 303);
    for (const width of [320, 1000, 1280]) {
        const page = await open(t, { at: url, width });
        for (const address of ["/", "/forums/harbour-conference", draft, `${draft}/threads`, `${draft}/threads/1`, `${draft}/responses`]) {
            await visit(page, address);
            await fits(page, `${address} at ${width} px`);
        }
    }
});
