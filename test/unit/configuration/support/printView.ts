import type { ConfigRow } from "../../../../src/core/configuration/configRow.ts";
import type { ConfigView } from "../../../../src/core/configuration/configView.ts";
import type { ShownValue } from "../../../../src/core/options/optionText.ts";

/** Prints the view as text, in the page's order. */
export function printView({ groups, total }: ConfigView): string {
	const parts = groups.map(({ path, description, rows }) =>
		[`# ${path.join(" › ")}`, description && `  ${description}`, ...rows.map(printRow)]
			.filter(Boolean)
			.join("\n"),
	);
	return [`${total} options`, ...parts, ""].join("\n\n");
}

function printRow(row: ConfigRow): string {
	const badges = [row.source ?? "no source", row.changed && "changed", ...row.marks];
	return [
		`  ${row.name} [${badges.filter(Boolean).join(", ")}]`,
		row.description && `    ${row.description}`,
		`    = ${printValue(row.value)}`,
		row.default && `    default ${printValue(row.default)}`,
		row.choices && `    one of ${row.choices.join(", ")}`,
		row.successors.length > 0 && `    use ${row.successors.map(({ name }) => name).join(", ")}`,
		row.sharesSource && "    set here or by its successor",
		row.predecessors.length > 0 &&
			`    replaces ${row.predecessors.map(({ name }) => name).join(", ")}`,
		`    ${[row.flag, row.shorthand, row.env, row.yamlPath].filter(Boolean).join(" ")}`,
		row.copyValue !== undefined && `    value  ${row.copyValue}`,
		row.copyEnv !== undefined && `    env    ${row.copyEnv}`,
	]
		.filter(Boolean)
		.join("\n");
}

function printValue({ form, lines, exact }: ShownValue): string {
	return `${form}: ${lines.join(" | ")}${exact === undefined ? "" : ` (${exact})`}`;
}
