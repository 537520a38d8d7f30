import { readFile } from "node:fs/promises";
import path from "node:path";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import { repoRoot } from "../../../scripts/paths.ts";

const source = path.join(repoRoot, "node_modules", "axe-core", "axe.min.js");

/**
 * What axe finds serious or critical in a page, as `rule: element: why`. Playwright's evaluate is no script of the
 * page, so the page's content security policy lets axe in.
 */
export async function seriousViolations(frame: Frame): Promise<readonly string[]> {
	await frame.evaluate(await readFile(source, "utf8"));
	const { violations } = await frame.evaluate(async () => {
		// Axe measures what lies over what; what is outside the window would have no measures.
		const everything = new CSSStyleSheet();
		everything.replaceSync("* { content-visibility: visible !important; }");
		document.adoptedStyleSheets.push(everything);
		const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
		const results = await axe.run();
		document.adoptedStyleSheets.pop();
		return results;
	});
	return violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.flatMap(({ id, nodes }) =>
			nodes.map(({ html, any: [first] }) => `${id}: ${html}: ${first?.message ?? ""}`),
		);
}
