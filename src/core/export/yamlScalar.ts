/** The style of a text: unquoted, quoted, or as a block of lines after `|`. */
export type ScalarStyle = "plain" | "single" | "double" | "literal";

/**
 * ASCII texts that can be unquoted anywhere, so that most values need no further checks: words, paths, URLs, durations,
 * addresses.
 */
const safe =
	/^([A-Za-z/]([\w/.@+=*%~!?,;&()'"<>[\]{}|-]| (?=[^ #])|:(?=[^ ]))*|\d[\d.]*[hms][\dhms.]*|\d+\.\d+\.\d+\.\d+([:/]\d+)?)$/;

/** Words with a special meaning in YAML 1.1 or 1.2. */
const words = /^(true|false|null|~|y|yes|on|n|no|off|[-+]?\.inf|\.nan|nan|inf|<<)$/i;

/** Numbers and times of YAML 1.1. Broader than the server's definition, because extra quotes do no harm. */
const numbers =
	/^[-+]?(0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|(?:[\d_]+(?:\.[\d_]+)?|\.[\d_]+)\.?(e[-+]?\d+)?|[\d_]+(:[0-5]?\d)+(\.[\d_]*)?)$/i;
const times = /^\d{4}-\d\d?-\d\d?([Tt ].*)?$/;

/** Characters that an unquoted text can't begin with or contain. */
const indicators = /^[#,[\]{}&*!|>'"%@`]|^[?:-]( |$)|^---|^\.\.\.|:( |$)|[ \t\n]#/;

/**
 * Characters that the server's writer escapes: control characters, byte order marks, characters beyond the basic plane,
 * unusual line breaks.
 */
const unprintable = /[^\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/**
 * Returns the style in which Coder's `--write-config` (gopkg.in/yaml.v3) writes a text. Uses fewer blocks: not for
 * texts that the server's own parser rejects there or that a comment below would change.
 *
 * @param parsed whether the server parses the text itself, so that it may look like a number
 */
export function scalarStyle(text: string, parsed: boolean): ScalarStyle {
	if (safe.test(text) && (parsed || !words.test(text))) return "plain";
	if (text === "") return parsed ? "plain" : "double";
	if (unprintable.test(text) || / \n/.test(text)) return "double";
	if (text.includes("\n")) return /^[ \n\t]|[ ]$|\n\n$/.test(text) ? "double" : "literal";
	if (!parsed && (words.test(text) || numbers.test(text) || times.test(text))) return "double";
	return /^ | $/.test(text) || indicators.test(text) ? "single" : "plain";
}

const escapes: Readonly<Record<string, string>> = {
	"\0": "\\0",
	"\x07": "\\a",
	"\b": "\\b",
	"\t": "\\t",
	"\n": "\\n",
	"\v": "\\v",
	"\f": "\\f",
	"\r": "\\r",
	"\x1b": "\\e",
	'"': '\\"',
	"\\": "\\\\",
	"\u0085": "\\N",
	"\u2028": "\\L",
	"\u2029": "\\P",
};

/** Returns a text in double quotes, as the server writes it. */
export function doubleQuoted(text: string): string {
	return `"${text.replace(/["\\\n]|[^\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/gu, escape)}"`;
}

function escape(character: string): string {
	const known = escapes[character];
	if (known !== undefined) return known;
	const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
	if (hex.length <= 2) return `\\x${hex.padStart(2, "0")}`;
	return hex.length <= 4 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** Returns a text in single quotes. */
export function singleQuoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
