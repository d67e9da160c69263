// Two ways to use a page: pointing at things, and the keyboard alone.
import assert from "node:assert/strict";

import { awake } from "./lib.mjs";

/** More steps from one thing to the next than any page has. */
const FAR = 600;

class Hand {
    constructor(page) {
        this.page = page;
    }

    /** Presses what leads to another page, and waits until that page is there and awake. */
    async follow(target) {
        await target.waitFor();
        await Promise.all([this.page.waitForEvent("load"), this.press(target)]);
        await awake(this.page);
    }
}

class Pointer extends Hand {
    async press(target) {
        await target.click();
    }

    async write(field, words) {
        await field.fill(words);
    }

    async tick(box) {
        await box.check();
    }

    async pick(list, words) {
        await list.selectOption({ label: words });
    }

    /** Chooses a run of lines by their numbers. */
    async lines(first, last) {
        await this.page.locator(`#L${first} a.n`).click();
        await this.page.locator(`#L${last} a.n`).click({ modifiers: ["Shift"] });
    }

    /** Opens the form for a comment on the chosen lines. */
    async compose() {
        await this.page.getByRole("region", { name: "Chosen lines" }).getByRole("link", { name: "Comment" }).click();
    }
}

class Keyboard extends Hand {
    /** Goes on with the Tab key until the focus is on what is meant. */
    async reach(target, key = "Tab") {
        await target.waitFor();
        for (let step = 0; step < FAR; step += 1) {
            if (await target.evaluate((element) => element === document.activeElement)) return;
            await this.page.keyboard.press(key);
        }
        assert.fail(`the keyboard does not reach ${target} on ${this.page.url()}`);
    }

    async press(target) {
        await this.reach(target);
        await this.page.keyboard.press("Enter");
    }

    async write(field, words) {
        await this.reach(field);
        await this.page.keyboard.press("ControlOrMeta+a");
        await this.page.keyboard.insertText(words);
    }

    /** Ticks a box, or chooses one of several buttons: the Tab key reaches one of these, and the arrows the others. */
    async tick(box) {
        await box.waitFor();
        const name = await box.evaluate((element) => (element.type === "radio" ? element.name : null));
        if (name) {
            const inGroup = (group) => document.activeElement?.type === "radio" && document.activeElement.name === group;
            for (let step = 0; step < FAR && !(await this.page.evaluate(inGroup, name)); step += 1) {
                await this.page.keyboard.press("Tab");
            }
            await this.reach(box, "ArrowDown");
        } else {
            await this.reach(box);
        }
        if (!(await box.isChecked())) await this.page.keyboard.press("Space");
        assert.ok(await box.isChecked());
    }

    /** Picks from a list by its first letters. */
    async pick(list, words) {
        await this.reach(list);
        await this.page.keyboard.type(words);
        assert.equal(await list.evaluate((element) => element.selectedOptions[0]?.textContent), words);
    }

    /** Chooses a run of lines: j goes down the text, and with shift draws the run out. */
    async lines(first, last) {
        await this.page.keyboard.press("j");
        const chosen = this.page.locator(".text .chosen");
        await chosen.first().waitFor();
        const begun = Number((await chosen.first().getAttribute("id")).slice(1));
        for (let line = begun; line < first; line += 1) await this.page.keyboard.press("j");
        for (let line = begun; line > first; line -= 1) await this.page.keyboard.press("k");
        for (let line = first; line < last; line += 1) await this.page.keyboard.press("Shift+J");
    }

    async compose() {
        await this.page.keyboard.press("c");
    }
}

export const hands = {
    pointer: (page) => new Pointer(page),
    keyboard: (page) => new Keyboard(page),
};
