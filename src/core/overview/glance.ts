import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { EndpointId } from "../coder/model.ts";
import { stateOf, type Snapshot } from "../deployments/slot.ts";
import type { DeploymentProblem } from "../deployments/deploymentProblem.ts";
import { needRow, problemRow, sessionRow, sshRow, versionRow } from "./glanceRows.ts";
import type { Need } from "../deployments/attention.ts";
import type { OutlineNode } from "./node.ts";

/** Facts other than the server's responses. */
interface GlanceFacts {
	readonly needs: readonly Need[];
	readonly problem: DeploymentProblem | undefined;
	/** In ms since the epoch. */
	readonly now: number;
}

/**
 * Returns the section with what users of any role look for first: what needs attention, the version, SSH, and the end
 * of the session.
 */
export function glanceSection(
	parent: string,
	snapshot: Snapshot,
	{ needs, problem, now }: GlanceFacts,
): OutlineNode {
	const id = `${parent}/glance`;
	const count = needs.reduce((sum, need) => sum + need.count, 0);
	const words =
		count === 0
			? !problem && isSettled(snapshot)
				? t("All good")
				: undefined
			: count === 1
				? t("1 to check")
				: t("{0} to check", formatCount(count));
	const label = t("At a Glance");
	return {
		id,
		label,
		...(words === undefined ? {} : { description: words }),
		...sectionLook(needs, words !== undefined),
		tooltip: [...needWords(count), checkedWords(snapshot)],
		...(count === 0 ? {} : { spoken: [label, ...needWords(count)].join(". ") }),
		expanded: true,
		children: [
			...(problem ? [problemRow(id, parent, problem)] : []),
			...needs
				.filter(({ section }) => section !== "update" && section !== "session")
				.map((need) => needRow(id, parent, need)),
			...versionRow(id, parent, snapshot, needs),
			...sshRow(id, parent, snapshot),
			...sessionRow(id, parent, snapshot, now),
		],
	};
}

/** Returns the sentence behind the short number on the section's row. */
function needWords(count: number): string[] {
	if (count === 0) return [];
	return [
		count === 1
			? t("1 thing needs your attention.")
			: t("{0} things need your attention.", formatCount(count)),
	];
}

function sectionLook(needs: readonly Need[], isKnown: boolean): Pick<OutlineNode, "icon" | "tone"> {
	if (needs.some(({ severe }) => severe)) return { icon: "error", tone: "bad" };
	if (needs.length > 0) return { icon: "warning", tone: "warning" };
	return isKnown ? { icon: "pass", tone: "good" } : { icon: "eye" };
}

/** Returns the endpoints on which the overall state is based, and their names. */
function checkedParts(): readonly (readonly [EndpointId, string])[] {
	return [
		["updateCheck", t("updates")],
		["apiKey", t("session")],
		["health", t("health")],
		["entitlements", t("license")],
		["deploymentConfig", t("findings")],
	];
}

/** Whether every response that “All good” is based on has arrived, or never will. */
function isSettled(snapshot: Snapshot): boolean {
	const states = checkedParts().map(([id]) => stateOf(snapshot[id]));
	return (
		stateOf(snapshot.buildInfo) === "ready" &&
		!states.some((state) => state === "loading" || state === "notRequested" || state === "failed")
	);
}

function checkedWords(snapshot: Snapshot): string {
	const checked = checkedParts().filter(([id]) => stateOf(snapshot[id]) === "ready");
	return checked.length === 0
		? t("Nothing has been checked yet.")
		: t("Checked: {0}.", checked.map(([, name]) => name).join(", "));
}
