import { t } from "../base/l10n.ts";
import { chartRule } from "../export/helmChart.ts";
import type { KnownVariables } from "../variables/known.ts";
import { acceptsSentence } from "./accepts.ts";
import { optionLike } from "./optionLike.ts";
import type { FileSetting } from "./setting.ts";

/** A problem with a setting in a file. Offsets are in UTF-16 units from the start of the text. */
export interface ValueProblem {
	/**
	 * `refused`: the server doesn't start with the value. `twice`: the list contains the name twice. `chart`: Coder's
	 * chart sets the variable.
	 */
	readonly kind: "refused" | "twice" | "chart";
	readonly name: string;
	readonly from: number;
	readonly to: number;
	/** One or two sentences for the user. */
	readonly message: string;
}

/** The maximum number of problems reported for a text. */
const mostProblems = 200;

/**
 * Finds values that the server rejects, names that occur twice in a list, and names that Coder's Helm chart sets
 * itself.
 *
 * @param isIgnored whether the user ignores a name
 */
export function valueProblems(
	settings: readonly FileSetting[],
	known: KnownVariables,
	isIgnored: (name: string) => boolean,
): ValueProblem[] {
	const problems: ValueProblem[] = [];
	const seen = new Set<string>();
	for (const setting of settings) {
		const { name, nameSpan, value } = setting;
		if (isIgnored(name)) continue;
		const refusal = refusalOf(setting, known);
		if (refusal !== undefined) {
			problems.push({ kind: "refused", name, from: value.from, to: value.to, message: refusal });
		}
		if (value.extra) {
			const message = t(
				"Coder doesn't start with this argument. Write {0} to set a value.",
				`${name}=…`,
			);
			problems.push({ kind: "refused", name, ...value.extra, message });
		}
		if (value.list !== undefined) {
			const place = `${value.list} ${value.branch ?? 0} ${name}`;
			if (seen.has(place)) {
				problems.push({
					kind: "twice",
					name,
					...nameSpan,
					message: t("{0} is set more than once in this list.", name),
				});
			}
			seen.add(place);
		}
		if (value.helm && chartRule(name, known.reportedBy?.version) === "always") {
			const message = t("Coder's Helm chart already sets {0}. Remove it from coder.env.", name);
			problems.push({ kind: "chart", name, ...nameSpan, message });
		}
		if (problems.length >= mostProblems) break;
	}
	return problems;
}

/** Describes what the server accepts instead of a value; undefined if it accepts the value, or if that is unknown. */
function refusalOf({ name, read, text }: FileSetting, known: KnownVariables): string | undefined {
	const variable = known.find(name);
	const option = variable && optionLike(variable);
	if (!variable || !option || !read || text === undefined) return undefined;
	const version = variable.reported ? known.reportedBy?.version : undefined;
	// Earlier versions treat an empty variable as unset.
	if (!variable.reported && text === "") return undefined;
	return read(option, version) === undefined
		? acceptsSentence(option, name, text, version)
		: undefined;
}
