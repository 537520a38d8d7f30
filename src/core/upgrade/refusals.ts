import type { DeploymentOption } from "../coder/model.ts";
import type { JsonValue } from "../base/json.ts";
import { mainBuild, type Release } from "../coder/release.ts";
import { isSet } from "../options/optionFacts.ts";
import type { OptionState } from "../releases/optionHistory.ts";
import type { Edition } from "./edition.ts";

/** A reason why a later server wouldn't start. */
export type Refusal = { readonly id: string } & (
	| /** The variable can't be read, whatever its value. Only the flag and YAML work. */
	  { readonly kind: "variable" }
	  /** SSH options that the server doesn't allow. */
	| { readonly kind: "ssh"; readonly names: readonly string[] }
	/** A flag that the server doesn't have. */
	| { readonly kind: "flag"; readonly flag: string }
	/** A YAML path that the server doesn't have, and its replacement if there is one. */
	| { readonly kind: "yaml"; readonly path: string; readonly to: string }
);

/**
 * The SSH options that Coder's server has rejected since the development build that these facts are from.
 * Case-insensitive.
 */
const blockedSsh: ReadonlySet<string> = new Set(
	`host match include proxycommand proxyjump localcommand permitlocalcommand remotecommand knownhostscommand
	pkcs11provider securitykeyprovider smartcarddevice xauthlocation`.split(/\s+/),
);

const sshOptions = "CODER_SSH_CONFIG_OPTIONS";

const brokenVariable = "CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE";
const brokenSince: Release = 32;

/** Returns why a release doesn't start with an option that is set, whatever was set before. */
export function refusalIn(
	release: Release,
	{ id, value, valueSource }: Pick<DeploymentOption, "id" | "value" | "valueSource">,
): Refusal | undefined {
	if (id === brokenVariable && valueSource === "env" && release >= brokenSince) {
		return { kind: "variable", id };
	}
	const names = id === sshOptions && release >= mainBuild ? blockedSshNames(value) : [];
	return names.length > 0 ? { kind: "ssh", id, names } : undefined;
}

/** Returns which of a deployment's options a version rejects that the previous one accepted. */
export function refusals(
	from: Edition,
	to: Edition,
	options: readonly DeploymentOption[],
): Refusal[] {
	return options.flatMap((option): Refusal[] => {
		const refusal = refusalIn(to.release, option);
		if (refusal && !refusalIn(from.release, option)) return [refusal];
		return isSet(option) ? unknownName(option, from, to) : [];
	});
}

const names = new WeakMap<Edition["states"], ReadonlySet<string>>();

/** Returns the flags and YAML paths of a version. */
function namesIn({ states }: Edition): ReadonlySet<string> {
	const known = names.get(states);
	if (known) return known;
	const read = new Set([...states.values()].flatMap(({ flag, yaml }) => [`--${flag}`, yaml]));
	names.set(states, read);
	return read;
}

/** Whether a version has the option under another ID: with the same flag or path in YAML. */
export function isRenamed({ flag, yaml }: OptionState, edition: Edition): boolean {
	const known = namesIn(edition);
	return (flag !== "" && known.has(`--${flag}`)) || (yaml !== "" && known.has(yaml));
}

/**
 * Returns the refusal of a name that the later version doesn't have. A server ignores unknown variables, but rejects
 * unknown flags and YAML keys.
 */
function unknownName({ id, valueSource }: DeploymentOption, from: Edition, to: Edition): Refusal[] {
	const [before, after] = [from.states.get(id), to.states.get(id)];
	if (!before) return [];
	// Options without a variable have another ID since they have one.
	if (!after && isRenamed(before, to)) return [];
	if (valueSource === "flag" && before.flag !== "" && before.flag !== after?.flag)
		return [{ kind: "flag", id, flag: before.flag }];
	if (valueSource === "yaml" && before.yaml !== "" && before.yaml !== after?.yaml)
		return [{ kind: "yaml", id, path: before.yaml, to: after?.yaml ?? "" }];
	return [];
}

function blockedSshNames(value: JsonValue | undefined): string[] {
	return Array.isArray(value) ? value.map(String).flatMap(blockedIn) : [];
}

/**
 * Returns the name of a blocked SSH option in `name=value` or `name value`, or the first name of a line that could
 * contain several options.
 */
function blockedIn(line: string): string[] {
	const name = line.trim().split(/[= \t]/, 1)[0] ?? "";
	const several = ["\r", "\n", "\0"].some((end) => line.includes(end));
	return several || blockedSsh.has(name.toLowerCase()) ? [name] : [];
}
