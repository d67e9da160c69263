// The whole job in a browser, from the first pasted words to a verified archive: with JavaScript by keyboard, and without JavaScript.
import assert from "node:assert/strict";
import path from "node:path";

import { test } from "node:test";

import { hands } from "../hands.mjs";
import { both, comity, open, serve, visit } from "../lib.mjs";

const TITLE = "Principles on Shared Early Warnings";

const FIRST = `# ${TITLE}

## 1 Purpose

A warning should reach everyone whom a flood or a storm may harm. Each participant should publish how its warnings are made.

## 2 Languages

Warnings are issued in the official language of the participant. Other languages may follow when time allows.

## 3 Review

Participants meet once a year. They publish what they learned.
`;

const PROPOSED = "Warnings are issued in every official language of the participant. Other languages follow within an hour.";

const ADDED = " A warning names its source.";

/** The words of a page as they stand before a reader: what is folded away is not among them, and labels may be in capitals. */
async function read(page) {
    return (await page.getByRole("main").innerText()).replace(/\s+/g, " ");
}

async function says(page, ...sentences) {
    const words = await read(page);
    for (const sentence of sentences) assert.ok(new RegExp(sentence, "i").test(words), `${page.url()} does not say ${sentence}: ${words}`);
}

async function heading(page, words) {
    assert.equal((await page.getByRole("heading", { level: 1 }).innerText()).replace(/\s+/g, " "), words);
}

/** Someone of the cast at a browser of their own, signed in. */
async function person(t, story, name) {
    const page = await open(t, { at: story.url, javaScript: story.javaScript });
    const hand = story.javaScript ? hands.keyboard(page) : hands.pointer(page);
    await visit(page, "/sign-in");
    await hand.follow(page.getByRole("button", { name, exact: true }));
    // Some of the cast read Arabic; the story is told in one language.
    const english = page.getByRole("button", { name: "English", exact: true });
    if (await english.isVisible()) await hand.follow(english);
    return { page, hand, story };
}

async function toDraft({ page, hand }) {
    await visit(page, "/");
    await hand.follow(page.getByRole("main").getByRole("link", { name: TITLE }).first());
    await heading(page, TITLE);
}

async function tab({ page, hand }, name) {
    await hand.follow(page.getByRole("navigation", { name: "This draft" }).getByRole("link", { name }).first());
}

