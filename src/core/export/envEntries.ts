import { t } from "../base/l10n.ts";
import { maskedText } from "../coder/mask.ts";
import type { DeploymentConfig, DeploymentOption } from "../coder/model.ts";
import { isChanged, isSet } from "../options/optionFacts.ts";
import { defaultValue, isEmptyValue, isScalarList, settingText } from "../coder/optionValue.ts";
import { aliasOf } from "../options/aliases.ts";
import { stopsServer } from "../options/numberedFamilies.ts";
import { behavesAs } from "../options/serverVersion.ts";
import type { ExportChoices } from "./choices.ts";
import { chosenOptions, type ChosenOption } from "./chosenOptions.ts";
import { typeWord } from "../options/optionTypes.ts";

/** The placeholder for secrets. */
export const secretPlaceholder = "<secret>";

/** An option as an environment variable. */
export interface EnvEntry {
	readonly option: DeploymentOption;
	/** The environment variable; if there is none, the flag with its dashes, or else the option's name. */
	readonly name: string;
	/** The text that the server parses. */
	readonly text: string;
	/** Whether the variable can and should set the option. Otherwise, it's written as a comment. */
	readonly active: boolean;
	/** Sentences for users. */
	readonly notes: readonly string[];
}

/** The data that an entry depends on, in addition to its option. */
export interface EnvContext {
	/** All exported options, by ID. */
	readonly written: ReadonlyMap<string, DeploymentOption>;
	/** The server's version. */
	readonly version: string | undefined;
}

export function envContext(
	chosen: readonly ChosenOption[],
	version: string | undefined,
): EnvContext {
	return { written: new Map(chosen.map(({ option }) => [option.id, option])), version };
}

/** Returns the chosen options as environment variables, in the server's order. */
export function envEntries(
	config: Pick<DeploymentConfig, "options">,
	choices: ExportChoices,
	version: string | undefined,
): EnvEntry[] {
	const chosen = chosenOptions(config, choices);
	const context = envContext(chosen, version);
	return chosen.map((one) => envEntry(one, context));
}

/** Returns one option as an environment variable. */
export function envEntry({ option, note }: ChosenOption, context: EnvContext): EnvEntry {
	const name = option.env ?? (option.flag === undefined ? option.name : `--${option.flag}`);
	const given = note === undefined ? [] : [note];
	if (option.secret) {
		const notes = [...given, secretNote(option)];
		return { option, name, text: secretPlaceholder, active: false, notes };
	}
	const text = envText(option);
	const obstacles = obstaclesOf(option, text, context);
	return {
		option,
		name,
		text,
		active: obstacles.length === 0 && (text !== "" || hasDefault(option)),
		notes: [...given, ...obstacles],
	};
}

/** Returns true if a text contains the mask of a secret, such as the password in a URL. */
export function holdsMask(text: string): boolean {
	return text.includes(maskedText);
}

function secretNote(option: DeploymentOption): string {
	return isSet(option)
		? t("Secret (set). The deployment doesn't reveal it, so add it yourself.")
		: t("Secret (not set, as far as the deployment reports).");
}

/**
 * Returns the text of a variable. The server parses structured values as YAML, in which some characters break lines
 * that don't do so in JSON.
 */
function envText(option: DeploymentOption): string {
	const text = settingText(option, option.value);
	if (typeof option.value !== "object" || isScalarList(option.value)) return text;
	return text.replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, escapeCharacter);
}

/** Escapes a character for both JSON and YAML. */
export function escapeCharacter(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Returns why an option can't or shouldn't be set by an environment variable. */
function obstaclesOf(option: DeploymentOption, text: string, context: EnvContext): string[] {
	if (!option.env) return [noVariable(option)];
	if (stopsServer(option.env)) {
		return [
			withOtherWays(
				t(
					"Coder doesn't start when this variable is set, because it mistakes the name for that of a numbered provider.",
				),
				option,
			),
		];
	}
	if (text === "") {
		return hasDefault(option) && !takesEmpty(option, context.version)
			? [
					withOtherWays(
						t("Empty, but the default isn't. An empty variable is treated as not set."),
						option,
						"=",
					),
				]
			: [];
	}
	if (holdsMask(text))
		return [t("Contains a secret that the deployment doesn't reveal. Add it yourself.")];
	if (/[\0\r]/.test(text)) {
		return [withOtherWays(t("Contains a character that isn't safe in a variable."), option)];
	}
	return option.useInstead.length > 0 ? deprecationNotes(option, context.written) : [];
}

/**
 * Adds a sentence that names the other ways to set an option, if there are any.
 *
 * @param after what follows the flag's name
 */
function withOtherWays(reason: string, { flag, yamlPath }: DeploymentOption, after = ""): string {
	const name = flag === undefined ? undefined : `--${flag}${after}`;
	if (name === undefined) return yamlPath ? `${reason} ${t("Use YAML.")}` : reason;
	return `${reason} ${yamlPath ? t("Use {0} or YAML.", name) : t("Use {0}.", name)}`;
}

function hasDefault(option: DeploymentOption): boolean {
	return !isEmptyValue(defaultValue(option));
}

/** Types that the server can parse from an empty text. */
const emptyTypes: ReadonlySet<string> = new Set(["string", "string-array", "url", "regexp"]);

/** Whether an option can be set to an empty variable. Up to v2.33, the server treats an empty variable as not set. */
export function takesEmpty(option: DeploymentOption, version: string | undefined): boolean {
	const type = typeWord(option) ?? "";
	const empty = emptyTypes.has(type) || type.startsWith("struct[");
	return empty && version !== undefined && behavesAs(version, "v2.34.0");
}

function noVariable(option: DeploymentOption): string {
	if (option.id === "external-auth-providers")
		return t(
			"Has no environment variable of its own. Set each provider with variables that begin with CODER_EXTERNAL_AUTH_0_, or use YAML. Both require the client secrets, which the deployment doesn't reveal.",
		);
	return withOtherWays(t("Has no environment variable."), option);
}

function deprecationNotes(
	option: DeploymentOption,
	written: ReadonlyMap<string, DeploymentOption>,
): string[] {
	const names = option.useInstead.map(({ name }) => name).join(", ");
	if (!isChanged(option)) return [t("Deprecated and not used. Use {0} instead.", names)];
	const current = written.get(aliasOf(option) ?? "");
	// The server joins lists that both names set, so only one of them is written.
	if (current && isScalarList(option.value)) {
		return [
			t("Deprecated. {0} sets the same list; if both are set, every item is listed twice.", names),
		];
	}
	return turnsOnRedirect(option, written)
		? [t("Not needed: true is the default, and this variable would also turn on {0}.", names)]
		: [];
}

/**
 * Whether an entry would turn on another option: if the environment contains `CODER_TLS_REDIRECT_HTTP_TO_HTTPS=true`,
 * the server also turns on Redirect to Access URL. The same setting in a file doesn't have this effect.
 */
function turnsOnRedirect(
	{ id, value, useInstead }: DeploymentOption,
	written: ReadonlyMap<string, DeploymentOption>,
): boolean {
	if (id !== "CODER_TLS_REDIRECT_HTTP_TO_HTTPS" || value !== true) return false;
	return useInstead.every((successor) => written.get(successor.id)?.value !== true);
}
