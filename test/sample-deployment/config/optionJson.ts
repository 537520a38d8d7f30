import { groupJson } from "../data/groups.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import type { OptionFact } from "./optionFact.ts";
import type { OptionValues } from "./settings.ts";

/** Returns the `options` list of GET /deployment/config, sorted by the bytes of the names like in servers' answers. */
export function optionsJson(values: OptionValues): JsonObject[] {
	const byName = values.facts
		.map((fact) => ({ fact, name: Buffer.from(fact.name) }))
		.sort((a, b) => Buffer.compare(a.name, b.name));
	return byName.map(({ fact }) => {
		const { value, source } = values.resolve(fact);
		const json = describe(fact, fact.secret ? undefined : value, replacements(values, fact));
		return source === undefined ? json : { ...json, value_source: source };
	});
}

/**
 * Returns the complete replacements of an option. The server masks only the outer option, so their values appear here
 * even if they're secret.
 */
function replacements(values: OptionValues, fact: OptionFact): JsonObject[] {
	return (fact.useInstead ?? [])
		.map((key) => values.find(key))
		.filter((other) => other !== undefined)
		.map((other) => describe(other, values.resolve(other).value, []));
}

/** Returns everything about an option except its value source; empty fields are omitted. */
function describe(
	fact: OptionFact,
	value: JsonValue | undefined,
	useInstead: JsonObject[],
): JsonObject {
	const annotations = annotationsOf(fact);
	return {
		name: fact.name,
		...(fact.description && { description: fact.description }),
		flag: fact.flag,
		...(fact.short !== undefined && { flag_shorthand: fact.short }),
		...(fact.env !== undefined && { env: fact.env }),
		...(fact.yaml !== undefined && { yaml: fact.yaml }),
		...(fact.default !== undefined && { default: fact.default }),
		...(value !== undefined && { value: wireValue(fact, value) }),
		...(Object.keys(annotations).length > 0 && { annotations }),
		...(fact.group && { group: groupJson(fact.group) }),
		...(useInstead.length > 0 && { use_instead: useInstead }),
		...(fact.hidden && { hidden: true }),
	};
}

function wireValue(fact: OptionFact, value: JsonValue): JsonValue {
	return fact.choices ? { Choices: [...fact.choices], Value: value } : value;
}

function annotationsOf(fact: OptionFact): JsonObject {
	return {
		...(fact.enterprise && { enterprise: "true" }),
		...(fact.workspaceProxies && { external_workspace_proxies: "true" }),
		...(fact.type === "duration" && { format_duration: "true" }),
		...(fact.secret && { secret: "true" }),
	};
}
