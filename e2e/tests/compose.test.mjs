// Writing a comment with JavaScript: beside the lines, without leaving the page, and without losing a word.
import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, open, serve, signIn, visit } from "../lib.mjs";

const DRAFT = "/drafts/DN-2026-001";

/** Somebody who may comment, at the draft, who notices if the page is left. */
async function reader(t, options) {
    const { url } = await serve(t);
    const page = await open(t, { at: url, ...options });
    await signIn(page, "Mira Oduya");
    await visit(page, DRAFT);
    await page.evaluate(() => (window.stayed = true));
    return page;
}

async function stayed(page) {
    assert.equal(await page.evaluate(() => window.stayed), true, "the page was left");
}

/** Selects some words of a line, as a hand does with the pointer. */
async function select(page, line, words) {
    await page.evaluate(
        ([line, words]) => {
            const walker = document.createTreeWalker(document.getElementById(`L${line}`), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
                return;
            }
            throw new Error(`line ${line} does not say ${words}`);
        },
        [line, words],
    );
}

async function wordsOf(page, line) {
    const words = await page.locator(`#L${line}`).evaluate((line) => {
        const copy = line.cloneNode(true);
        for (const aside of copy.querySelectorAll(".n, .say, .no")) aside.remove();
        return copy.textContent;
    });
    return words.replace(/\s+/g, " ").trim();
}

test("the form opens under the lines with the focus in it, and its preview follows the typing", async (t) => {
    const page = await reader(t);
    await page.locator("#L3 a.n").click();
    await page.locator("#L4 a.n").click({ modifiers: ["Shift"] });
    await page.getByRole("region", { name: "Chosen lines" }).getByRole("link", { name: "Comment" }).click();
    const form = page.locator(".text #compose");
    await form.waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "comment");
    assert.deepEqual([await form.getByLabel("First line").inputValue(), await form.getByLabel("Last line").inputValue()], ["3", "4"]);
    assert.ok(await form.evaluate((form) => form.previousElementSibling.matches("#L4, .threads")), "it stands under its last line");
    await page.keyboard.type("Say **who** answers.");
    const preview = form.locator("#preview");
    await preview.locator("strong", { hasText: "who" }).waitFor();
    const button = await form.getByRole("button", { name: "Publish comment" }).boundingBox();
    await page.keyboard.type("\n\nAnd when.");
    await preview.getByText("And when.").waitFor();
    const after = await form.getByRole("button", { name: "Publish comment" }).boundingBox();
    assert.equal(Math.round(after.y), Math.round(button.y), "what is pressed next does not move");
    await accessible(page, "the form in place");
    await stayed(page);
});

test("a proposed wording shows its difference from whatever lines the form is about", async (t) => {
    const page = await reader(t);
    await page.locator("#L3 a.n").click();
    await page.keyboard.press("c");
    const form = page.locator(".text #compose");
    await form.locator("summary", { hasText: "Suggest other words" }).click();
    const wording = form.getByLabel("The lines as you would write them");
    await page.waitForFunction(() => !document.getElementById("suggestion").disabled);
    const [third, fourth] = [await wordsOf(page, 3), await wordsOf(page, 4)];
    assert.equal(await wording.inputValue(), third);
    await form.getByLabel("Last line").fill("4");
    await form.getByLabel("First line").focus();
    await page.waitForFunction((both) => document.getElementById("suggestion").value.split(/\s+/).join(" ") === both, `${third} ${fourth}`);
    assert.equal(await page.evaluate(() => document.activeElement.id), "from", "moving the form does not take the focus");
    await wording.fill(`${third} ${fourth} Always.`);
    await form.locator(".words ins", { hasText: "Always." }).waitFor();
    await stayed(page);
});

