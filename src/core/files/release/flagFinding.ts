import { t } from "../../base/l10n.ts";
import { mainBuild, releaseName } from "../../coder/release.ts";
import { aliasOf, needsBothNames } from "../../options/aliases.ts";
import { stateIn, type OptionHistory } from "../../releases/optionHistory.ts";
import { isDeprecatedIn, optionOf } from "../../variables/optionOf.ts";
import { serverFlag } from "../../variables/serverFlags.ts";
import type { FileSetting } from "../setting.ts";
import type { Finding } from "./releaseProblem.ts";
import type { ReleaseReference } from "./releaseReference.ts";

/**
 * Checks a flag against a release. Unlike variables, the server doesn't start with flags that it doesn't have.
 *
 * @param isSet whether the file also sets another flag
 */
export function flagFinding(
	{ name, nameSpan }: FileSetting,
	{ release, byEnv }: ReleaseReference,
	isSet: (name: string) => boolean,
): Finding | undefined {
	const flag = serverFlag(name);
	if (!flag) return undefined;
	const state = stateIn(flag.history, release);
	if (!state || `--${state.flag}` !== flag.name) {
		return { ...nameSpan, kind: "refused", message: missing(name, flag.history, release) };
	}
	if (!isDeprecatedIn(flag.history.id, state)) return undefined;
	const option = optionOf(flag.history, state);
	const flagOf = (env: string | undefined): string | undefined => {
		const successor = byEnv.get(env ?? "")?.flag;
		return successor === undefined ? undefined : `--${successor}`;
	};
	const successors = option.useInstead.flatMap(({ env }) => flagOf(env) ?? []);
	const replacement = needsBothNames(option) ? undefined : flagOf(aliasOf(option));
	return {
		...nameSpan,
		kind: "deprecated",
		message:
			successors.length === 0
				? t("{0} is deprecated.", name)
				: t("{0} is deprecated. Use {1} instead.", name, successors.join(", ")),
		...(replacement !== undefined && !isSet(replacement) && { replacement }),
	};
}

function missing(name: string, { since, last }: OptionHistory, release: number): string {
	if (last !== undefined && last < release) {
		return t("Coder doesn't start with {0}. Coder removed it in {1}.", name, releaseName(last + 1));
	}
	return since === mainBuild
		? t("Coder doesn't start with {0}. Only later versions of Coder have it.", name)
		: t("Coder doesn't start with {0}. Coder added it in {1}.", name, releaseName(since));
}
