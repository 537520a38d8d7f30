import type { Form } from "./forms.ts";
import { isBreak, lineEnd } from "./forms/text.ts";
import { scan, type Occurrence } from "./scan.ts";

/** Where a name is being typed in a text. */
export interface NamePlace {
	/** The offset at which the name begins. */
	readonly start: number;
	/** True where a `=` has to follow, and nothing does yet. */
	readonly needsEquals: boolean;
}

/** What is put in the place of what was typed, to see what it would be there. */
const probe = "CODER_X";

/** What may follow a name that is set, by form; an empty text for one that is passed on. */
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

/** The forms in which `=` follows a name right away. */
const withEquals: ReadonlySet<Form> = new Set<Form>(["env", "shell", "docker", "systemd"]);

/**
 * Whether a name may stand at an offset, where something that begins with a capital C was typed.
 *
 * @param text up to the end of the line that the offset is in; what follows doesn't matter
 * @returns nothing where no name is wanted: in comments and values, and in the middle of words
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
