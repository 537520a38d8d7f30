import type { Form } from "./forms.ts";
import { Marks, type Mark } from "./forms/marks.ts";
import { namePrefix } from "./forms/text.ts";
import { readers } from "./forms/readers.ts";
import { markTemplateComments } from "./forms/templates.ts";
import { templateBranches } from "./forms/templateBranches.ts";
import type { WrittenValue } from "./forms/written.ts";

/** The start of every name. A text without it is skipped. */
export const mark = namePrefix;

/** The maximum length of a text, in UTF-16 units, and the maximum number of names in it. Longer texts are skipped. */
export const longestText = 1_000_000;
export const mostNames = 2_000;

/** A name in a text and its role. Offsets are in UTF-16 units from the start of the text. */
export interface Occurrence {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	/**
	 * `setting`: the name is given a value for a program to read. `local`: it is assigned or declared in a script, and
	 * may be the script's own variable. `comment`: it occurs in a comment. `reference`: any other use.
	 */
	readonly role: Mark | "reference" | "comment";
	/** The value of a setting, if the reader of the form can determine it. */
	readonly value?: WrittenValue;
}

/**
 * Returns all names of variables in a text, in order, up to {@link mostNames}; none if the text is longer than {@link
 * longestText}.
 */
export function scan(text: string, form: Form): Occurrence[] {
	if (text.length > longestText || !text.includes(mark)) return [];
	const marks = new Marks();
	readers[form](text, 0, text.length, marks);
	markTemplateComments(text, marks);
	const isComment = marks.commented();
	const branchAt = templateBranches(text);
	const found: Occurrence[] = [];
	for (const { 0: name, index } of text.matchAll(/\bCODER_\w+/g)) {
		const role = isComment(index) ? "comment" : (marks.at(index) ?? "reference");
		const written = role === "setting" ? marks.valueAt(index) : undefined;
		const branch = branchAt(index);
		const value = written && branch > 0 ? { ...written, branch } : written;
		found.push({ name, start: index, end: index + name.length, role, ...(value && { value }) });
		if (found.length === mostNames) break;
	}
	return found;
}
