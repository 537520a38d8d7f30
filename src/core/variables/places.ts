import type { Form } from "./forms.ts";
import { isBreak, lineEnd } from "./forms/text.ts";
import { scan, type Occurrence } from "./scan.ts";

/** A position at which a name is being typed. */
export interface NamePlace {
	/** The offset of the start of the name. */
	readonly start: number;
	/** Whether a `=` is required after the name and is missing. */
	readonly needsEquals: boolean;
}

/** Inserted instead of the typed text, to find out how it would be read. */
const probe = "CODER_X";

/** Texts that can follow a name that is set, by form. An empty text stands for a name that is passed on. */
const endings: Readonly<Record<Form, readonly string[]>> = {
	env: ["=1"],
	shell: ["=1", ""],
	docker: ["=1", ""],
	systemd: ["=1", ""],
	yaml: [": 1", "", "=1"],
	terraform: [" = 1", "", "=1"],
	toml: [" = 1", "", "=1"],
	nix: [" = 1;", "", "=1"],
	json: [": 1", "", "=1"],
};

/** The forms in which `=` directly follows a name. */
const withEquals: ReadonlySet<Form> = new Set<Form>(["env", "shell", "docker", "systemd"]);

/**
 * Checks whether a name can be at an offset, where something that starts with a capital C was typed.
 *
 * @param text the text up to the end of the line with the offset; the rest is irrelevant
 * @returns undefined if no name is expected: in comments and values, and inside words
 */
export function namePlace(text: string, offset: number, form: Form): NamePlace | undefined {
	const line = lineStart(text, offset);
	const typed = /(?<!\w)C[A-Z0-9_]*$/.exec(text.slice(Math.max(line, offset - 200), offset))?.[0];
	if (typed === undefined) return undefined;
	const start = offset - typed.length;
	const end = lineEnd(text, start, text.length);
	const before = text.slice(0, start);
	const after = text.slice(start, end).replace(/^\w+/, "");
	const roleWith = (ending: string): Occurrence["role"] | undefined =>
		roleAt(before + probe + ending + after, start, form);
	if (/\$\{?$/.test(text.slice(Math.max(line, start - 2), start))) {
		return roleWith("") === "comment" ? undefined : { start, needsEquals: false };
	}
	for (const ending of endings[form]) {
		const role = roleWith(/^\s*[=:]/.test(after) ? "" : ending);
		if (role !== "setting" && role !== "local") continue;
		const isOpen = /^["']?\s*$/.test(after);
		const needsEquals = role === "setting" && ending === "=1" && isOpen && withEquals.has(form);
		return { start, needsEquals };
	}
	return undefined;
}

function lineStart(text: string, offset: number): number {
	let at = offset;
	while (at > 0 && !isBreak(text[at - 1])) at--;
	return at;
}

function roleAt(text: string, start: number, form: Form): Occurrence["role"] | undefined {
	return scan(text, form).find((found) => found.start === start)?.role;
}
