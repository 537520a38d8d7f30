import { ExcessError, type Bounds } from "./bounds.ts";

const quote = 0x22;
const backslash = 0x5c;
const zero = 0x30;
const nine = 0x39;

/** From this many digits on, a double may round an integer. */
const exactDigits = 16;

/**
 * Checks a JSON text against limits before it's parsed, in linear time. Invalid JSON is left to the parser.
 *
 * @returns the runs of digits that a double may round
 * @throws {ExcessError} when a limit is exceeded
 */
export function checkJsonText(text: string, bounds: Bounds): string[] {
	const longNumbers: string[] = [];
	/** The number of entries in each open list or object. */
	const open: number[] = [];
	let values = 1;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === quote) {
			const end = endOfText(text, index + 1);
			if (end - index - 1 > bounds.characters) throw new ExcessError("characters", bounds);
			index = end;
		} else if (code >= zero && code <= nine) {
			const end = endOfDigits(text, index + 1);
			if (end - index > bounds.digits) throw new ExcessError("digits", bounds);
			if (end - index >= exactDigits) longNumbers.push(text.slice(index, end));
			index = end - 1;
		} else if (code === 0x5b || code === 0x7b) {
			if (open.push(1) > bounds.depth) throw new ExcessError("depth", bounds);
			values += 1;
		} else if (code === 0x5d || code === 0x7d) {
			open.pop();
		} else if (code === 0x2c) {
			const entries = (open.pop() ?? 0) + 1;
			if (entries > bounds.entries) throw new ExcessError("entries", bounds);
			open.push(entries);
			values += 1;
		}
		if (values > bounds.values) throw new ExcessError("values", bounds);
	}
	return longNumbers;
}

/** Returns the index of the closing quotation mark, or the end of the text if there is none. */
function endOfText(text: string, start: number): number {
	for (let end = text.indexOf('"', start); end !== -1; end = text.indexOf('"', end + 1)) {
		let slashes = 0;
		while (end - slashes > start && text.charCodeAt(end - slashes - 1) === backslash) slashes++;
		if (slashes % 2 === 0) return end;
	}
	return text.length;
}

function endOfDigits(text: string, start: number): number {
	let end = start;
	while (text.charCodeAt(end) >= zero && text.charCodeAt(end) <= nine) end++;
	return end;
}
