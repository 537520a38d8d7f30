import { isSecretOption } from "../coder/secretOptions.ts";
import type { Form } from "../variables/forms.ts";
import { scan, type Occurrence } from "../variables/scan.ts";
import type { WrittenValue } from "../variables/forms/written.ts";
import { flagSetting, flagTexts, isFlag } from "./flagSettings.ts";
import { readVariable } from "./readVariable.ts";
import { isSecretReference } from "./secretReference.ts";
import type { FileSetting } from "./setting.ts";

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
		return isFlag(occurrence)
			? [flagSetting(occurrence, value, texts)]
			: [settingOf(occurrence, value)];
	});
}

function settingOf(
	{ name, start, end }: Occurrence,
	{ text: written, why: reason, ...value }: WrittenValue,
): FileSetting {
	const isReference = written !== undefined && isSecretReference(written);
	const text = isReference ? undefined : written;
	const why = isReference ? "reference" : reason;
	const secret = isSecretOption(name, undefined, undefined);
	return {
		name,
		nameSpan: { from: start, to: end },
		value,
		...(why && { why }),
		secret,
		source: "env",
		sets: ({ env }) => env === name,
		...(text !== undefined &&
			!secret && { text, read: (option, version) => readVariable(option, text, version) }),
	};
}
