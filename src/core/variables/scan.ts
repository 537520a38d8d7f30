import type { Form } from "./forms.ts";
import { Marks, type Mark, type MarkedFlag } from "./forms/marks.ts";
import { readers } from "./forms/readers.ts";
import { markTemplateComments } from "./forms/templates.ts";
import { mayBeginName } from "./forms/text.ts";
import { templateBranches } from "./forms/templateBranches.ts";
import type { WrittenValue } from "./forms/written.ts";
import { mayHoldSettings } from "./mayHoldSettings.ts";

/** The maximum length of a text, in UTF-16 units, and the maximum number of names in it. Longer texts are skipped. */
export const longestText = 1_000_000;
export const mostNames = 2_000;

/**
 * A name in a text and its role: of a variable, or a flag of `coder server` with its dashes. Offsets are in UTF-16 units from the start of the text. */
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
 * Returns all names of variables and flags in a text, in order, up to {@link mostNames}; none if the text is longer than {@link
 * longestText}.
 */
export function scan(text: string, form: Form): Occurrence[] {
	if (text.length > longestText || !mayHoldSettings(text)) return [];
	const marks = new Marks();
	readers[form](text, 0, text.length, marks);
	markTemplateComments(text, marks);
	const isComment = marks.commented();
	const branchAt = templateBranches(text);
	const found: Occurrence[] = [];
	for (const { name, start, end, role, value } of inOrder(namesIn(text, marks), marks.flags)) {
		if (isComment(start)) found.push({ name, start, end, role: "comment" });
		else {
			const branch = value ? branchAt(start) : 0;
			const written = value && branch > 0 ? { ...value, branch } : value;
			found.push({ name, start, end, role, ...(written && { value: written }) });
		}
		if (found.length === mostNames) break;
	}
	return found;
}

/** Yields the names of variables in a text. */
function* namesIn(text: string, marks: Marks): Generator<Occurrence> {
	for (const { 0: name, index } of text.matchAll(/CODER_\w+/g)) {
		if (!mayBeginName(text, index)) continue;
		const role = marks.at(index) ?? "reference";
		const value = role === "setting" ? marks.valueAt(index) : undefined;
		yield { name, start: index, end: index + name.length, role, ...(value && { value }) };
	}
}

/** Yields names and flags in the order in which they are in the text. */
function* inOrder(
	names: Iterable<Occurrence>,
	flags: readonly MarkedFlag[],
): Generator<Occurrence> {
	let next = 0;
	const flagsBefore = function* (offset: number): Generator<Occurrence> {
		for (let flag; (flag = flags[next]) && flag.start < offset; next++) {
			yield { ...flag, role: "setting" };
		}
	};
	for (const name of names) {
		yield* flagsBefore(name.start);
		yield name;
	}
	yield* flagsBefore(Infinity);
}
