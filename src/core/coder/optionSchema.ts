import * as z from "zod/mini";
import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { holdsSecret } from "./secretOption.ts";
import type { DeploymentOption, OptionGroup, OptionReference, ValueSource } from "./model.ts";
import { present } from "../base/omitUndefined.ts";
import { list, maybe, shortName, shortProse } from "./schemaTypes.ts";

interface WireGroup {
	readonly parent?: WireGroup | null | undefined;
	readonly name: string;
	readonly yaml?: string | null | undefined;
	readonly description?: string | null | undefined;
}

const wireGroup: z.ZodMiniType<WireGroup> = z.object({
	get parent() {
		return maybe(wireGroup);
	},
	name: z.string(),
	yaml: maybe(z.string()),
	description: maybe(z.string()),
});

const names = {
	name: maybe(z.string()),
	env: maybe(z.string()),
	flag: maybe(z.string()),
};

/** What one option may name of others, and may be; more is left out. Coder's name two successors and ten choices. */
const mostSuccessors = 100;
const mostChoices = 1_000;

/** One element of `options` as the server sends it: every field is left out where it is empty or false. */
export const wireOption = z.looseObject({
	...names,
	description: maybe(z.string()),
	flag_shorthand: maybe(z.string()),
	yaml: maybe(z.string()),
	default: maybe(z.string()),
	annotations: maybe(z.record(z.string(), z.unknown())),
	group: maybe(wireGroup),
	use_instead: z.optional(list(z.object(names))),
	hidden: maybe(z.boolean()),
	value_source: maybe(z.string()),
});

type Wire = z.output<typeof wireOption>;

/** The option that an element of `options` describes; nothing for an element that nothing identifies. */
export function toOption(wire: Wire): DeploymentOption[] {
	const reference = toReference(wire);
	if (!reference) return [];
	const annotated = (key: string) => Boolean(wire.annotations?.[key]);
	const secret = holdsSecret(wire as JsonObject);
	const groups = groupChain(wire.group);
	const described = present({
		...reference,
		description: shortProse((wire.description ?? "").trim()),
		flagShorthand: /^\w$/.test(wire.flag_shorthand ?? "") ? wire.flag_shorthand : undefined,
		yaml: cut(wire.yaml),
		yamlPath: wire.yaml
			? [...groups.flatMap(({ yaml }) => yaml ?? []), shortName(wire.yaml)]
			: undefined,
		default: secret ? undefined : wire.default,
		valueSource: toValueSource(wire.value_source),
		groups,
		useInstead: (wire.use_instead ?? [])
			.slice(0, mostSuccessors)
			.flatMap((successor) => toReference(successor) ?? []),
		hidden: wire.hidden ?? false,
		secret,
		enterprise: annotated("enterprise"),
		workspaceProxies: annotated("external_workspace_proxies"),
		duration: annotated("format_duration"),
	});
	// Added last: `present` would drop the null of an unset list.
	return [secret ? described : { ...described, ...toValue(wire.value as JsonValue | undefined) }];
}

/** What every shell and the server take for the name of an environment variable. */
const variableName = /^[A-Za-z_]\w{0,255}$/;

/** What is a flag without its dashes, and nothing that would be several words or lines. */
const flagName = /^\w[\w.-]{0,255}$/;

/**
 * Reads what an option is called. A variable or flag that is not one is none, since it is written into env files,
 * commands and links: `CODER_A=1\nLD_PRELOAD=/x.so` would set another variable.
 */
function toReference(wire: Pick<Wire, "name" | "env" | "flag">): OptionReference | undefined {
	const env = wire.env && variableName.test(wire.env) ? wire.env : undefined;
	const flag = wire.flag && flagName.test(wire.flag) ? wire.flag : undefined;
	const id = optionId(env, flag, wire.name, wire.env, wire.flag);
	return id === undefined ? undefined : present({ id, name: cut(wire.name) || id, env, flag });
}

/** What identifies an option: its variable, else its flag, else its name, as the server sends them. */
export function optionId(...names: readonly unknown[]): string | undefined {
	const id = names.find((text): text is string => typeof text === "string" && text !== "");
	return id === undefined ? undefined : shortName(id);
}

function cut(text: string | null | undefined): string | null | undefined {
	return typeof text === "string" ? shortName(text) : text;
}

/**
 * Enums arrive as `{"Choices":[…],"Value":"…"}` since v2.10. Up to v2.15 the value of a list that YAML sets to `[]` is
 * left out, as those of secrets are: it is a list that is not set.
 */
function toValue(value: JsonValue | undefined): Pick<DeploymentOption, "value" | "choices"> {
	if (value === undefined) return { value: null };
	if (isJsonObject(value) && Array.isArray(value.Choices) && typeof value.Value === "string") {
		return {
			value: value.Value,
			choices: value.Choices.filter((choice): choice is string => typeof choice === "string")
				.slice(0, mostChoices)
				.map(shortName),
		};
	}
	return { value };
}

const valueSources: readonly string[] = ["flag", "env", "yaml", "default"] satisfies ValueSource[];

function toValueSource(source: string | null | undefined): ValueSource | undefined {
	return source && valueSources.includes(source) ? (source as ValueSource) : undefined;
}

function groupChain(group: WireGroup | null | undefined): OptionGroup[] {
	if (!group) return [];
	const { name, yaml, description } = group;
	return [
		...groupChain(group.parent),
		present({
			name: shortName(name),
			yaml: cut(yaml) || undefined,
			description: description ? shortProse(description) : undefined,
		}),
	];
}
