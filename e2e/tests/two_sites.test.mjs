// Two installations with different keys: a text goes from one to the other and its answer comes back. With JavaScript it is sent over the
// network; without, people carry the files.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { both, comity, open, serve, signIn, visit } from "../lib.mjs";

const DRAFT = "/drafts/DN-2025-003";
const HARBOUR = "harbour-conference";

async function read(page) {
    return (await page.getByRole("main").innerText()).replace(/\s+/g, " ");
}

/** Looks again until the page says so: what is sent arrives a moment later. */
async function untilItSays(page, address, words) {
    for (let tries = 0; ; tries += 1) {
        const answer = await visit(page, address);
        const said = answer.status() === 200 ? await read(page) : "";
        if (said.includes(words)) return said;
        assert.ok(tries < 40, `${address} does not say ${words}: ${said}`);
        await new Promise((next) => setTimeout(next, 500));
    }
}

async function person(t, site, javaScript, name) {
    const page = await open(t, { at: site.url, javaScript });
    await signIn(page, name);
    const english = page.getByRole("button", { name: "English", exact: true });
    if (await english.isVisible()) await english.click();
    return page;
}


/** The administrator of a site enters the other, compares the key, and confirms it. */
async function meets(page, other, javaScript) {
    await visit(page, "/admin/peers");
    await page.getByLabel("Name", { exact: true }).first().fill("The other site");
    await page.getByLabel("Address", { exact: true }).fill(other.url);
    await page.getByLabel("Fingerprint of the key").fill(other.fingerprint);
    await page.getByLabel(javaScript ? "This site sends them" : "People carry them as files").check();
    await page.getByRole("button", { name: "Enter", exact: true }).first().click();
    await page.locator("summary", { hasText: "Confirm" }).click();
    await page.getByRole("button", { name: "Confirm" }).click();
    assert.match(await read(page), /Confirmed/i);
}

async function download(page, name) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    return file.path();
}

both(test, "a text crosses to another site and its answer comes back", async (t, { javaScript }) => {
    const sites = await Promise.all([0, 1].map(() => serve(t, { args: ["--peer-host", "127.0.0.1"] })));
    for (const site of sites) {
        const page = await person(t, site, javaScript, "Tamsin Okoro");
        await visit(page, "/admin/peers");
        const digits = (await page.locator("dd.digest").innerText()).replace(/\s/g, "");
        Object.assign(site, { page, fingerprint: digits });
    }
    const [a, b] = sites;
    assert.notEqual(a.fingerprint, b.fingerprint);
    await meets(a.page, b, javaScript);
    await meets(b.page, a, javaScript);
    await visit(a.page, "/admin/peers");
    await a.page.getByLabel("Name", { exact: true }).last().fill("Harbour Conference");
    await a.page.locator("#forum_slug").fill(HARBOUR);
    await a.page.getByRole("button", { name: "Enter", exact: true }).last().click();

    const there = new URL(b.url).host;
    await visit(a.page, `${DRAFT}/referrals/new`);
    await a.page.getByLabel("Body", { exact: true }).selectOption(`${HARBOUR}@${there}`);
    await a.page.locator("#note").fill("Ten governments have agreed this.");
    await a.page.locator("form.apart button.button").click();
    await a.page.getByRole("button", { name: "Send", exact: true }).click();
    const referral = new URL(a.page.url()).pathname;
    const copy = referral.replace("DN-2025-003", encodeURIComponent(`DN-2025-003@${new URL(a.url).host}`));

    const amina = await person(t, b, javaScript, "Amina Rashad");
    const carry = async (from, page, to, at, summary) => {
        await visit(from, page);
        const file = await download(from, "The whole as one signed file");
        await visit(to, at);
        await to.locator("summary", { hasText: summary }).click();
        await to.locator("input[type=file]").setInputFiles(file);
        await to.getByRole("button", { name: "Check and receive" }).click();
        return file;
    };
    let bundle;
    if (!javaScript) bundle = await carry(a.page, referral, amina, `/forums/${HARBOUR}`, "Bring a file");
    await untilItSays(amina, copy, "Ten governments have agreed this.");
    await amina.locator("#said").fill("We look at it in autumn.");
    await amina.getByRole("button", { name: "Save" }).first().click();

    if (!javaScript) await carry(amina, copy, a.page, referral, "Bring what they sent");
    const said = await untilItSays(a.page, referral, "We look at it in autumn.");
    assert.match(said, new RegExp(`HC-\\d+-\\d+@${there}`));

    // What crossed holds without a server, and not when one byte of it is another.
    bundle ??= await (async () => {
        await visit(a.page, referral);
        return download(a.page, "The whole as one signed file");
    })();
    assert.equal((await comity(["verify", bundle])).code, 0);
    const bytes = await readFile(bundle);
    bytes[Math.floor(bytes.length / 2)] ^= 1;
    const bent = path.join(a.data, "bent.zip");
    await writeFile(bent, bytes);
    assert.equal((await comity(["verify", bent])).code, 1);
});
