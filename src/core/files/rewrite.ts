import { quoteEnvValue } from "../export/envFile.ts";
import { escapeForSystemd } from "../export/systemdUnit.ts";
import { scalarStyle } from "../export/yamlScalar.ts";
import { yamlQuoted } from "../export/yamlValue.ts";
import { shellQuoted } from "../options/envLine.ts";
import type { Quoting } from "../variables/forms/written.ts";
import type { FileSetting } from "./setting.ts";

/**
 * What is to be written in the place of a setting's value, so that it holds another text.
 *
 * @returns nothing where that can't be written there
 */
export function rewrite({ value }: FileSetting, text: string): string | undefined {
	return writers[value.quoting](value.prefix ?? "", text);
}

const writers: Readonly<Record<Quoting, (prefix: string, text: string) => string | undefined>> = {
	env: (prefix, text) => (isOneLine(text) ? prefix + quoteEnvValue(text) : undefined),
	shell: (prefix, text) => shellQuoted(prefix + text),
	docker: (prefix, text) => (isOneLine(text) ? dockerWord(prefix + text) : undefined),
	systemd: (prefix, text) => `"${escapeForSystemd(prefix + text)}"`,
	yaml: (prefix, text) => yamlText(prefix + text),
	compose: (prefix, text) => yamlText(prefix + text.replaceAll("$", "$$$$")),
	kubernetes: (prefix, text) =>
		yamlText(prefix + (/\$[$(]/.test(text) ? text.replaceAll("$", "$$$$") : text), true),
	hcl: (prefix, text) => json(prefix + text).replace(/[$%](?=\{)/g, "$&$&"),
	json: (prefix, text) => json(prefix + text),
	toml: (prefix, text) => json(prefix + text),
	nix: (prefix, text) => json(prefix + text).replaceAll("${", "\\${"),
};

function isOneLine(text: string): boolean {
	return !/[\r\n\0]/.test(text);
}

function dockerWord(text: string): string {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `"${text.replace(/["\\$]/g, "\\$&")}"`;
}

/** As it is where YAML reads a text of it, in flow style as well; else in double quotes. */
function yamlText(text: string, quoted = false): string {
	const isPlain = /^[\w@%+=:./-]+$/.test(text) && scalarStyle(text, false) === "plain";
	return isPlain && !quoted ? text : yamlQuoted(text);
}

/** A string that JSON, HCL, TOML and Nix read alike. */
function json(text: string): string {
	return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (character) =>
		`\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
