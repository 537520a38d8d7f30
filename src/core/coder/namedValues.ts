import { maskedText } from "./maskedText.ts";
import { isSecretName } from "./secretName.ts";

/** A name and the delimiter before its value: `name=`, `name: `, `"name":`, also inside quoted JSON. */
const names = /(?<![\w.-])([\w-][\w.-]*)(\\*["'`]?)\s{0,4}([=:])(?!\/\/)\s{0,4}/g;

/** A signature in a link lets whoever has the link do what it is for, such as downloading a file from a storage. */
const signature = /(?:^|[-_])sig(?:nature)?$/i;

/** The characters that can open a value: the quotation mark of a text, or the bracket of a list or an object. */
const openings = /\\*["'`]|[[{]/y;

/** The value by its opening character. */
const insides: Readonly<Record<string, RegExp>> = {
	'"': /[^"\\\r\n]*/y,
	"'": /[^'\\\r\n]*/y,
	"`": /[^`\\\r\n]*/y,
	"[": /[^\]\r\n]*/y,
	"{": /[^}\r\n]*/y,
	"=": /[^\s"'`&;)}\]]*/y,
	":": /[^\s"'`&;,)}\]]*/y,
};

/**
 * Masks the value of each `name=value`, `name: value`, and `"name":"value"` with the name of a secret. If such a name
 * is part of a sentence (`invalid token: expired`), the next word is kept.
 */
export function maskNamedValues(text: string): string {
	if (!/[=:]/.test(text)) return text;
	let result = "";
	let done = 0;
	const matcher = new RegExp(names);
	for (let match = matcher.exec(text); match; match = matcher.exec(text)) {
		const [, name = "", quote = "", sign = ""] = match;
		const isSigned = "?&".includes(text[match.index - 1] ?? " ") && signature.test(name);
		if (!isSigned && !isSecretName(name)) continue;
		const opening = at(openings, text, matcher.lastIndex);
		const start = matcher.lastIndex + opening.length;
		const value = at(insides[opening.at(-1) ?? sign], text, start);
		// `key=value` explains a format; `invalid token: expired` is a sentence.
		const sentence = quote + opening === "" && (sign === ":" || /^keys?$/i.test(name));
		if (value.startsWith(maskedText) || saysNothing(value) || (sentence && isWord(value))) continue;
		result += text.slice(done, start) + maskedText;
		done = start + value.length;
		matcher.lastIndex = done;
	}
	return result + text.slice(done);
}

/** Returns the match of a sticky pattern at a position. */
function at(pattern: RegExp | undefined, text: string, index: number): string {
	if (!pattern) return "";
	pattern.lastIndex = index;
	return pattern.exec(text)?.[0] ?? "";
}

/** Whether a value looks like a word in a sentence. */
export function isWord(value: string): boolean {
	return /^[A-Za-z]?[a-z]{1,20}[.!?:]?$/.test(value);
}

/** A file path with an extension; Base64 has no dots. */
const path =
	/^(?:~|\.{1,2}|[A-Za-z]:)?[\\/][^\s:?=&]*\.(?:pem|key|crt|cert|cer|p12|pfx|txt|json|ya?ml|env)$/i;

/** Whether a value can't be a secret, because it is a boolean or a file path. */
function saysNothing(value: string): boolean {
	return !/[^\W_]/.test(value) || /^(?:true|false|null|nil)$/i.test(value) || path.test(value);
}
