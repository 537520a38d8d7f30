import { t } from "../l10n.ts";
import { maskedText } from "../mask.ts";
import type { DeploymentConfig, DeploymentOption } from "../model.ts";
import { isChanged, isSet } from "../optionFacts.ts";
import { defaultValue, isEmptyValue, isScalarList, settingText } from "../optionValue.ts";
import type { ExportChoices } from "./choices.ts";
import { chosenOptions, type ChosenOption } from "./chosenOptions.ts";

/** What stands where a secret would. */
export const secretPlaceholder = "<secret>";

/** An option as an environment variable. */
export interface EnvEntry {
	readonly option: DeploymentOption;
	/** The variable; the flag with its dashes where there is none. */
	readonly name: string;
	/** The text that the server reads the value from. */
	readonly text: string;
	/** False for what cannot, or need not, be set by a variable: it is written as a comment. */
	readonly active: boolean;
	/** Sentences for people. */
	readonly notes: readonly string[];
}

/** The chosen options as environment variables, in the server's order. */
export function envEntries(
	config: Pick<DeploymentConfig, "options">,
	choices: ExportChoices,
): EnvEntry[] {
	const chosen = chosenOptions(config, choices);
	const ids = new Set(chosen.map(({ option }) => option.id));
	return chosen.map((one) => envEntry(one, ids));
}

/**
 * One option as an environment variable.
 *
 * @param written the ids of all options that are written
 */
export function envEntry({ option, note }: ChosenOption, written: ReadonlySet<string>): EnvEntry {
	const name = option.env ?? `--${option.flag ?? option.name}`;
	const given = note === undefined ? [] : [note];
	if (option.secret) {
		const notes = [...given, secretNote(option)];
		return { option, name, text: secretPlaceholder, active: false, notes };
	}
	const text = envText(option);
	const obstacles = obstaclesOf(option, text, written);
	return {
		option,
		name,
		text,
		active: obstacles.length === 0 && text !== "",
		notes: [...given, ...obstacles],
	};
}

/** True when a text holds what stands for a secret inside it, such as the password of a URL. */
export function holdsMask(text: string): boolean {
	return text.includes(maskedText);
}

function secretNote(option: DeploymentOption): string {
	return isSet(option)
		? t("Secret, set. The deployment does not tell it: put it in by hand.")
		: t("Secret, not set as far as the deployment tells.");
}

/** The server reads structured values as YAML, where some characters break lines that don't in JSON. */
function envText(option: DeploymentOption): string {
	const text = settingText(option, option.value);
	if (typeof option.value !== "object" || isScalarList(option.value)) return text;
	return text.replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, escapeCharacter);
}

/** A character as JSON and YAML escape it. */
export function escapeCharacter(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Why an option cannot be set by a variable, or better is not. */
function obstaclesOf(
	option: DeploymentOption,
	text: string,
	written: ReadonlySet<string>,
): string[] {
	const flag = `--${option.flag ?? ""}`;
	if (!option.env) return [noVariable(option)];
	if (text === "") {
		const usual = defaultValue(option);
		return usual === undefined || isEmptyValue(usual)
			? []
			: [
					t(
						"Empty, but its default is not. An empty variable counts as not set: use {0}= or YAML.",
						flag,
					),
				];
	}
	if (holdsMask(text))
		return [t("Holds a secret that the deployment does not tell: put it in by hand.")];
	if (/[\0\r]/.test(text)) {
		return [t("Holds a character that is not safe in a variable: use {0} or YAML.", flag)];
	}
	if (option.useInstead.length > 0) return deprecationNotes(option, written);
	return [];
}

function noVariable(option: DeploymentOption): string {
	return option.id === "external-auth-providers"
		? t(
				"Has no variable of its own. Set each provider with variables that begin with CODER_EXTERNAL_AUTH_0_, or use YAML; both need the client secrets, which the deployment does not tell.",
			)
		: t("Has no variable: use its flag.");
}

/** Lists that both names set are joined by the server, so one of them must do. */
function deprecationNotes(option: DeploymentOption, written: ReadonlySet<string>): string[] {
	const names = option.useInstead.map(({ name }) => name).join(", ");
	if (!isChanged(option)) return [t("Deprecated and not in use: use {0}.", names)];
	const joined = isScalarList(option.value) && option.useInstead.some(({ id }) => written.has(id));
	return joined
		? [t("Deprecated. {0} sets the same list; set both and every item counts twice.", names)]
		: [];
}
