import type { JsonValue } from "../base/json.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isSecretOption } from "../coder/secretOptions.ts";
import { typeWord } from "../options/optionTypes.ts";
import { readText } from "../options/readText.ts";
import { serverFlag } from "../variables/serverFlags.ts";
import type { WrittenValue } from "../variables/forms/written.ts";
import type { Occurrence } from "../variables/scan.ts";
import { readVariable } from "./readVariable.ts";
import { literalOf } from "./secretReference.ts";
import type { SetBy } from "./setting.ts";

/** The texts that each flag of a command line is given, by {@link keyOf}; undefined for one that isn't literal. */
export type FlagTexts = ReadonlyMap<string, readonly (string | undefined)[]>;

export function isFlag({ name }: Pick<Occurrence, "name">): boolean {
	return name.startsWith("-");
}

/** Collects the values of flags that occur more than once. */
export function flagTexts(names: readonly Occurrence[]): FlagTexts {
	const texts = new Map<string, (string | undefined)[]>();
	for (const occurrence of names) {
		if (!isFlag(occurrence) || !occurrence.value) continue;
		const key = keyOf(occurrence.name, occurrence.value);
		texts.set(key, [...(texts.get(key) ?? []), literalOf(occurrence.value).text]);
	}
	return texts;
}

/** Returns what a flag sets. */
export function setByFlag(written: string, value: WrittenValue, texts: FlagTexts): SetBy {
	const flag = serverFlag(written);
	const name = flag?.name ?? written;
	// A short form that isn't the server's has no name without dashes.
	const own = name.slice(2);
	const all = texts.get(keyOf(written, value)) ?? [];
	return {
		name,
		secret: isSecretOption(flag?.env, own, undefined),
		source: "flag",
		...(all.length > 1 && { repeated: true }),
		sets: (option) => option.flag === own,
		read: (option, text, version) => readFlag(option, text, all, version),
	};
}

/**
 * Parses the value of a flag as the server does: items of a list that is given repeatedly are added, and an empty text
 * is a value.
 */
function readFlag(
	option: DeploymentOption,
	text: string,
	all: readonly (string | undefined)[],
	version: string | undefined,
): JsonValue | undefined {
	const type = typeWord(option);
	if (type !== "string-array" || all.length < 2) {
		return text === "" ? readText(option, type, "", version) : readVariable(option, text, version);
	}
	if (readText(option, type, text, version) === undefined) return undefined;
	return all.flatMap((one) => {
		const items = readText(option, type, one ?? "", version);
		return Array.isArray(items) ? (items as JsonValue[]) : [];
	});
}

function keyOf(name: string, { command = 0 }: Pick<WrittenValue, "command">): string {
	return `${command} ${serverFlag(name)?.name ?? name}`;
}
