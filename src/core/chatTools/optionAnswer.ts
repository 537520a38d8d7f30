import type { ConfigRow } from "../configuration/configRow.ts";
import type { ConfigGroup } from "../configuration/configView.ts";
import type { JsonObject } from "../base/json.ts";
import type { ShownValue } from "../options/optionText.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { shorten } from "./texts.ts";

/** Returns the facts about an option for a model: as few as identify and explain it. */
export function optionFacts({ path }: ConfigGroup, row: ConfigRow): JsonObject {
	return omitUndefined({
		name: row.name,
		env: row.env,
		flag: row.flag,
		yaml: row.yamlPath,
		group: path.join("/"),
		description: shorten(row.description, 250),
		value: valueText(row.value),
		default: row.default && valueText(row.default),
		choices: row.choices?.slice(0, 20),
		source: row.source,
		changed: row.changed || undefined,
		marks: row.marks.length > 0 ? row.marks : undefined,
		findings: row.findings?.map(({ title }) => title),
		useInstead: row.successors.length > 0 ? row.successors.map(({ id }) => id) : undefined,
	});
}

/** Formats a value on one line: as shown to users, and the exact duration if that is rounded. */
export function valueText({ lines, exact }: ShownValue): string {
	const text = shorten(lines.map((line) => line.trim()).join(", "), 300);
	return exact === undefined ? text : `${text} (${exact})`;
}
