// Pictures of the demonstration forum: wide, phone, dark and Arabic. Start it with: cargo xtask screenshots --out FOLDER
import path from "node:path";
import { test } from "node:test";

import { open, visit } from "./lib.mjs";
import { pages } from "./pages.mjs";

const folder = process.argv[2];
const looks = {
    wide: { width: 1280, height: 900 },
    phone: { width: 390, height: 844 },
    dark: { width: 1280, height: 900, dark: true },
    arabic: { width: 1280, height: 900, locale: "ar" },
};

for (const [look, options] of Object.entries(looks)) {
    test(look, async (t) => {
        const page = await open(t, options);
        for (const [name, address] of Object.entries(await pages(page))) {
            await visit(page, address);
            await page.screenshot({ path: path.join(folder, `${name}-${look}.png`), fullPage: look === "phone" });
        }
    });
}
