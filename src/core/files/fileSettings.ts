import { isSecretOption } from "../coder/secretOptions.ts";
import type { Form } from "../variables/forms.ts";
import { scan, type Occurrence } from "../variables/scan.ts";
import type { WrittenValue } from "../variables/forms/written.ts";
import { flagTexts, isFlag, setByFlag } from "./flagSettings.ts";
import { readVariable } from "./readVariable.ts";
import { literalOf } from "./secretReference.ts";
import type { FileSetting, SetBy } from "./setting.ts";

/** Returns what a file sets through variables and flags, in order. Secrets are dropped here. */
export function fileSettings(text: string, form: Form): FileSetting[] {
	return settingsAmong(scan(text, form));
}

/** Returns the settings among the names in a file. */
export function settingsAmong(names: readonly Occurrence[]): FileSetting[] {
	const texts = flagTexts(names);
	return names.flatMap((occurrence) => {
		const { value } = occurrence;
		if (!value) return [];
		const by = isFlag(occurrence)
			? setByFlag(occurrence.name, value, texts)
			: setByVariable(occurrence.name);
		return [settingOf(occurrence, value, by)];
	});
}

function setByVariable(name: string): SetBy {
	return {
		name,
		secret: isSecretOption(name, undefined, undefined),
		source: "env",
		sets: ({ env }) => env === name,
		read: readVariable,
	};
}

function settingOf(
	{ start, end }: Occurrence,
	written: WrittenValue,
	{ read, ...by }: SetBy,
): FileSetting {
	const { text, why } = literalOf(written);
	const { text: _text, why: _why, ...value } = written;
	return {
		...by,
		nameSpan: { from: start, to: end },
		value,
		...(why && { why }),
		...(text !== undefined &&
			!by.secret && { text, read: (option, version) => read(option, text, version) }),
	};
}
