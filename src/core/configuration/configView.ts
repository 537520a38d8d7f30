import { collect } from "../base/collect.ts";
import type { Finding } from "../findings/finding.ts";
import { configRow, type ConfigRow, type RowFinding, type RowReference } from "./configRow.ts";
import type { DeploymentConfig, DeploymentOption } from "../coder/model.ts";
import { changedOptions } from "../options/changedOptions.ts";
import { isSet } from "../options/optionFacts.ts";
import { groupOptions } from "../options/optionGroups.ts";

/** A group's heading and its own rows. */
export interface ConfigGroup {
	/** Unique and stable: the path joined with slashes. */
	readonly id: string;
	/** Group names from the outermost to this one. */
	readonly path: readonly string[];
	readonly description?: string;
	readonly rows: readonly ConfigRow[];
}

/** A deployment's configuration, ready to be drawn. */
export interface ConfigView {
	readonly groups: readonly ConfigGroup[];
	/** The number of options. */
	readonly total: number;
}

/**
 * Returns the view of a configuration: every option in its group, in the server's order by name.
 *
 * @param findings shown at all options that they concern
 * @param most the maximum number of options, for a page that first draws the beginning
 */
export function configView(
	{ options }: Pick<DeploymentConfig, "options">,
	findings: readonly Finding[] = [],
	most = Number.POSITIVE_INFINITY,
): ConfigView {
	const sourcesReported = options.some(({ valueSource }) => valueSource !== undefined);
	const byId = new Map(options.map((option) => [option.id, option]));
	const predecessors = predecessorsOf(options);
	const changes = changedOptions(options);
	const found = findingsByOption(findings);
	const row = (option: DeploymentOption): ConfigRow =>
		configRow(option, {
			sourcesReported,
			sharesSource: sharesSource(option, byId),
			changes,
			predecessors: predecessors.get(option.id) ?? [],
			findings: found.get(option.id) ?? [],
		});
	const groups: ConfigGroup[] = [];
	let left = most;
	for (const { path, description, options: own } of groupOptions(options)) {
		if (left <= 0) break;
		const rows = own.slice(0, left).map(row);
		left -= rows.length;
		groups.push({ id: path.join("/"), path, ...(description && { description }), rows });
	}
	return { groups, total: options.length };
}

function findingsByOption(findings: readonly Finding[]): Map<string, RowFinding[]> {
	const result = new Map<string, RowFinding[]>();
	for (const { options, severity, title, meaning, advice, link } of findings) {
		const finding = { severity, title, meaning, advice, ...(link !== undefined && { link }) };
		for (const id of options) collect(result, id, finding);
	}
	return result;
}

function predecessorsOf(options: readonly DeploymentOption[]): Map<string, RowReference[]> {
	const result = new Map<string, RowReference[]>();
	for (const { id, name, useInstead } of options) {
		for (const successor of useInstead) collect(result, successor.id, { id, name });
	}
	return result;
}

/**
 * Whether a deprecated name has the same source as its replacement. Since v2.18, setting either gives both the same
 * source, so it's unknown which one is set.
 */
function sharesSource(
	option: DeploymentOption,
	byId: ReadonlyMap<string, DeploymentOption>,
): boolean {
	return (
		isSet(option) &&
		option.useInstead.some(({ id }) => {
			const successor = byId.get(id);
			return !successor || successor.valueSource === option.valueSource;
		})
	);
}
