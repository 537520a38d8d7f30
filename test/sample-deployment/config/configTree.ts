import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import type { OptionFact, OptionType } from "./optionFact.ts";
import type { OptionValues } from "./settings.ts";

/** Types with their own encoder, which Go never treats as empty. */
const neverEmpty: ReadonlySet<OptionType> = new Set(["url", "hostPort", "regexp", "struct"]);

/** Nested values that are omitted if they're empty, like top-level ones. */
const omittedWhenEmpty =
	/^(http_cookies\..+|session_lifetime\.(?!default_duration$).+|template_builder\..+|ai\.bridge\.(budget_policy|budget_period))$/;

/** Returns the `config` tree of GET /deployment/config: values by snake_case path, with empty secrets. */
export function configTree(values: OptionValues): JsonObject {
	// Tracing of telemetry is in the tree although no option sets it.
	const tree: JsonObject = { telemetry: { trace: false } };
	for (const fact of values.facts) {
		place(tree, fact, fact.secret ? "" : values.resolve(fact).value);
	}
	return tree;
}

function place(tree: JsonObject, fact: OptionFact, value: JsonValue): void {
	const path = fact.config.split(".");
	const last = path.pop()!;
	let branch = tree;
	for (const key of path) {
		const next = branch[key];
		branch = isJsonObject(next) ? next : (branch[key] = {});
	}
	const omittable = path.length === 0 || omittedWhenEmpty.test(fact.config);
	if (!(omittable && isEmpty(value) && !neverEmpty.has(fact.type))) {
		branch[last] = value;
	}
}

function isEmpty(value: JsonValue): boolean {
	return !value || (Array.isArray(value) && value.length === 0);
}
