import { endsInComment } from "./comments.ts";
import type { Form } from "./forms.ts";

/** Where a name is being typed in a line. */
export interface NamePlace {
	/** The column at which the name begins. */
	readonly start: number;
	/** True where a `=` has to follow, and nothing does yet. */
	readonly needsEquals: boolean;
}

/** What a line must end with, before the name, so that one may stand there. */
const places: Readonly<Record<Form, RegExp>> = {
	env: /^\s*(?:export\s+)?$/,
	yaml: /^[\s-]*["']?$|(?:^|[\s{,-])["']?name["']?\s*:\s*["']?$|[{,[]\s*["']?$/,
	docker: /^\s*(?:(?:ENV|ARG)\s+(?:\S+=\S*\s+)*)?["']?$/i,
	shell: /(?:^|[\s;&|(])["']?$/,
	systemd: /^\s*(?:(?:Pass|Unset)?Environment\s*=(?:.*\s)?)?["']?$/,
	terraform: /^\s*"?$|[{[(,]\s*"?$|\bname\s*=\s*"$/,
};

/**
 * Whether a name may stand at a column of a line, where something that begins with a capital C was typed.
 *
 * @returns nothing where no name is wanted: in comments and values, and in the middle of words
 */
export function namePlace(line: string, column: number, form: Form): NamePlace | undefined {
	const typed = /\bC[A-Z0-9_]*$/.exec(line.slice(0, column))?.[0];
	if (typed === undefined) return undefined;
	const start = column - typed.length;
	const before = line.slice(0, start);
	if (endsInComment(before, form)) return undefined;
	if (/\$\{?$/.test(before)) return { start, needsEquals: false };
	if (!places[form].test(before)) return undefined;
	const assigns =
		form === "env" ||
		/(?:\bexport|^\s*ENV|\s-e)\s+$/.test(before) ||
		/^\s*Environment\s*=/.test(before);
	return { start, needsEquals: assigns && /^\w*\s*$/.test(line.slice(column)) };
}
