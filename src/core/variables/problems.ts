import { t } from "../base/l10n.ts";
import type { Form } from "./forms.ts";
import type { KnownVariables, Variable } from "./known.ts";
import { numberedName } from "./numbered.ts";
import { isCommandFlag, nearestFlags, serverFlag } from "./serverFlags.ts";
import { scan, type Occurrence } from "./scan.ts";
import { replacementsOf, suggestionsFor, type Suggestion } from "./suggest.ts";
import { missingMessage } from "./versions.ts";

/** A name with a problem. Offsets are in UTF-16 units from the start of the text. */
export interface Problem {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	/** `missing`: the deployment's version, or every supported one, doesn't have the option. */
	readonly kind: "deprecated" | "unknown" | "missing";
	/** One or two sentences for the user. */
	readonly message: string;
	/** Names that can replace it, best first: those whose value has the same meaning. */
	readonly replacements: readonly string[];
	/** Whether the name may well be valid: it is unknown, but similar to no other name. */
	readonly quiet: boolean;
}

/** The maximum number of problems reported for a text. */
export const mostProblems = 200;

/**
 * Finds the problems with names in a text.
 *
 * @param isIgnored whether the user ignores a name
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
 * Finds deprecated and unknown names that are given a value; ignores references and comments. A name that a script
 * assigns for itself is reported only if it is almost the name of an option. A name that resembles no other is reported
 * only in a list or map that also sets an option, because otherwise it is likely a pipeline's or an image's own.
 *
 * @param isIgnored whether the user ignores a name
 */
export function problemsAmong(
	names: readonly Occurrence[],
	known: KnownVariables,
	isIgnored: (name: string) => boolean,
): Problem[] {
	const problems: Problem[] = [];
	const reported = new Map<string, Verdict | undefined>();
	const servers = listsWithOptions(names, known);
	for (const { name, start, end, role, value } of names) {
		if (role !== "setting" && role !== "local") continue;
		if (!reported.has(name)) reported.set(name, isIgnored(name) ? undefined : judge(name, known));
		const verdict = reported.get(name);
		if (!verdict || (role === "local" && !verdict.near)) continue;
		const { kind, message, replacements, quiet } = verdict;
		// A flag is the server's in any case.
		const isServers = name.startsWith("-") || servers.has(value?.list);
		if (kind === "unknown" && quiet && !isServers) continue;
		problems.push({ name, start, end, kind, message, replacements, quiet });
		if (problems.length === mostProblems) break;
	}
	return problems;
}

/** Returns the lists that set an option of the server; undefined stands for all names that aren't in a list. */
function listsWithOptions(
	names: readonly Occurrence[],
	known: KnownVariables,
): ReadonlySet<number | undefined> {
	const lists = new Set<number | undefined>();
	for (const { name, role, value } of names) {
		if (role !== "setting" || name.startsWith("-") || lists.has(value?.list)) continue;
		if (known.find(name)?.option) lists.add(value?.list);
	}
	return lists;
}

/** Returns the names that are given a value in a text. */
export function namesSet(text: string, form: Form): ReadonlySet<string> {
	const set = scan(text, form).filter(({ role }) => role === "setting" || role === "local");
	return new Set(set.map(({ name }) => name));
}

interface Verdict extends Pick<Problem, "kind" | "message" | "replacements" | "quiet"> {
	/**
	 * Whether the name almost is, or was, the name of an option, which makes it worth reporting even as a script's own
	 * variable.
	 */
	readonly near: boolean;
}

/** Returns the problem with a name; undefined if there is none. */
export function judge(name: string, known: KnownVariables): Verdict | undefined {
	if (name.startsWith("-")) return judgeFlag(name, known);
	const variable = known.find(name);
	if (variable && !variable.other?.family) return judgeKnown(variable, known);
	// Names that users choose are always valid.
	if (variable?.other?.chosen) return undefined;
	// Coder's own names have no lowercase letters, except in families whose names users complete.
	if (/[a-z]/.test(name)) return undefined;
	const suggestions = suggestionsFor(name, known);
	const [first] = suggestions;
	// For other families, not all names are known. Only misspellings are reported.
	if (variable && !numberedName(name) && !first?.keepsMeaning) return undefined;
	return {
		kind: "unknown",
		message: unknownMessage(name, first),
		replacements: suggestions.filter((one) => one.replaces).map((one) => one.name),
		quiet: first?.keepsMeaning !== true,
		near: first?.near === true && first.replaces,
	};
}

/** Returns the problem with a flag of the server, which doesn't start with an unknown one. */
function judgeFlag(name: string, known: KnownVariables): Verdict | undefined {
	const variable = known.find(name);
	if (variable) {
		const verdict = judgeKnown(variable, known);
		const replacements = verdict?.replacements.flatMap((env) => known.flagOf(env) ?? []) ?? [];
		return verdict && { ...verdict, replacements };
	}
	if (serverFlag(name) || isCommandFlag(name)) return undefined;
	const [similar] = nearestFlags(name);
	return {
		kind: "unknown",
		message:
			similar === undefined
				? t("Unknown flag {0}. The server doesn't start with a flag that it doesn't know.", name)
				: t("Unknown flag {0}. Did you mean {1}?", name, similar),
		replacements: similar === undefined ? [] : [similar],
		quiet: similar === undefined,
		near: similar !== undefined,
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
	// A deprecated name of the server that other programs still use.
	if (!deprecated || (option && other)) return undefined;
	const message =
		useInstead.length === 0
			? t("{0} is deprecated.", name)
			: t("{0} is deprecated. Use {1} instead.", name, useInstead.join(", "));
	const replacements = replacementsOf(variable, known);
	const near = replacements.length > 0;
	return { kind: "deprecated", message, replacements, quiet: false, near };
}
