import { t } from "../base/l10n.ts";
import type { Form } from "./forms.ts";
import type { KnownVariables } from "./known.ts";
import { nearest } from "./nearest.ts";
import { scan } from "./scan.ts";

/** A name that deserves a hint. Offsets are UTF-16 units from the text's beginning. */
export interface Problem {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	readonly kind: "deprecated" | "unknown";
	/** A sentence or two for people. */
	readonly message: string;
	/** The names to put in its place, the best first. */
	readonly replacements: readonly string[];
}

/** No more than so many are told of one text. */
export const mostProblems = 200;

/**
 * Finds deprecated and unknown names where they are given a value; references and comments are left alone. A name
 * that a script assigns for itself is only told when it is nearly that of an option.
 *
 * @param isIgnored tells names that the user does not want to hear of
 */
export function findProblems(
	text: string,
	form: Form,
	known: KnownVariables,
	isIgnored: (name: string) => boolean,
): Problem[] {
	const problems: Problem[] = [];
	const told = new Map<string, Verdict | undefined>();
	for (const { name, start, end, role } of scan(text, form)) {
		if (role !== "setting" && role !== "local") continue;
		if (!told.has(name)) told.set(name, isIgnored(name) ? undefined : judge(name, known));
		const verdict = told.get(name);
		if (!verdict || (role === "local" && verdict.replacements.length === 0)) continue;
		problems.push({ name, start, end, ...verdict });
		if (problems.length === mostProblems) break;
	}
	return problems;
}

type Verdict = Pick<Problem, "kind" | "message" | "replacements">;

/** What is to be said of a name; nothing of one that is right. */
export function judge(name: string, known: KnownVariables): Verdict | undefined {
	const variable = known.find(name);
	if (variable) {
		// An old name of the server's that other programs read by right.
		if (!variable.deprecated || (variable.option && variable.other)) return undefined;
		const { useInstead } = variable;
		const message =
			useInstead.length === 0
				? t("{0} is deprecated.", name)
				: t("{0} is deprecated. Use {1} instead.", name, useInstead.join(", "));
		return { kind: "deprecated", message, replacements: useInstead };
	}
	// Coder's own names have no small letters, other than in families that end in a name of the user's.
	if (/[a-z]/.test(name)) return undefined;
	const replacements = nearest(name, known.names);
	const [first] = replacements;
	const message =
		first === undefined
			? t("Coder knows no variable {0}.", name)
			: t("Coder knows no variable {0}. Did you mean {1}?", name, first);
	return { kind: "unknown", message, replacements };
}
