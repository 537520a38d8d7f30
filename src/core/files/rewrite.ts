import { quoteEnvValue } from "../export/envFile.ts";
import { escapeForSystemd } from "../export/systemdUnit.ts";
import { scalarStyle } from "../export/yamlScalar.ts";
import { yamlQuoted } from "../export/yamlValue.ts";
import { shellQuoted } from "../options/envLine.ts";
import type { Form } from "../variables/forms.ts";
import type { Span } from "../variables/forms/text.ts";
import { substituted } from "../variables/forms/yamlLiteral.ts";
import type { Quoting } from "../variables/forms/written.ts";
import { scan } from "../variables/scan.ts";
import type { FileSetting } from "./setting.ts";

/** A replacement for part of a text. */
export interface Replacement extends Span {
	readonly text: string;
}

/**
 * Replaces the value of a setting, quoted as its form requires.
 *
 * @returns undefined if the value can't be written so that it is read correctly and nothing else changes
 */
export function replaceValue(
	text: string,
	form: Form,
	{ nameSpan, value: { from, to, quoting, prefix = "" } }: FileSetting,
	value: string,
): Replacement | undefined {
	const written = writers[quoting](prefix, value);
	if (written === undefined) return undefined;
	const before = scan(text, form);
	const after = scan(text.slice(0, from) + written + text.slice(to), form);
	if (before.length !== after.length) return undefined;
	const isAsMeant = before.every((one, index) => {
		const other = after[index];
		const wanted = one.start === nameSpan.from ? value : one.value?.text;
		return one.name === other?.name && one.role === other.role && other.value?.text === wanted;
	});
	return isAsMeant ? { from, to, text: written } : undefined;
}

const writers: Readonly<Record<Quoting, (prefix: string, text: string) => string | undefined>> = {
	env: (prefix, text) => (isOneLine(text) ? prefix + quoteEnvValue(text) : undefined),
	// An empty word has quotes.
	shell: (prefix, text) => shellQuoted(prefix + text) || "''",
	docker: (prefix, text) => (isOneLine(text) ? dockerWord(prefix + text) : undefined),
	systemd: (prefix, text) => `"${escapeForSystemd(prefix + text)}"`,
	argument: (prefix, text) => (isPlainWord(prefix + text) ? prefix + text : undefined),
	yaml: (prefix, text) => (substituted.test(text) ? undefined : yamlText(prefix + text)),
	compose: (prefix, text) => yamlText(prefix + text.replaceAll("$", "$$$$")),
	kubernetes: (prefix, text) =>
		yamlText(prefix + (/\$[$({A-Z]/.test(text) ? text.replaceAll("$", "$$$$") : text), true),
	hcl: (prefix, text) => json(prefix + text).replace(/[$%](?=\{)/g, "$&$&"),
	// Formats that expand `${…}` have no escape for it.
	json: (prefix, text) => (text.includes("${") ? undefined : json(prefix + text)),
	toml: (prefix, text) => json(prefix + text),
	nix: (prefix, text) => json(prefix + text).replaceAll("${", "\\${"),
};

/** Whether a text needs no quotes in a command line, wherever that is. */
function isPlainWord(text: string): boolean {
	return /^[\w@%+=:,./-]*[\w/]$/.test(text);
}

function isOneLine(text: string): boolean {
	return !/[\r\n\0]/.test(text);
}

function dockerWord(text: string): string {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `"${text.replace(/["\\$]/g, "\\$&")}"`;
}

/** Returns the text unquoted if YAML reads it as a string, including in flow style; otherwise in double quotes. */
function yamlText(text: string, quoted = false): string {
	const isPlain = /^[\w@%+=:./-]+$/.test(text) && scalarStyle(text, false) === "plain";
	return isPlain && !quoted ? text : yamlQuoted(text);
}

/** Returns a string literal with the same meaning in JSON, HCL, TOML, and Nix. */
function json(text: string): string {
	return JSON.stringify(text).replace(
		/[\u007f-\u009f\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
