// A visitor without a browser: cookies, pages and the forms that stand on them.
import assert from "node:assert/strict";

export class Visitor {
    constructor(url) {
        this.url = url;
        this.cookies = new Map();
    }

    async fetch(path, options = {}) {
        const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const headers = { cookie, origin: this.url, "sec-fetch-site": "same-origin", ...options.headers };
        const answer = await fetch(new URL(path, this.url), { redirect: "manual", ...options, headers });
        for (const set of answer.headers.getSetCookie()) {
            const [, name, value] = set.match(/^([^=]+)=([^;]*)/);
            this.cookies.set(name, value);
        }
        return answer;
    }

    /** Gives the form on a page that contains some text: where it goes, and what it sends as it stands. */
    async form(path, containing) {
        const html = await (await this.fetch(path)).text();
        const form = [...html.matchAll(/<form[^]*?<\/form>/g)].map(([form]) => form).find((form) => form.includes(containing));
        assert.ok(form, `${path} has no form with ${containing}`);
        const fields = new URLSearchParams();
        for (const [input] of form.matchAll(/<input[^>]*>/g)) {
            const optional = /type="(radio|checkbox)"/.test(input);
            const [name, value] = [attribute(input, "name"), attribute(input, "value")];
            if (name && (!optional || / checked/.test(input))) fields.append(name, value ?? "on");
        }
        return { action: attribute(form, "action"), fields };
    }

    async post({ action, fields }, more = {}) {
        const body = new URLSearchParams(fields);
        for (const [name, value] of Object.entries(more)) body.set(name, value);
        return this.fetch(action, { method: "POST", body });
    }

    /** Signs in, in demo mode, as a person of the cast by name. */
    async signIn(name) {
        const answer = await this.post(await this.form("/sign-in", `>${name}<`));
        assert.equal(answer.status, 303, `${name} cannot sign in`);
    }
}

function attribute(tag, name) {
    const found = tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1];
    return found?.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<");
}
