// Signing in by a link that arrives through a real mail server, and what a person then sets for themselves.
import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, awake, both, comity, fits, mailbox, open, serve, signIn, visit } from "../lib.mjs";

both(test, "a link that was mailed signs in once, and leads back", async (t, { javaScript }) => {
    const post = await mailbox(t);
    const { url, data } = await serve(t, { demo: false, env: { COMITY_SMTP: `smtp://127.0.0.1:${post.port}` } });
    const created = await comity(["admin", "create", "--data", data, "--name", "Ada Lind", "--email", "ada@example.org"]);
    assert.equal(created.code, 0, created.complaint);

    const page = await open(t, { javaScript, at: url });
    await visit(page, "/sign-in?back=/settings");
    await page.getByLabel("E‑mail address").fill("ada@example.org");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByRole("status").waitFor();

    const letter = await post.next();
    assert.deepEqual(letter.to, ["ada@example.org"]);
    const link = letter.text.replace(/=\r?\n/g, "").match(/http:\/\/\S+\/sign-in\/\S+/)[0];
    await visit(page, link);
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/settings");
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Settings");

    const again = await open(t, { javaScript, at: url });
    await visit(again, link);
    await again.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await visit(again, "/settings");
    assert.notEqual(await again.getByRole("heading", { level: 1 }).innerText(), "Settings");
});

test("settings are kept, accessible, and take the zone of the device", async (t) => {
    const { url } = await serve(t);
    const page = await open(t, { at: url, width: 320 });
    await signIn(page, /./);
    await visit(page, "/settings");
    await accessible(page, "settings");
    await fits(page, "settings");
    await page.getByRole("button", { name: "Use the zone of this device" }).click();
    assert.equal(await page.getByLabel("Time zone").inputValue(), "Europe/Tallinn");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("status").waitFor();
    await awake(page);
    assert.equal(await page.getByLabel("Time zone").inputValue(), "Europe/Tallinn");
});
