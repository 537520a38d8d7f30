import * as z from "zod/mini";
import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { holdsSecret } from "./secretOption.ts";
import type { DeploymentOption, OptionGroup, OptionReference, ValueSource } from "./model.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { list, maybe, shortName, shortProse } from "./schemaTypes.ts";

interface AnsweredGroup {
	readonly parent?: AnsweredGroup | null | undefined;
	readonly name: string;
	readonly yaml?: string | null | undefined;
	readonly description?: string | null | undefined;
}

const groupSchema: z.ZodMiniType<AnsweredGroup> = z.object({
	get parent() {
		return maybe(groupSchema);
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

/** Maximum number of an option's replacements and choices. Coder's have two and ten. */
const mostSuccessors = 100;
const mostChoices = 1_000;

/** An element of `options` as the server sends it. Empty and false fields may be missing. */
export const optionSchema = z.looseObject({
	...names,
	description: maybe(z.string()),
	flag_shorthand: maybe(z.string()),
	yaml: maybe(z.string()),
	default: maybe(z.string()),
	annotations: maybe(z.record(z.string(), z.unknown())),
	group: maybe(groupSchema),
	use_instead: z.optional(list(z.object(names))),
	hidden: maybe(z.boolean()),
	value_source: maybe(z.string()),
});

type AnsweredOption = z.output<typeof optionSchema>;

/** Returns the option that an element of `options` describes, or `undefined` if the element can't be identified. */
export function toOption(answered: AnsweredOption): DeploymentOption[] {
	const reference = toReference(answered);
	if (!reference) return [];
	const annotated = (key: string) => Boolean(answered.annotations?.[key]);
	const secret = holdsSecret(answered as JsonObject);
	const groups = groupChain(answered.group);
	const described = omitUndefined({
		...reference,
		description: shortProse((answered.description ?? "").trim()),
		flagShorthand: /^\w$/.test(answered.flag_shorthand ?? "") ? answered.flag_shorthand : undefined,
		yaml: cut(answered.yaml),
		yamlPath: answered.yaml
			? [...groups.flatMap(({ yaml }) => yaml ?? []), shortName(answered.yaml)]
			: undefined,
		default: secret ? undefined : answered.default,
		valueSource: toValueSource(answered.value_source),
		groups,
		useInstead: (answered.use_instead ?? [])
			.slice(0, mostSuccessors)
			.flatMap((successor) => toReference(successor) ?? []),
		hidden: answered.hidden ?? false,
		secret,
		enterprise: annotated("enterprise"),
		workspaceProxies: annotated("external_workspace_proxies"),
		duration: annotated("format_duration"),
	});
	// Added last: `omitUndefined` would drop the null of an unset list.
	return [
		secret ? described : Object.assign(described, toValue(answered.value as JsonValue | undefined)),
	];
}

/** A name that every shell and the server accept for an environment variable. */
const variableName = /^[A-Za-z_]\w{0,255}$/;

/** A flag without its dashes, without spaces and line breaks. */
const flagName = /^\w[\w.-]{0,255}$/;

/**
 * Reads an option's names. Invalid variables and flags are dropped because they're written to env files, commands, and
 * links: `CODER_A=1\nLD_PRELOAD=/x.so` would set another variable.
 */
function toReference(
	answered: Pick<AnsweredOption, "name" | "env" | "flag">,
): OptionReference | undefined {
	const env = answered.env && variableName.test(answered.env) ? answered.env : undefined;
	const flag = answered.flag && flagName.test(answered.flag) ? answered.flag : undefined;
	const id = optionId(env, flag, answered.name, answered.env, answered.flag);
	return id === undefined
		? undefined
		: omitUndefined({ id, name: cut(answered.name) || id, env, flag });
}

/** Returns an option's ID: its variable, otherwise its flag, otherwise its name, as the server sends them. */
export function optionId(...names: readonly unknown[]): string | undefined {
	const id = names.find((text): text is string => typeof text === "string" && text !== "");
	return id === undefined ? undefined : shortName(id);
}

function cut(text: string | null | undefined): string | null | undefined {
	return typeof text === "string" ? shortName(text) : text;
}

/**
 * Enums arrive as `{"Choices":[…],"Value":"…"}` since v2.10. Up to v2.15, the value of a list that YAML sets to `[]` is
 * missing, as for secrets: it's an unset list.
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

function groupChain(group: AnsweredGroup | null | undefined): OptionGroup[] {
	if (!group) return [];
	const { name, yaml, description } = group;
	return [
		...groupChain(group.parent),
		omitUndefined({
			name: shortName(name),
			yaml: cut(yaml) || undefined,
			description: description ? shortProse(description) : undefined,
		}),
	];
}
