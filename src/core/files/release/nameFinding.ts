import { t } from "../../base/l10n.ts";
import type { DeploymentOption } from "../../coder/model.ts";
import { mainBuild, releaseName } from "../../coder/release.ts";
import { aliasOf, needsBothNames } from "../../options/aliases.ts";
import { stateIn, type OptionHistory } from "../../releases/optionHistory.ts";
import { optionHistories } from "../../releases/options.ts";
import { formerOption } from "../../variables/bundled.ts";
import { isDeprecatedIn, optionOf } from "../../variables/optionOf.ts";
import type { FileSetting } from "../setting.ts";
import type { Finding } from "./releaseProblem.ts";
import type { ReleaseReference } from "./releaseReference.ts";

/**
 * Checks a variable's name against a release, which may not have it yet, may have removed it, or may have deprecated it.
 *
 * @param isSet whether the file also sets another variable
 */
export function nameFinding(
	{ name, nameSpan }: FileSetting,
	reference: ReleaseReference,
	isSet: (name: string) => boolean,
): Finding | undefined {
	const history = optionHistories().get(name);
	if (!history) return undefined;
	const option = reference.byEnv.get(name);
	if (!option) return { ...nameSpan, ...missing(name, history, reference, isSet) };
	const state = stateIn(history, reference.release);
	if (!state || !isDeprecatedIn(name, state)) return undefined;
	const successors = option.useInstead.flatMap(({ env }) => env ?? []);
	if (needsBothNames(option)) {
		const other = successors.find((one) => reference.byEnv.has(one) && !isSet(one));
		if (other === undefined) return undefined;
		const message = t("Coder ignores {0} unless {1} is set too.", name, other);
		return { ...nameSpan, kind: "ignored", message };
	}
	const message =
		successors.length === 0
			? t("{0} is deprecated.", name)
			: t("{0} is deprecated. Use {1} instead.", name, successors.join(", "));
	return { ...nameSpan, kind: "deprecated", message, ...replacedBy(option, reference, isSet) };
}

/** Describes a variable that the release doesn't have, which the server ignores. */
function missing(
	name: string,
	history: OptionHistory,
	reference: ReleaseReference,
	isSet: (name: string) => boolean,
): Pick<Finding, "kind" | "message" | "replacement"> {
	const { release, byEnv } = reference;
	const kind = "ignored";
	if (history.last !== undefined && history.last < release) {
		const gone = releaseName(history.last + 1);
		const state = stateIn(history, history.last);
		const message = t("{0} has no effect. Coder removed it in {1}.", name, gone);
		const successor = state && replacedBy(optionOf(history, state), reference, isSet);
		return { kind, message, ...successor };
	}
	const former = formerOption(name, (one) => byEnv.has(one));
	if (former?.env !== undefined) {
		const isFree = !needsBothNames(former) && !isSet(former.env);
		return {
			kind,
			message: t("{0} has no effect. This version calls it {1}.", name, former.env),
			...(isFree && { replacement: former.env }),
		};
	}
	return {
		kind,
		message:
			history.since === mainBuild
				? t("{0} has no effect. Only later versions of Coder have it.", name)
				: t("{0} has no effect. Coder added it in {1}.", name, releaseName(history.since)),
	};
}

/** Returns the variable that sets the same value, if the release has it and the file doesn't set it. */
function replacedBy(
	option: DeploymentOption,
	{ byEnv }: ReleaseReference,
	isSet: (name: string) => boolean,
): Pick<Finding, "replacement"> {
	const alias = needsBothNames(option) ? undefined : aliasOf(option);
	// If the file sets both, one option would have two values.
	return alias === undefined || !byEnv.has(alias) || isSet(alias) ? {} : { replacement: alias };
}
