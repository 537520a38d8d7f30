import { readFile } from "node:fs/promises";
import path from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";
import { repoRoot } from "../../../scripts/paths.ts";

interface Axe {
	run(part: string, options: RunOptions): Promise<AxeResults>;
}

const source = path.join(repoRoot, "node_modules", "axe-core", "axe.min.js");

/**
 * Returns what axe reports as serious or critical in a page or in the part that `selector` selects, as `rule: element:
 * why`. Playwright's evaluate isn't a script of the page, so the page's content security policy allows axe.
 */
export async function seriousViolations(
	frame: Frame | Page,
	selector = "html",
): Promise<readonly string[]> {
	await frame.evaluate(await readFile(source, "utf8"));
	const { violations } = await frame.evaluate(async (part) => {
		// Axe measures which elements overlap; elements outside the window would have no size. What a search hides is never
		// drawn, so that it can't be read either.
		const everything = new CSSStyleSheet();
		everything.replaceSync("*:not([hidden]) { content-visibility: visible !important; }");
		document.adoptedStyleSheets.push(everything);
		const { axe } = globalThis as unknown as { axe: Axe };
		// Nothing else is read, and describing what passed takes a fifth of the time.
		const results = await axe.run(part, { resultTypes: ["violations"], selectors: false });
		document.adoptedStyleSheets.pop();
		return results;
	}, selector);
	return violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.flatMap(({ id, nodes }) =>
			nodes.map(({ html, any: [first] }) => `${id}: ${html}: ${first?.message ?? ""}`),
		);
}
