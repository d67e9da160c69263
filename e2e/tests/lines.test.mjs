// Lines that are pointed at: a run chosen by touch, an address that always says the same words, and the sentence that cites them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, both, fits, open, visit } from "../lib.mjs";

const DRAFT = "/drafts/DN-2026-001";
const VERSION = `${DRAFT}/versions/3`;

async function marked(page) {
    const lines = await page.locator(".text :is(.chosen, .about)").evaluateAll((lines) => lines.map((line) => line.id));
    return lines.join(" ");
}

test("a second tap takes all lines between, and two buttons move the end by one", async (t) => {
    const page = await open(t, { width: 390, height: 844, hasTouch: true });
    await visit(page, DRAFT);
    const size = await page.locator("#L16 > a.n").boundingBox();
    assert.ok(size.width >= 44 && size.height >= 44, `a number is ${size.width} by ${size.height}`);
    await page.locator("#L16 > a.n").tap();
    await page.locator("#L18 > a.n").tap();
    assert.equal(await marked(page), "L16 L17 L18");
    const bar = page.getByRole("region", { name: "Chosen lines" });
    await bar.getByRole("button", { name: "One line less" }).tap();
    assert.equal(await marked(page), "L16 L17");
    await bar.getByRole("button", { name: "One line more" }).tap();
    await bar.getByRole("button", { name: "One line more" }).tap();
    assert.equal(await marked(page), "L16 L17 L18 L19");
    assert.equal(await bar.getByRole("link", { name: "Link to it" }).getAttribute("href"), `${VERSION}?lines=16-19#L16`);
    await fits(page, "lines chosen on a phone");
    await accessible(page, "lines chosen on a phone");
    await bar.getByRole("link", { name: "Cite this" }).tap();
    await page.locator("#cite").waitFor();
    await fits(page, "a citation on a phone");
});

both(test, "a run of lines is marked and reached by its address", async (t, options) => {
    const page = await open(t, options);
    await visit(page, `${VERSION}?lines=30-32#L30`);
    assert.equal(await marked(page), "L30 L31 L32");
    const top = await page.locator("#L30").evaluate((line) => line.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 900, `its first line is in sight, at ${top}`);
    await page.getByText(/version 3, lines 30 to 32\. .*SHA-256 [0-9a-f]{64}\. http.*\/versions\/3\?lines=30-32#L30/).waitFor();
    if (options.javaScript) await accessible(page, "a run of lines with its citation");
});

test("a run in the fragment alone is marked where scripts run", async (t) => {
    const page = await open(t);
    await visit(page, `${VERSION}#L30-L32`);
    await page.locator("#L32.chosen").waitFor();
    assert.equal(await marked(page), "L30 L31 L32");
    await page.locator("#L40 a.n").click();
    assert.equal(await marked(page), "L40");
});

test("without JavaScript two small fields choose the lines", async (t) => {
    const page = await open(t, { javaScript: false });
    await visit(page, DRAFT);
    const form = page.locator("form.choose");
    await form.getByLabel("First line").fill("٣٠");
    await form.getByLabel("Last line").fill("32");
    await form.getByRole("button", { name: "Link and cite" }).click();
    await page.locator("#cite").waitFor();
    assert.equal(await marked(page), "L30 L31 L32");
});

both(test, "who comes back to a draft finds the text in the upper half of the first screen", async (t, options) => {
    const page = await open(t, options);
    const top = () => page.locator("#L1").evaluate((line) => line.getBoundingClientRect().top);
    await visit(page, DRAFT);
    assert.ok((await top()) > 450, "a first visit says what the draft is");
    await visit(page, DRAFT);
    assert.ok((await top()) < 450, `the text begins at ${await top()}`);
    if (options.javaScript) await accessible(page, "a draft for who comes back");
});

test("on a phone the clauses and the menu lie over the page, and Back closes them", async (t) => {
    const page = await open(t, { width: 390, height: 844, hasTouch: true, javaScript: false });
    await visit(page, DRAFT);
    for (const [name, place] of [["Clauses", "#outline"], ["Menu", "#menu"]]) {
        await page.getByRole("link", { name, exact: true }).tap();
        const box = await page.locator(place).boundingBox();
        assert.ok(box.y <= 0 && box.height >= 844, `${name} covers the screen: ${JSON.stringify(box)}`);
        await page.goBack();
        assert.notEqual(await page.locator(place).evaluate((over) => getComputedStyle(over).position), "fixed");
    }
    await page.getByRole("link", { name: "Clauses", exact: true }).tap();
    await page.locator("#outline").getByRole("link", { name: /Watch while in use/ }).tap();
    const line = await page.getByRole("heading", { name: /Watch while in use/ }).boundingBox();
    assert.ok(line.y > -1 && line.y < 844, `the clause is in sight, at ${line.y}`);
});
