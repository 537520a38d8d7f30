import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../golden");

/** Codicons with the same glyph as another one. */
const sameGlyph: Readonly<Record<string, string>> = { clock: "history", gear: "settings-gear" };

/** Rows below a section that are about the subject of another section, and have its icon. */
const related: Readonly<Record<string, readonly string[]>> = {
	SSH: ["Hosts", "SSH"],
	Session: ["Account"],
};

/** Icons of states, which mean the same on every row. */
const states = ["arrow-circle-up", "error", "lock", "pass", "question", "rocket", "warning"];

interface Row {
	readonly level: number;
	readonly label: string;
	readonly icon: string;
}

function rowsOf(file: string): Row[] {
	return readFileSync(path.join(folder, file), "utf8")
		.split("\n")
		.flatMap((line) => {
			const [, indent = "", label = "", icon = ""] =
				/^( *)[▸▾-] ([^:(]+?)(?::.*)? {2}\(([\w-]+)/.exec(line) ?? [];
			return label === ""
				? []
				: [{ level: indent.length / 4, label, icon: sameGlyph[icon] ?? icon }];
		});
}

describe("icons of the overview", () => {
	const rows = readdirSync(folder).flatMap(rowsOf);
	const sections = rows.filter(({ level, icon }) => level === 1 && !states.includes(icon));

	it("have one meaning each among sections", () => {
		const labels = new Map<string, Set<string>>();
		for (const { icon, label } of sections)
			labels.set(icon, (labels.get(icon) ?? new Set()).add(label));
		assert.ok(labels.size > 10);
		for (const [icon, found] of labels)
			assert.equal(found.size, 1, `${icon}: ${[...found].join()}`);
	});

	it("are those of sections only on rows about the same subject", () => {
		const owners = new Map(sections.map(({ icon, label }) => [icon, label]));
		for (const { level, label, icon } of rows) {
			const owner = owners.get(icon);
			if (level < 2 || owner === undefined) continue;
			const isRelated =
				owner === label || label.startsWith(owner) || related[owner]?.includes(label);
			assert.ok(isRelated, `${label} has the icon of ${owner}, ${icon}`);
		}
	});
});