test("what was typed is there again after the form was put aside, and after the page was left", async (t) => {
    const page = await reader(t);
    const typed = "This must not be lost.";
    await page.locator("#L3 a.n").click();
    await page.keyboard.press("c");
    await page.locator(".text #compose").waitFor();
    await page.keyboard.type(typed);
    await page.getByRole("link", { name: "Cancel" }).click();
    await page.locator("#compose").waitFor({ state: "hidden" });
    assert.equal(await page.locator(".text .about").count(), 0);
    await stayed(page);
    const comment = page.locator(".text #comment");
    const take = async (line) => {
        await page.locator(`#L${line} a.n`).click();
        await page.keyboard.press("c");
        await comment.waitFor();
    };
    await take(5);
    assert.equal(await comment.inputValue(), "", "it belongs to the lines it was typed for");
    await page.getByRole("link", { name: "Cancel" }).click();
    await take(3);
    assert.equal(await comment.inputValue(), typed);
    await visit(page, DRAFT);
    await take(3);
    assert.equal(await comment.inputValue(), typed);
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Publish comment" }).click()]);
    await page.locator(".thread[open]", { hasText: typed }).waitFor();
    await visit(page, DRAFT);
    assert.equal(await page.locator("#comment").inputValue(), "", "what was published is not kept");
});

test("a wording typed for some lines is not brought to others, and is there again for its own", async (t) => {
    const page = await reader(t);
    await page.locator("#L3 a.n").click();
    await page.keyboard.press("c");
    const form = page.locator(".text #compose");
    await form.locator("summary", { hasText: "Suggest other words" }).click();
    const wording = form.getByLabel("The lines as you would write them");
    const opened = () => page.waitForFunction(() => !document.getElementById("suggestion").disabled);
    await opened();
    const third = await wording.inputValue();
    const mine = `${third} Always.`;
    await wording.fill(mine);
    await form.getByLabel("Last line").fill("4");
    await form.getByLabel("First line").focus();
    await page.waitForFunction((mine) => document.getElementById("suggestion").value !== mine, mine);
    await opened();
    assert.ok((await wording.inputValue()).startsWith(third));
    assert.equal(await form.locator(".words del, .words ins").count(), 0, "more lines strike nothing out");
    await form.getByLabel("Last line").fill("3");
    await form.getByLabel("First line").focus();
    await page.waitForFunction((mine) => document.getElementById("suggestion").value === mine, mine);
    await stayed(page);
});

