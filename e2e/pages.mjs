// The pages of the demonstration forum, for the tests that look at all of them.
import { visit } from "./lib.mjs";

/** Gives the name and address of each kind of page; the thread, the forum and the stakeholder are found by following links. */
export async function pages(page) {
    const found = async (from, pattern) => {
        await visit(page, from);
        const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
        const match = links.find((link) => pattern.test(link));
        if (!match) throw new Error(`${from} has no link like ${pattern}`);
        return match;
    };
    const draft = "/drafts/DN-2026-001";
    return {
        home: "/",
        forums: "/forums",
        forum: await found("/forums", /^\/forums\/[^/]+$/),
        draft,
        quiet: `${draft}?view=quiet`,
        version: `${draft}/versions/1`,
        diff: `${draft}/versions/2...3`,
        "diff-unified": `${draft}/versions/1...3?view=unified`,
        threads: `${draft}/threads`,
        thread: await found(`${draft}/threads`, /\/threads\/\d+$/),
        responses: `${draft}/responses`,
        "sign-offs": `${draft}/sign-offs`,
        "no-threads": `${draft}/threads?q=nothing+says+this`,
        history: `${draft}/history`,
        record: "/record",
        export: `${draft}/export`,
        stakeholders: "/stakeholders",
        stakeholder: await found("/stakeholders", /^\/stakeholders\/[^/]+$/),
        "sign-in": "/sign-in",
        help: "/help",
        "accessibility-statement": "/accessibility",
        "not-found": "/nothing-is-here",
    };
}

/** The pages of someone who runs the forum; the browser is signed in as one who may. */
export function ownPages() {
    const draft = "/drafts/DN-2026-001";
    return {
        desk: "/desk",
        settings: "/settings",
        admin: "/admin",
        "working-text": `${draft}/next`,
        steps: `${draft}/steps`,
        discard: `${draft}/next?discard=yes`,
        compose: `${draft}?from=2&to=3#compose`,
        "compose-whole": `${draft}?compose=draft#compose`,
        stakeholder: "/stakeholders/aravel",
        "sign-offs": `${draft}/sign-offs`,
        thread: `${draft}/threads/1`,
        responses: `${draft}/responses`,
        "new-draft": "/forums/dovetail/drafts/new",
        manage: "/forums/dovetail/manage",
    };
}
