import { maskedText } from "./maskedText.ts";
import { isSecretName } from "./secretName.ts";
import { valueAt, type ValueSign } from "./writtenValue.ts";

/**
 * A name and the delimiter before its value: `name=`, `name: `, `"name":`, `['name'] =>`, also inside quoted JSON and
 * encoded URLs. A YAML tag or anchor may follow.
 */
const names =
	/(?<![\w.-])([\w-][\w.-]*)((?:\\*["'`]|%22)?\]?(?:\[\d{0,4}\])?)\s{0,4}(?:(=>|->|:=|==?|\uff1d|%3[Dd])[^\S\n]{0,16}|(:|\uff1a|%3[Aa])\s{0,16})(?!\/\/)(?:%22|[!&][\w!:/.-]{0,40}\s{1,4})?/g;

/** The name of a flag or variable before its value: `--name `, `setx NAME `. */
const flags = /(?<![\w-])(?:--|set(?:x|env)\s{1,4})([A-Za-z][\w-]{0,80})\s{1,4}(?=[^\s<[=:-])/g;

/** A signature in a link lets whoever has the link do what it is for, such as downloading a file from a storage. */
const signature = /(?:^|[-_])sig(?:nature)?$/i;
const sharedSignature = /^shared_?access_?signature$/i;

/**
 * Masks the value of each `name=value`, `name: value`, `"name":"value"`, and `--name value` with the name of a secret,
 * however it's written. If such a name is part of a sentence (`invalid token: expired`), the next word is kept.
 */
export function maskNamedValues(text: string): string {
	let masked = text;
	if (/[=:%\uff1a\uff1d]|->/.test(text)) masked = maskValues(masked, names, assignment);
	if (/--|\bset(?:x|env)\s/.test(text)) masked = maskValues(masked, flags, argument);
	return masked;
}

/** What precedes a value. */
interface Lead {
	readonly sign: ValueSign;
	/** Whether it may be part of a sentence. */
	readonly isProse: boolean;
}

/** @param read returns what precedes a value, or `undefined` if the value isn't secret */
function maskValues(
	text: string,
	pattern: RegExp,
	read: (match: RegExpExecArray, text: string) => Lead | undefined,
): string {
	let result = "";
	let done = 0;
	const matcher = new RegExp(pattern);
	for (let match = matcher.exec(text); match; match = matcher.exec(text)) {
		const lead = read(match, text);
		if (!lead) continue;
		const { from, to, isEnclosed } = valueAt(text, matcher.lastIndex, lead.sign, () =>
			columnOf(text, match.index),
		);
		const value = text.slice(from, to);
		const isSentence = lead.isProse && !isEnclosed && isWord(value);
		if (value.startsWith(maskedText) || isHarmless(value) || isSentence) continue;
		result += text.slice(done, from) + maskedText;
		done = to;
		matcher.lastIndex = to;
	}
	return result + text.slice(done);
}

function assignment(match: RegExpExecArray, text: string): Lead | undefined {
	const [, written = "", quote = "", equals = "", colon = ""] = match;
	const before = text[match.index - 1] ?? " ";
	const name = before === "%" ? written.replace(/^[\da-f]{2}/i, "") : written;
	const isSigned = sharedSignature.test(name) || ("?&;".includes(before) && signature.test(name));
	if (!isSigned && !isSecretName(name)) return undefined;
	// `[token]: https://…` is a link in Markdown.
	if (colon !== "" && quote.endsWith("]")) return undefined;
	const sign = (equals + colon).startsWith("%") ? "%" : equals === "" ? ":" : "=";
	// `key=value` explains a format; `invalid token: expired` is a sentence.
	const isPlain = equals === "=" || sign === "%";
	const isProse = quote === "" && (!isPlain || /^keys?$/i.test(name));
	return { sign, isProse };
}

function argument([, name = ""]: RegExpExecArray): Lead | undefined {
	return isSecretName(name) ? { sign: " ", isProse: true } : undefined;
}

/** Returns the number of spaces and dashes before a name, as in a YAML list. */
function columnOf(text: string, index: number): number {
	let start = index;
	while (start > 0 && index - start < 200 && " -".includes(text.charAt(start - 1))) start--;
	return index - start;
}

/** Whether a value looks like a word in a sentence. */
export function isWord(value: string): boolean {
	return /^[A-Za-z]?[a-z]{1,20}[.!?:]?$/.test(value);
}

/** A file path with an extension; Base64 has no dots. */
const path =
	/^(?:~|\.{1,2}|[A-Za-z]:)?[\\/][^\s:?=&]*\.(?:pem|key|crt|cert|cer|p12|pfx|txt|json|ya?ml|env)$/i;

/** Whether a value can't be a secret, because it is a boolean or a file path. */
function isHarmless(value: string): boolean {
	return !/[^\W_]/.test(value) || /^(?:true|false|null|nil)$/i.test(value) || path.test(value);
}
