import { t } from "../base/l10n.ts";
import type { EndpointId } from "../coder/model.ts";
import { stateOf, type Snapshot } from "../deployments/slot.ts";
import type { ApiFailure } from "../http/failure.ts";
import { failureCommand } from "./failureCommand.ts";
import type { OutlineNode } from "./node.ts";

/** Returns parts of sections that are hidden without a permission, and their names. */
function partNames(): readonly (readonly [EndpointId, string])[] {
	return [
		["licenses", t("License term")],
		["replicas", t("Servers")],
		["provisionerDaemons", t("Provisioner Daemons")],
	];
}

/**
 * Returns one row for everything that this account or token can't read, with a row for each section and part; nothing
 * if it can read everything.
 *
 * @param sections the sections that were left out
 */
export function notPermittedRow(
	parent: string,
	snapshot: Snapshot,
	sections: readonly OutlineNode[],
): OutlineNode[] {
	const id = `${parent}/not-permitted`;
	const whole = sections.map(({ label, icon, forbidden, refreshes = [] }) => ({
		label,
		icon,
		failure: forbidden,
		ids: refreshes,
	}));
	const parts = partNames()
		.filter(([part]) => stateOf(snapshot[part]) === "forbidden")
		.map(([part, label]) => ({
			label,
			icon: undefined,
			failure: snapshot[part].failure,
			ids: [part],
		}));
	const hidden = [...whole, ...parts];
	if (hidden.length === 0) return [];
	return [
		{
			id,
			label: t("Not visible to you"),
			description: hidden.map(({ label }) => label).join(", "),
			icon: "lock",
			tone: "muted",
			tooltip: [t("Your account or session token can't read these.")],
			refreshes: ["permissions", ...new Set(hidden.flatMap(({ ids }) => ids))],
			children: hidden.map(({ label, icon = "lock", failure }) => ({
				id: `${id}/${label}`,
				label,
				icon,
				tone: "muted",
				...(failure ? failureLook(label, failure, parent) : {}),
			})),
		},
	];
}

function failureLook(
	label: string,
	failure: ApiFailure,
	parent: string,
): Pick<OutlineNode, "command" | "copy" | "description" | "spoken" | "tooltip"> {
	const { message, advice } = failure;
	const command = failureCommand(failure, parent, []);
	return {
		description: message,
		tooltip: [advice, t("Select this row to run “{0}”.", command.title)],
		spoken: `${label}. ${message} ${advice} ${command.title}`,
		copy: `${message} ${advice}`,
		command,
	};
}
