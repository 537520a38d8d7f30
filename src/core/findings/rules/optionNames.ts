import { t } from "../../base/l10n.ts";
import type { DeploymentOption } from "../../coder/model.ts";

/** The maximum number of names to list. The remaining ones are only counted. */
const mostListed = 5;

/** Returns names in one line, the first few of many. */
export function listed(names: readonly string[]): string {
	const more = names.length - mostListed;
	return [...names.slice(0, mostListed), ...(more > 0 ? [t("{0} more", more)] : [])].join("; ");
}

/** Returns the name by which an option is set: its variable, otherwise its flag. */
export const named = ({ env, flag, name }: Pick<DeploymentOption, "env" | "flag" | "name">) =>
	env ?? (flag ? `--${flag}` : name);

/** Returns the names that replace an option. */
export const successors = ({ useInstead }: DeploymentOption) => useInstead.map(named).join(", ");
