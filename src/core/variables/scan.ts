import { endsInComment } from "./comments.ts";
import type { Form } from "./forms.ts";
import { isLocal, isSetting } from "./roles.ts";

/** What every name begins with; a text without it is none of our business. */
export const mark = "CODER_";

/** Longer texts, in UTF-16 units, are not looked at, and no more than so many names in one. */
export const longestText = 1_000_000;
export const mostNames = 2_000;

/** How much of a line is looked at on either side of a name. */
const nearby = 400;

/** A name in a text, and what it is there for. Offsets are UTF-16 units from the text's beginning. */
export interface Occurrence {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	/**
	 * `setting`: it is given a value for a program to read. `local`: it is assigned in a script, or declared, which may
	 * be the script's own variable. `reference`: all other. `comment`: it is only in a comment.
	 */
	readonly role: "setting" | "local" | "reference" | "comment";
}

/** All names of variables in a text, in order, up to {@link mostNames}; none in one longer than {@link longestText}. */
export function scan(text: string, form: Form): Occurrence[] {
	if (text.length > longestText) return [];
	const found: Occurrence[] = [];
	for (const { 0: name, index } of text.matchAll(/\bCODER_\w+/g)) {
		const end = index + name.length;
		const before = lineBefore(text, index);
		const after = text.slice(end, end + nearby).split(/\r?\n/, 1)[0] ?? "";
		found.push({ name, start: index, end, role: roleOf(before, after, form) });
		if (found.length === mostNames) break;
	}
	return found;
}

function lineBefore(text: string, index: number): string {
	const from = Math.max(0, index - nearby);
	const before = text.slice(from, index);
	const start = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
	// The beginning of a line that is too long is not known, and is no place where a name can stand alone.
	return from > 0 && start === 0 ? `…${before}` : before.slice(start);
}

function roleOf(before: string, after: string, form: Form): Occurrence["role"] {
	if (endsInComment(before, form)) return "comment";
	if (isLocal(before, after, form)) return "local";
	return isSetting(before, after, form) ? "setting" : "reference";
}
