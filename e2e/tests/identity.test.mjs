// Signing in by a real provider on this machine, from its page and back.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { test } from "node:test";

import { identity } from "../identity.mjs";
import { accessible, both, fits, open, serve, visit } from "../lib.mjs";

const PEOPLE = {
    nadia: { email: "nadia@aravel.example", email_verified: true, name: "Nadia Haddad" },
    omar: { email: "omar@aravel.example", email_verified: false, name: "Omar Said" },
};

/** A port that nobody listens at, for a site that has to be known before it starts. */
async function freePort() {
    const server = createServer();
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address();
    await new Promise((closed) => server.close(closed));
    return port;
}

/** A demonstration forum that one may sign in to by the ministry. */
async function site(t) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const ministry = await identity(t, url, PEOPLE);
    const scratch = process.env.COMITY_SCRATCH;
    const file = path.join(scratch, `providers-${port}.toml`);
    const written = ["[ministry]", 'name = "Ministry of Aravel"', `issuer = "${ministry.issuer}"`, 'client = "comity"', 'secret = "hush"'];
    await writeFile(file, written.join("\n"));
    await serve(t, { env: { COMITY_PROVIDERS: file, COMITY_URL: url }, listen: `127.0.0.1:${port}` });
    return { url, ministry };
}

async function goesThere(page, from = "/sign-in?back=/settings") {
    await visit(page, from);
    await page.getByRole("link", { name: "Sign in with Ministry of Aravel" }).click();
    await page.getByRole("heading", { name: "Ministry of Aravel" }).waitFor();
}

async function signsIn(page, who) {
    await page.getByLabel("Who are you?").fill(who);
    await page.getByRole("button", { name: "Sign in" }).click();
}

const heading = (page) => page.getByRole("heading", { level: 1 }).innerText();

both(test, "a delegate comes by the ministry, and signs out there too", async (t, { javaScript }) => {
    const { url, ministry } = await site(t);
    const page = await open(t, { javaScript, at: url });
    await goesThere(page);
    await signsIn(page, "nadia");
    await page.waitForURL("**/settings");
    assert.equal(await heading(page), "Settings", ministry.said.join("\n"));
    assert.match(await page.getByRole("main").innerText(), /Begun with Ministry of Aravel/);
    if (javaScript) await accessible(page, "settings with a provider");

    await page.getByRole("button", { name: "Sign out" }).first().click();
    await page.waitForURL("**/signed-out?of=ministry");
    if (javaScript) await accessible(page, "signed out");
    await page.getByRole("link", { name: "Sign out at Ministry of Aravel too" }).click();
    await page.getByRole("button", { name: "Yes, sign me out" }).click();
    await page.waitForURL(`${url}/signed-out**`);
    // The ministry asks again who it is.
    await goesThere(page);
});

both(test, "a stranger posts a comment by the ministry from the very form", async (t, { javaScript }) => {
    const { url } = await site(t);
    const page = await open(t, { javaScript, at: url, width: 390 });
    await visit(page, "/drafts/DN-2026-001?from=12&to=12#compose");
    await page.locator("#comment").fill("By whom is this counted?");
    await fits(page, "the form of a stranger");
    await page.getByRole("button", { name: "Post with Ministry of Aravel" }).click();
    await page.getByRole("heading", { name: "Ministry of Aravel", exact: true }).waitFor();
    await signsIn(page, "nadia");
    await page.waitForURL("**/drafts/DN-2026-001?thread=**");
    assert.match(await page.getByRole("main").innerText(), /By whom is this counted\?/);
});

test("who says no there is back where they can choose another way", async (t) => {
    const { url } = await site(t);
    const page = await open(t, { at: url });
    await goesThere(page);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("alert").waitFor();
    assert.match(await page.getByRole("alert").innerText(), /You did not sign in with Ministry of Aravel/);
    await accessible(page, "cancelled");
    await page.getByLabel("E‑mail address").waitFor();
});

test("a code that was used signs nobody in again", async (t) => {
    const { url } = await site(t);
    const page = await open(t, { at: url });
    let back;
    page.on("request", (request) => {
        if (request.url().includes("/with/ministry/back")) back = request.url();
    });
    await goesThere(page);
    await signsIn(page, "nadia");
    await page.waitForURL("**/settings");
    const other = await open(t, { at: url });
    const answer = await other.goto(back);
    assert.equal(answer.status(), 422);
});

test("an address that the ministry has not made sure of is asked for", async (t) => {
    const { url } = await site(t);
    const page = await open(t, { at: url });
    await goesThere(page);
    await signsIn(page, "omar");
    await page.waitForURL("**/sign-in/connect");
    assert.equal(await heading(page), "One step is left");
    await accessible(page, "one step is left");
});

test("while the ministry is away, a link by mail is offered", async (t) => {
    const { url, ministry } = await site(t);
    await ministry.stop();
    const page = await open(t, { at: url });
    await visit(page, "/sign-in?back=/settings");
    await page.getByRole("link", { name: "Sign in with Ministry of Aravel" }).click();
    assert.match(await page.getByRole("alert").innerText(), /does not answer/);
    await page.getByRole("button", { name: "Send me a link" }).waitFor();
});