test("the source of several clauses is there to be written otherwise, with and without JavaScript", async (t) => {
    const { url } = await serve(t);
    for (const scripts of [true, false]) {
        const page = await open(t, { at: url, javaScript: scripts });
        await signIn(page, "Mira Oduya");
        await visit(page, DRAFT);
        await visit(page, `${DRAFT}?from=1&to=3`);
        const source = await page.locator("#suggestion").inputValue();
        assert.match(source, /^#+ .+\n\n/, "the mark of the heading is there");
        assert.ok(source.split("\n").length >= 2);
    }
});

test("of two equal words the one that was selected is meant", async (t) => {
    const page = await reader(t);
    const words = (await wordsOf(page, 3)).split(" ");
    const marked = () => page.locator("#L3 .on").evaluateAll((marks) => marks.map((mark) => mark.textContent));
    const before = await marked();
    const twice = words.find((word, at) => word.length > 0 && words.indexOf(word) !== at) ?? words.at(-1);
    await page.evaluate((twice) => {
        const walker = document.createTreeWalker(document.getElementById("L3"), NodeFilter.SHOW_TEXT);
        let last = null;
        while (walker.nextNode()) {
            if (walker.currentNode.parentElement.closest(".n, .say, .no, .vh")) continue;
            const at = walker.currentNode.data.lastIndexOf(twice);
            if (at >= 0) last = [walker.currentNode, at];
        }
        document.getSelection().setBaseAndExtent(last[0], last[1], last[0], last[1] + twice.length);
    }, twice);
    await page.getByText("Words of line 3, chosen").first().waitFor();
    await page.getByRole("region", { name: "Chosen lines" }).getByRole("link", { name: "Comment" }).click();
    await page.locator(".text #compose").waitFor();
    await page.keyboard.type("The last of them.");
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Publish comment" }).click()]);
    await page.locator(".thread[open]", { hasText: "The last of them." }).waitFor();
    const after = await marked();
    assert.deepEqual(after.filter((words) => !before.includes(words)), [twice]);
});

test("words selected in a line are what the comment is about", async (t) => {
    const page = await reader(t);
    const line = await wordsOf(page, 3);
    const quote = line.split(" ").slice(1, 4).join(" ");
    await select(page, 3, quote);
    await page.getByText("Words of line 3, chosen").first().waitFor();
    await page.getByRole("region", { name: "Chosen lines" }).getByRole("link", { name: "Comment" }).click();
    const form = page.locator(".text #compose");
    await form.waitFor();
    assert.equal(await form.getByLabel("The words you mean").inputValue(), quote);
    await page.keyboard.type("These three words.");
    await Promise.all([page.waitForEvent("load"), form.getByRole("button", { name: "Publish comment" }).click()]);
    await page.locator(".thread[open]", { hasText: "These three words." }).waitFor();
    const marked = await page.locator("#L3 .on").allInnerTexts();
    assert.ok(marked.some((words) => words.includes(quote)), `${quote} is not marked, but ${marked}`);
});

test("a comment on the whole draft is written under the text, without leaving the page", async (t) => {
    const page = await reader(t);
    const whole = page.getByRole("link", { name: "Comment on this draft" });
    await whole.click();
    const form = page.locator("#compose");
    await form.waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "comment");
    assert.match(await form.getByRole("heading", { level: 4 }).innerText(), /on the whole draft/i);
    assert.equal(await form.getByText("Suggest other words").isVisible(), false, "there are no lines to write otherwise");
    await accessible(page, "the form for the whole draft in place");
    await form.getByRole("link", { name: "Cancel" }).click();
    await form.waitFor({ state: "hidden" });
    assert.ok(await whole.evaluate((link) => link === document.activeElement), "the focus is back where it came from");
    await page.locator("#L3 a.n").click();
    await page.keyboard.press("c");
    assert.match(await form.getByRole("heading", { level: 4 }).innerText(), /on lines/i);
    await whole.click();
    await stayed(page);
    await page.locator("#comment").fill("All of it reads well.");
    await Promise.all([page.waitForEvent("load"), form.getByRole("button", { name: "Publish comment" }).click()]);
    await page.locator(".thread[open]", { hasText: "All of it reads well." }).waitFor();
    assert.equal(await page.locator(".threads[aria-label*='line'] .thread[open]").count(), 0, "it is about no line");
});

test("the wording opens once the connection is there again", async (t) => {
    const page = await reader(t);
    await page.context().setOffline(true);
    await page.locator("#L3 a.n").click();
    await page.keyboard.press("c");
    await page.locator(".text #compose").waitFor();
    await page.waitForEvent("requestfailed");
    assert.ok(await page.locator("#suggestion").isDisabled());
    await page.context().setOffline(false);
    await page.waitForFunction(() => !document.getElementById("suggestion").disabled);
    assert.equal(await page.locator("#suggestion").inputValue(), await wordsOf(page, 3));
});

test("what was typed and not sent is left neither to who signs in next nor to who comes by", async (t) => {
    const page = await reader(t);
    const kept = () => page.evaluate(() => Object.keys(localStorage).length);
    await page.locator("#L3 a.n").click();
    await page.keyboard.press("c");
    await page.locator(".text #compose").waitFor();
    await page.keyboard.type("Not for other eyes.");
    assert.equal(await kept(), 1);
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Sign out" }).click()]);
    assert.equal(await kept(), 0);
    // A browser that does not clear its storage when told to: the page itself does, for anyone but the writer.
    for (const visitor of [null, "Dana Wirth"]) {
        await page.evaluate(() => localStorage.setItem("comity:0815:DN-2026-001:comment", "Not for other eyes."));
        if (visitor) await signIn(page, visitor);
        await visit(page, DRAFT);
        assert.equal(await kept(), 0);
    }
});

test("the Tab key never loses the focus, and leads from a chosen line to its comment", async (t) => {
    const page = await reader(t);
    await page.locator("#L2 a.n").focus();
    for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press("Tab");
        assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY", `after ${step + 1} steps`);
    }
    await page.locator("#L3 a.n").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".text #compose").waitFor();
    assert.equal(await page.locator("#from").inputValue(), "3");
    await stayed(page);
});
