import type { ConfigRow } from "../configuration/configRow.ts";
import type { ConfigGroup } from "../configuration/configView.ts";
import type { JsonObject } from "../base/json.ts";
import type { ShownValue } from "../options/optionText.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { shorten } from "./texts.ts";

/** What a model is told of an option: as little as identifies and explains it. */
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

/** A value on one line: what people read, and the exact duration where that is rounded. */
export function valueText({ lines, exact }: ShownValue): string {
	const text = shorten(lines.map((line) => line.trim()).join(", "), 300);
	return exact === undefined ? text : `${text} (${exact})`;
}
