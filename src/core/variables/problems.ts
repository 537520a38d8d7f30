import { t } from "../base/l10n.ts";
import type { Form } from "./forms.ts";
import type { KnownVariables, Variable } from "./known.ts";
import { numberedName } from "./numbered.ts";
import { scan, type Occurrence } from "./scan.ts";
import { replacementsOf, suggestionsFor, type Suggestion } from "./suggest.ts";
import { missingMessage } from "./versions.ts";

/** A name that deserves a hint. Offsets are UTF-16 units from the text's beginning. */
export interface Problem {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	/** `missing`: the deployment's version, or any that is supported, does not have the option. */
	readonly kind: "deprecated" | "unknown" | "missing";
	/** A sentence or two for people. */
	readonly message: string;
	/** The names that may be put in its place, the best first: those whose value means the same. */
	readonly replacements: readonly string[];
	/** True where the name may well be right: it is only not known, and like no other. */
	readonly quiet: boolean;
}

/** No more than so many are told of one text. */
export const mostProblems = 200;

/**
 * Finds problems of the names in a text.
 *
 * @param isIgnored tells names that the user does not want to hear of
 */
export function findProblems(
	text: string,
	form: Form,
	known: KnownVariables,
	isIgnored: (name: string) => boolean,
): Problem[] {
	return problemsAmong(scan(text, form), known, isIgnored);
}

/**
 * Finds deprecated and unknown names where they are given a value; references and comments are left alone. A name
 * that a script assigns for itself is only told when it is nearly that of an option.
 *
 * @param isIgnored tells names that the user does not want to hear of
 */
export function problemsAmong(
	names: readonly Occurrence[],
	known: KnownVariables,
	isIgnored: (name: string) => boolean,
): Problem[] {
	const problems: Problem[] = [];
	const told = new Map<string, Verdict | undefined>();
	for (const { name, start, end, role } of names) {
		if (role !== "setting" && role !== "local") continue;
		if (!told.has(name)) told.set(name, isIgnored(name) ? undefined : judge(name, known));
		const verdict = told.get(name);
		if (!verdict || (role === "local" && !verdict.near)) continue;
		const { kind, message, replacements, quiet } = verdict;
		problems.push({ name, start, end, kind, message, replacements, quiet });
		if (problems.length === mostProblems) break;
	}
	return problems;
}

/** The names that are given a value in a text. */
export function namesSet(text: string, form: Form): ReadonlySet<string> {
	const set = scan(text, form).filter(({ role }) => role === "setting" || role === "local");
	return new Set(set.map(({ name }) => name));
}

interface Verdict extends Pick<Problem, "kind" | "message" | "replacements" | "quiet"> {
	/** True where the name is nearly, or was, that of an option: worth a hint even at a script's own variable. */
	readonly near: boolean;
}

/** What is to be said of a name; nothing of one that is right. */
export function judge(name: string, known: KnownVariables): Verdict | undefined {
	const variable = known.find(name);
	if (variable && !variable.other?.family) return judgeKnown(variable, known);
	// What people choose themselves can't be wrong.
	if (variable?.other?.chosen) return undefined;
	// Coder's own names have no small letters, other than in families that end in a name of the user's.
	if (/[a-z]/.test(name)) return undefined;
	const suggestions = suggestionsFor(name, known);
	const [first] = suggestions;
	// Of the other families more is there than is known; only a slip is told.
	if (variable && !numberedName(name) && !first?.keepsMeaning) return undefined;
	return {
		kind: "unknown",
		message: unknownMessage(name, first),
		replacements: suggestions.filter((one) => one.replaces).map((one) => one.name),
		quiet: first?.keepsMeaning !== true,
		near: first?.near === true && first.replaces,
	};
}

function unknownMessage(name: string, first: Suggestion | undefined): string {
	if (!first) return t("Unknown Coder variable {0}.", name);
	return first.keepsMeaning
		? t("Unknown Coder variable {0}. Did you mean {1}?", name, first.name)
		: t(
				"Unknown Coder variable {0}. {1} is similar, but isn't the same setting.",
				name,
				first.name,
			);
}

function judgeKnown(variable: Variable, known: KnownVariables): Verdict | undefined {
	const { name, option, other, deprecated, useInstead } = variable;
	const missing = other ? undefined : missingMessage(variable, known);
	if (missing !== undefined) {
		return { kind: "missing", message: missing, replacements: [], quiet: false, near: false };
	}
	// An old name of the server's that other programs read by right.
	if (!deprecated || (option && other)) return undefined;
	const message =
		useInstead.length === 0
			? t("{0} is deprecated.", name)
			: t("{0} is deprecated. Use {1} instead.", name, useInstead.join(", "));
	const replacements = replacementsOf(variable, known);
	const near = replacements.length > 0;
	return { kind: "deprecated", message, replacements, quiet: false, near };
}
