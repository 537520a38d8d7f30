import type { Form } from "./forms.ts";
import { typedFlag } from "./mayHoldSettings.ts";
import { scan } from "./scan.ts";

/** A position at which a flag of `coder server` is being typed. */
export interface FlagPlace {
	/** The offsets of its dashes and of its end. */
	readonly start: number;
	readonly end: number;
	/** Whether a `=` already follows. */
	readonly hasEquals: boolean;
}

/** Inserted instead of the typed text, to find out how it would be read. A switch doesn't read the next word. */
const probe = "--telemetry";

/**
 * Checks whether a flag of `coder server` can be at an offset, where something that starts with a dash was typed.
 *
 * @param text the whole text: in some forms, it depends on what follows whether a command line starts the server
 * @returns undefined if no flag is expected, as in comments and in command lines of other programs
 */
export function flagPlace(text: string, offset: number, form: Form): FlagPlace | undefined {
	const typed = typedFlag.exec(text.slice(Math.max(0, offset - 100), offset))?.[0];
	if (typed === undefined) return undefined;
	const start = offset - typed.length;
	const end = offset + (/^[\w-]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
	const found = scan(text.slice(0, start) + probe + text.slice(end), form).find(
		(one) => one.start === start,
	);
	if (found?.name !== probe || found.role === "comment") return undefined;
	return { start, end, hasEquals: text[end] === "=" };
}