async function toForum({ page, hand }) {
    await hand.follow(page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Forums" }));
    await hand.follow(page.getByRole("main").getByRole("link", { name: "Harbour Conference" }).first());
    await heading(page, "Harbour Conference");
}

async function toThread(one, number) {
    await tab(one, "Comments");
    await one.hand.follow(one.page.getByRole("main").getByRole("link", { name: new RegExp(`^№\\s${number}$`) }).first());
    await heading(one.page, `Comment № ${number}`);
}

/** Takes a step of the draft: by its form on the page of steps. */
async function step(one, name, fields = {}) {
    const { page, hand } = one;
    await hand.follow(page.getByRole("main").getByRole("link", { name: /^(Manage this draft|Steps)$/ }).first());
    await heading(page, "Steps of this draft");
    const form = page.getByRole("region", { name });
    for (const [label, words] of Object.entries(fields)) await hand.write(form.getByLabel(label), words);
    const folded = form.locator("summary");
    if (await folded.count()) await hand.press(folded);
    await hand.follow(form.getByRole("button", { name }));
}

async function begin(one) {
    const { page, hand, story } = one;
    await toForum(one);
    await hand.follow(page.getByRole("link", { name: "Begin a draft" }));
    await heading(page, "A new draft");
    await hand.write(page.getByLabel("Title"), TITLE);
    await hand.write(page.getByLabel("The text", { exact: true }), FIRST);
    await hand.follow(page.getByRole("button", { name: "Preview" }));
    await says(page, /As it will be read 7 clauses, 10 lines\./, /10 They publish what they learned\./);
    await hand.follow(page.getByRole("button", { name: "Begin this draft" }));
    await heading(page, "The text of version 1");
    story.draft = new URL(page.url()).pathname.replace(/\/next$/, "");
    story.reference = story.draft.split("/").pop();
}

async function publish({ page, hand }, version, note) {
    await hand.write(page.getByLabel("Note"), note);
    await hand.follow(page.getByRole("button", { name: `Publish version ${version}` }));
    await heading(page, TITLE);
    await says(page, new RegExp(note), /Its words do not change any more/);
}

/** Chooses a run of lines: with JavaScript by the means of the hand, else by the number of its first line, the link that then stands there, and the field for the last line. */
async function choose(one, first, last) {
    const { page, hand, story } = one;
    if (story.javaScript) {
        await hand.lines(first, last);
        await page.getByText(`Lines ${first} to ${last}, chosen`).first().waitFor();
        await hand.compose();
        const form = page.locator(".text #compose");
        await form.waitFor();
        assert.equal(await form.getByLabel("Last line").inputValue(), String(last));
    } else {
        await hand.press(page.locator(`#L${first} a.n`));
        await hand.follow(page.getByRole("link", { name: `Comment on line ${first}`, exact: true }));
        await hand.write(page.locator("#compose").getByLabel("Last line"), String(last));
    }
}

async function propose(one) {
    const { page, hand, story } = one;
    await toDraft(one);
    await choose(one, 6, 7);
    await hand.write(page.getByLabel("What should be said about these lines?"), "A warning that is **not understood** saves nobody.");
    await hand.press(page.locator("summary", { hasText: "Suggest other words" }));
    await hand.write(page.getByLabel("The lines as you would write them"), PROPOSED);
    const change = page.locator(".composer .words");
    if (story.javaScript) await change.locator("ins", { hasText: "every" }).waitFor();
    await hand.follow(page.getByRole("button", { name: "Preview" }));
    assert.equal(await page.locator("#preview strong").innerText(), "not understood");
    await change.locator("ins", { hasText: "every" }).waitFor();
    await change.locator("del", { hasText: "when time allows" }).waitFor();
    await hand.follow(page.getByRole("button", { name: "Publish comment" }));
    await says(page, /Karst Civic Lab/, /A warning that is not understood saves nobody\./, /№\s1/);
}

/** Opens the form for a comment on the whole draft: under the text, or as a page of its own. */
async function composeOnDraft({ page, hand, story }) {
    const link = page.getByRole("link", { name: "Comment on this draft" });
    if (!story.javaScript) return hand.follow(link);
    await hand.press(link);
    await page.locator("#compose.on-draft").waitFor();
}

/** Comments on two lines and on the whole draft, and replies to the first comment from the margin. */
async function discuss(one) {
    const { page, hand } = one;
    await toDraft(one);
    await choose(one, 9, 10);
    await hand.write(page.getByLabel("What should be said about these lines?"), "Twice a year would keep the work moving.");
    await hand.follow(page.getByRole("button", { name: "Publish comment" }));
    await composeOnDraft(one);
    await hand.write(page.getByLabel("What should be said about the draft as a whole?"), "Short enough to be read: keep it so.");
    await hand.follow(page.getByRole("button", { name: "Publish comment" }));
    await says(page, /On the whole draft/, /Short enough to be read: keep it so\./);
    const thread = page.locator("#t1");
    await hand.press(thread.locator("summary"));
    await hand.follow(thread.getByRole("link", { name: "Reply" }));
    await heading(page, "Comment № 1");
    await hand.write(page.getByLabel("What do you want to add?"), "An hour is a promise that can be checked.");
    await hand.follow(page.getByRole("button", { name: "Reply" }));
    await says(page, /Northlight Cloud/, /An hour is a promise that can be checked\./);
}

async function withdraw(one) {
    const { page, hand } = one;
    await toDraft(one);
    await composeOnDraft(one);
    await hand.write(page.getByLabel("What should be said about the draft as a whole?"), "Meant for another draft.");
    await hand.follow(page.getByRole("button", { name: "Publish comment" }));
    await toThread(one, 4);
    await hand.follow(page.getByRole("link", { name: "Withdraw this comment" }));
    await hand.follow(page.getByRole("button", { name: "Withdraw the comment" }));
    await says(page, /It was withdrawn by the person who raised it\./);
}

async function sign(one, position, button = "Send this position") {
    const { page, hand } = one;
    await hand.tick(page.getByRole("radio", { name: position, exact: true }));
    await hand.follow(page.getByRole("button", { name: button }));
}

async function revise(one) {
    const { page, hand, story } = one;
    await toDraft(one);
    await hand.follow(page.getByRole("link", { name: "Write version 2" }));
    await heading(page, "The text of version 2");
    await says(page, /One suggestion is at hand, one is not in the text yet\./);
    await hand.follow(page.getByRole("button", { name: "Apply the words proposed in comment 1" }));
    await says(page, /The words proposed in comment 1 are in the text/);
    const source = page.getByLabel("The text", { exact: true });
    const text = await source.inputValue();
    assert.ok(text.includes(PROPOSED), text);
    await hand.write(source, text.replace("are made.", `are made.${ADDED}`));
    await hand.follow(page.getByRole("button", { name: "Save and look at it" }));
    await says(
        page,
        /What will change Version 2 .*rewords/,
        /2 comments keep their place, none is uncertain, and none loses its words\./,
        /One position would not count on this version until it is taken again: Aravel/,
    );

    await step(one, "Close early", { Reason: "Everyone who was asked has spoken." });
    await says(page, /It is closed\./, /The round has closed\. Its comments are being answered\./);
    await hand.follow(page.getByRole("main").getByRole("link", { name: "Next version" }));
    await publish(one, 2, "Every official language, and the source of a warning.");
}

async function compare(one) {
    const { page, hand } = one;
    await tab(one, "What changed");
    await heading(page, "What changed from version 1 to version 2");
    await says(page, /Version 2 .*rewords/, /One comment stands behind changes in 1 of the 2 sections that changed\./);
    await hand.follow(page.getByRole("link", { name: "As one text" }));
    const marked = async (tag) => (await page.getByRole("main").locator(`section ${tag}`).allInnerTexts()).join(" ");
    assert.match(await marked("ins"), /A warning names its source\..*every/);
    assert.match(await marked("del"), /when time allows/);
}

async function followed(one) {
    const { page, hand } = one;
    await toThread(one, 1);
    await says(
        page,
        /In version 2: Applied: its words are in (lines 7 to 8|L7-L8)\./i,
        /Lines 6 to 7, where it was made/i,
        /2 Lines 7 to 8 Reworded: \d+ words changed\./i,
    );
    await hand.follow(page.getByRole("link", { name: "See it beside the text" }));
    if (!(await page.locator("#t1").evaluate((thread) => thread.open))) await hand.press(page.locator("#t1 summary"));
    await says(page, /Made on version 1\. Reworded: \d+ words changed\./);
    await page.getByRole("group", { name: "Comments on line 8" }).locator("#t1").waitFor();
    await page.getByRole("group", { name: "Comments on line 11" }).locator("#t2").waitFor();
}

async function answer(one) {
    const { page, hand } = one;
    await toThread(one, 1);
    await hand.pick(page.getByLabel("Answer", { exact: true }), "Accepted");
    await hand.write(page.getByLabel("Reason"), "A promise that can be checked serves everyone.");
    await hand.follow(page.getByRole("button", { name: "Answer", exact: true }));
    await says(page, /Answered: Accepted\./, /word for word, checked against version 2/);

    await tab(one, "Responses");
    for (const number of [2, 3]) await hand.tick(page.getByRole("checkbox", { name: `Choose comment № ${number}` }));
    const several = page.getByRole("region", { name: "Answer several" });
    await hand.pick(several.getByLabel("Answer", { exact: true }), "Noted");
    await hand.write(several.getByLabel("Reason"), "Taken along to the next meeting.");
    await hand.follow(page.getByRole("button", { name: "Answer them" }));
    await heading(page, "Every comment and its answer");
    await says(page, /2 comments were answered\./, /Word for word\./);
    for (const [number, said] of [[1, "Accepted"], [2, "Noted"], [3, "Noted"], [4, "Withdrawn"]]) {
        await page.locator(`#r${number}`).getByText(said).first().waitFor();
    }
}

async function acknowledge(one) {
    const { page, hand } = one;
    await toThread(one, 1);
    await hand.follow(page.getByRole("button", { name: "Yes, it does" }));
    await says(page, /The person who raised it is satisfied\./);
}

/** A seat that signed version 1 is asked again, about the words that changed; the secretariat records what came by letter. */
async function agree(t, { amina, lena }) {
    const { story } = amina;
    await tab(lena, "Sign-offs");
    await heading(lena.page, "Sign-offs on version 2");
    await says(lena.page, /Signed version 1; \d+ words changed since\./, /every/);
    await sign(lena, "Endorse");
    await says(lena.page, /One of the three positions needed is in place\./);

    const astrid = await person(t, story, "Astrid Lunde");
    await toForum(astrid);
    await astrid.hand.follow(astrid.page.getByRole("main").getByRole("link", { name: TITLE }).first());
    await tab(astrid, "Sign-offs");
    await sign(astrid, "No objection");

    const { page, hand } = amina;
    await tab(amina, "Sign-offs");
    await hand.follow(page.getByRole("link", { name: "Record a position for a seat" }));
    await hand.pick(page.getByLabel("For which seat"), "Sarrow");
    await hand.write(page.getByLabel("Evidence"), "Letter of the Commissioner, received today.");
    await sign(amina, "Endorse", "Record this position");
    await says(
        page,
        /All three positions needed are in place\. That meets the rule, so version 2 can be adopted\./,
        /Recorded for Sarrow by the secretariat: Letter of the Commissioner, received today/,
    );
}

async function inTheRecord(one) {
    const { page } = one;
    await tab(one, "Record");
    await heading(page, "The record");
    await says(
        page,
        /The text was adopted/,
        /A position was recorded on behalf of a stakeholder/,
        /The last call was closed\. Nobody objected\./,
        /A comment was answered: comment №\s1\. Accepted/,
        /A version was published: version 1/,
        /The draft was created/,
    );
}

async function takeAway(one, folder) {
    const { page, hand, story } = one;
    await tab(one, "Export");
    await heading(page, "Export");
    const contents = {
        Markdown: /names its source[^]*Taken along to the next meeting/,
        "One page that prints": /<html[^]*names its source[^]*Sarrow/,
        JSON: /"reference"/,
        "Response matrix": /Taken along to the next meeting\./,
    };
    for (const [name, expected] of Object.entries(contents)) {
        const address = await page.getByRole("main").getByRole("link", { name, exact: true }).getAttribute("href");
        const file = await page.request.get(address);
        assert.equal(file.status(), 200, name);
        assert.match(await file.text(), expected, name);
    }
    const [file] = await Promise.all([
        page.waitForEvent("download"),
        hand.press(page.getByRole("main").getByRole("link", { name: "Archive", exact: true })),
    ]);
    const archive = path.join(folder, file.suggestedFilename());
    await file.saveAs(archive);
    const verified = await comity(["verify", archive]);
    assert.equal(verified.code, 0, verified.complaint);
    assert.match(verified.out, new RegExp(`${story.reference}: all holds, if you trust this key`));
    assert.match(verified.out, /Versions: 2\./);
    const key = await (await page.request.get(new URL("/.well-known/comity-key", page.url()).href)).text();
    const pinned = await comity(["verify", archive, "--key", key.trim()]);
    assert.equal(pinned.code, 0, pinned.complaint);
    assert.doesNotMatch(pinned.out, /if you trust/);
}

both(test, "a text goes from its first words to its adoption and its archive", async (t, { javaScript }) => {
    const { url, data } = await serve(t);
    const story = { url, javaScript };

    const amina = await person(t, story, "Amina Rashad");
    await begin(amina);
    await publish(amina, 1, "The first text, as the ministers asked for it.");
    await step(amina, "Open a consultation");
    await says(amina.page, /The consultation is set\./, /Open for comment until/);

    const mira = await person(t, story, "Mira Oduya");
    await propose(mira);
    await discuss(await person(t, story, "Dana Wirth"));
    await withdraw(await person(t, story, "Edda Lindqvist"));
    const lena = await person(t, story, "Lena Ortmann");
    await toDraft(lena);
    await tab(lena, "Sign-offs");
    await sign(lena, "Endorse");
    await says(lena.page, /Version 1, .* Lena Ortmann, minister\./);

    await revise(amina);
    await compare(amina);
    await followed(amina);
    await answer(amina);
    await acknowledge(mira);

    await step(amina, "Open the last call");
    await says(amina.page, /The last call is open\./);
    await step(amina, "Close early", { Reason: "Nobody objected." });
    await says(amina.page, /In sign-off until/);
    await agree(t, { amina, lena });
    await step(amina, "Adopt the text");
    await says(amina.page, /The text is adopted\./);
    await tab(amina, "Text");
    await says(amina.page, /Version 2 was adopted on/);

    await inTheRecord(amina);
    await takeAway(amina, data);
});
