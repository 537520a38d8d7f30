import type { Form } from "./forms.ts";
import { Marks, type Mark } from "./forms/marks.ts";
import { readers } from "./forms/readers.ts";
import { markTemplateComments } from "./forms/templates.ts";
import type { WrittenValue } from "./forms/written.ts";

/** What every name begins with; a text without it is none of our business. */
export const mark = "CODER_";

/** Longer texts, in UTF-16 units, are not looked at, and no more than so many names in one. */
export const longestText = 1_000_000;
export const mostNames = 2_000;

/** A name in a text, and what it is there for. Offsets are UTF-16 units from the text's beginning. */
export interface Occurrence {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	/**
	 * `setting`: it is given a value for a program to read. `local`: it is assigned in a script, or declared, which may
	 * be the script's own variable. `reference`: all other. `comment`: it is only in a comment.
	 */
	readonly role: Mark | "reference" | "comment";
	/** What it is given, where it is a setting and the reader of the form can tell. */
	readonly value?: WrittenValue;
}

/** All names of variables in a text, in order, up to {@link mostNames}; none in one longer than {@link longestText}. */
export function scan(text: string, form: Form): Occurrence[] {
	if (text.length > longestText || !text.includes(mark)) return [];
	const marks = new Marks();
	readers[form](text, 0, text.length, marks);
	markTemplateComments(text, marks);
	const isComment = marks.commented();
	const found: Occurrence[] = [];
	for (const { 0: name, index } of text.matchAll(/\bCODER_\w+/g)) {
		const role = isComment(index) ? "comment" : (marks.at(index) ?? "reference");
		const value = role === "setting" ? marks.valueAt(index) : undefined;
		found.push({ name, start: index, end: index + name.length, role, ...(value && { value }) });
		if (found.length === mostNames) break;
	}
	return found;
}
