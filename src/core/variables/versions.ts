import { t } from "../base/l10n.ts";
import type { KnownVariables, Variable } from "./known.ts";
import { releaseAfter } from "./releases.ts";

/**
 * Describes an option that the deployment's version, or every newer version, doesn't have; undefined if it is
 * available.
 */
export function missingMessage(variable: Variable, known: KnownVariables): string | undefined {
	const { name, releases, reported } = variable;
	const gone = releases.last === undefined ? undefined : releaseAfter(releases.last);
	if (reported) return undefined;
	if (!known.hasDeployment) {
		return gone === undefined ? undefined : t("Coder removed {0} in {1}.", name, gone);
	}
	const former = known.formerName(name);
	const who = deploymentOf(known);
	if (former !== undefined) {
		return t("{0} doesn't know {1}. Its version calls this option {2}.", who, name, former);
	}
	if (gone !== undefined)
		return t("{0} doesn't know {1}. Coder removed it in {2}.", who, name, gone);
	return releases.since === undefined || releases.since === "main"
		? t("{0} doesn't know {1}. Other versions of Coder do.", who, name)
		: t("{0} doesn't know {1}. Coder added it in {2}.", who, name, releases.since);
}

/** Returns a deployment's name, with its version if known: `Production (v2.15.0)`. */
function deploymentOf({ reportedBy }: KnownVariables): string {
	if (!reportedBy) return t("This deployment");
	const version = reportedBy.version?.split("+")[0];
	return version ? `${reportedBy.name} (${version})` : reportedBy.name;
}
