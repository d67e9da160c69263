// What every browser test needs: a browser, a page with or without JavaScript, a forum of its own, a mailbox, and axe.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";

import { chromium } from "playwright-core";
import { SMTPServer } from "smtp-server";

const resolve = createRequire(import.meta.url).resolve;

/** The address of the demonstration forum that all tests may read and none may change. */
export const forum = needed("COMITY_FORUM");

const FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

let starting;

after(async () => {
    await (await starting)?.close();
});

function browser() {
    starting ??= chromium.launch({ executablePath: needed("COMITY_CHROMIUM"), args: FLAGS });
    return starting;
}

function needed(name) {
    const value = process.env[name];
    assert.ok(value, `${name} is not set: start the tests with cargo xtask e2e`);
    return value;
}

/**
 * Opens a page that ends with its test. The test fails if a script of the page fails or breaks the content security policy.
 */
export async function open(t, options = {}) {
    const { javaScript = true, width = 1280, height = 900, dark = false, locale = "en", at = forum, ...more } = options;
    const context = await (await browser()).newContext({
        baseURL: at,
        javaScriptEnabled: javaScript,
        viewport: { width, height },
        colorScheme: dark ? "dark" : "light",
        locale,
        timezoneId: "Europe/Tallinn",
        reducedMotion: "reduce",
        ...more,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const broken = [];
    page.on("pageerror", (error) => broken.push(String(error)));
    page.on("console", (message) => {
        if (message.type() === "error" && !/Failed to load resource/.test(message.text())) broken.push(message.text());
    });
    t.after(async () => {
        await context.close();
        assert.deepEqual(broken, [], "scripts of the page failed");
    });
    return page;
}

/** Runs a story twice: with JavaScript and without. */
export function both(test, name, story) {
    for (const javaScript of [true, false]) {
        test(`${name}, ${javaScript ? "with" : "without"} JavaScript`, (t) => story(t, { javaScript }));
    }
}

/** Goes to a page and waits until its islands, if it has any and may run them, are awake. */
export async function visit(page, address) {
    const answer = await page.goto(address);
    await awake(page);
    return answer;
}

/** Waits until the islands of the page are awake; at once where there are none or scripts are off. */
export async function awake(page) {
    const scripts = await page.evaluate(() => matchMedia("(scripting: enabled)").matches);
    if (scripts && (await page.locator("leptos-island").count()) > 0) {
        await page.locator("html[data-islands=awake]").waitFor({ state: "attached" });
    }
}

/** Signs in, in demo mode, as a person of the cast by name. */
export async function signIn(page, name) {
    await visit(page, "/sign-in");
    await page.locator(".cast").getByRole("button", { name }).first().click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    await awake(page);
}

/** Refuses a page in which axe finds a violation of WCAG 2.2 AA or of good practice, and says which. */
export async function accessible(page, label) {
    await page.evaluate(await readFile(resolve("axe-core/axe.min.js"), "utf8"));
    // What stays in sight covers what one scrolls past, which axe takes for a target that is too small.
    await page.evaluate(() => document.querySelectorAll(".bar").forEach((bar) => (bar.style.position = "static")));
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }));
    const found = violations.map(({ id, help, nodes }) => {
        const where = nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.failureSummary?.split("\n")[1]?.trim()})`);
        return `${id}: ${help}\n    ${where.join("\n    ")}`;
    });
    await page.evaluate(() => document.querySelectorAll(".bar").forEach((bar) => (bar.style.position = "")));
    assert.deepEqual(found, [], label);
}

/** Refuses a page that is wider than its window, and says what sticks out: nobody should have to scroll sideways to read. */
export async function fits(page, label) {
    const wide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        const out = [...document.body.querySelectorAll("*")].filter((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 0 && (right > clientWidth + 1 || left < -1) && getComputedStyle(element).position !== "absolute";
        });
        const name = (element) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 30)}"`;
        return [`${scrollWidth} px of ${clientWidth}`, ...out.slice(-4).map(name)];
    });
    assert.deepEqual(wide, [], label);
}

/** Starts a server of the test's own; `data` keeps its folder across a restart. Gives where it is and how to end it. */
export async function serve(t, { demo = true, data, env = {}, args = [], listen = "127.0.0.1:0" } = {}) {
    const folder = data ?? (await mkdtemp(path.join(tmpdir(), "comity-e2e-")));
    const words = ["serve", ...(demo ? ["--demo"] : []), "--data", folder, "--listen", listen, ...args];
    const child = spawn(needed("COMITY_BINARY"), words, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    const said = [];
    const ended = new Promise((done) => child.once("exit", (code, signal) => done({ code, signal })));
    const stop = async (signal = "SIGTERM") => {
        child.kill(signal);
        return ended;
    };
    t.after(async () => {
        await stop("SIGKILL");
        if (!data) await rm(folder, { recursive: true, force: true });
    });
    createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
    const url = await new Promise((ready, refuse) => {
        createInterface({ input: child.stdout }).on("line", (line) => {
            said.push(line);
            const address = line.match(/http:\/\/\S+/)?.[0];
            if (address) ready(address.replace(/\/$/, ""));
        });
        ended.then(({ code }) => refuse(new Error(`comity ended with ${code}: ${said.join("\n")}`)));
    });
    return { url, data: folder, said, stop, ended };
}

/** Runs comity to its end and gives its exit status and what it wrote. */
export async function comity(args, { env = {}, input } = {}) {
    const child = spawn(needed("COMITY_BINARY"), args, { env: { ...process.env, ...env } });
    let [out, complaint] = ["", ""];
    child.stdout.on("data", (bytes) => (out += bytes));
    child.stderr.on("data", (bytes) => (complaint += bytes));
    child.stdin.end(input ?? "");
    const code = await new Promise((done) => child.once("close", done));
    return { code, out, complaint };
}

/** A real mail server for one test. `next()` gives the next message that arrives, as it was sent. */
export async function mailbox(t) {
    const [arrived, waiting] = [[], []];
    const server = new SMTPServer({
        disabledCommands: ["STARTTLS", "AUTH"],
        onData(stream, session, done) {
            let text = "";
            stream.on("data", (bytes) => (text += bytes));
            stream.on("end", () => {
                const message = { text, to: session.envelope.rcptTo.map(({ address }) => address) };
                const taker = waiting.shift();
                taker ? taker(message) : arrived.push(message);
                done();
            });
        },
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    t.after(() => new Promise((closed) => server.close(closed)));
    return {
        port: server.server.address().port,
        next: () => (arrived.length > 0 ? Promise.resolve(arrived.shift()) : new Promise((take) => waiting.push(take))),
    };
}
