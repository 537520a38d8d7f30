import type { ApiFailure } from "../http/failure.ts";
import { t } from "../base/l10n.ts";
import type { EndpointId } from "../coder/model.ts";
import { failsAsAWhole } from "../deployments/condition.ts";
import { stateOf, type Slot, type Snapshot } from "../deployments/slot.ts";
import { failureCommand } from "./failureCommand.ts";
import type { OutlineNode } from "./node.ts";

/** The parts of a section. */
export interface SectionParts {
	/** The deployment's key. */
	readonly parent: string;
	readonly name: string;
	readonly label: string;
	readonly icon: string;
	readonly snapshot: Snapshot;
	/** The endpoints that the section shows. The first one determines its state. */
	readonly from: readonly [EndpointId, ...EndpointId[]];
	/** The description while the section is collapsed. */
	readonly description?: string;
	readonly more?: Partial<OutlineNode>;
	readonly tooltip: readonly string[];
	/** Returns the rows of the available values. Called for ready and for stale sections. */
	readonly rows: (id: string) => readonly OutlineNode[];
}

/** Returns a section in the state of its endpoint, so that the states of all sections look alike. */
export function section(parts: SectionParts): OutlineNode {
	const id = `${parts.parent}/${parts.name}`;
	const slot: Slot<unknown> = parts.snapshot[parts.from[0]];
	const state = stateOf(slot);
	const node = {
		id,
		label: parts.label,
		icon: parts.icon,
		tooltip: parts.tooltip,
		refreshes: parts.from,
		...(slot.at === undefined ? {} : { at: slot.at }),
	};
	const quiet = failsAsAWhole(slot, parts.snapshot);
	switch (state) {
		case "ready":
			return ready(node, parts);
		case "stale":
			if (quiet) return ready(node, parts);
			return {
				...node,
				description: [parts.description, t("out of date")].filter(Boolean).join(" · "),
				...parts.more,
				children: [problemRow(parts, slot.failure, t("Out of date")), ...parts.rows(id)],
			};
		case "loading":
		case "notRequested":
			return { ...node, children: [loadingRow(id, state === "loading")] };
		default: {
			const [label, icon] = problemLabel(state);
			return {
				...node,
				...(quiet ? {} : { description: label }),
				...(state === "forbidden" && slot.failure ? { forbidden: slot.failure } : {}),
				children: [problemRow(parts, slot.failure, label, icon)],
			};
		}
	}
}

function ready(node: OutlineNode, { description, more, rows }: SectionParts): OutlineNode {
	return {
		...node,
		...(description === undefined ? {} : { description }),
		...more,
		children: rows(node.id),
	};
}

function loadingRow(parent: string, running: boolean): OutlineNode {
	return running
		? { id: `${parent}/loading`, label: t("Loading…"), icon: "loading~spin" }
		: {
				id: `${parent}/loading`,
				label: t("Not loaded yet"),
				icon: "circle-outline",
				tone: "muted",
			};
}

function problemLabel(
	state:
		"forbidden" | "unsupported" | "notReady" | "heldBack" | "signedOut" | "unreachable" | "failed",
): [label: string, icon: string] {
	switch (state) {
		case "forbidden":
			return [t("Not permitted"), "lock"];
		case "unsupported":
			return [t("Not on this server"), "circle-slash"];
		case "notReady":
			return [t("Not ready yet"), "watch"];
		case "heldBack":
			return [t("Not checked"), "question"];
		case "signedOut":
			return [t("Session ended"), "account"];
		case "unreachable":
			return [t("Unreachable"), "debug-disconnect"];
		case "failed":
			return [t("Failed"), "error"];
	}
}

/** Returns the row that shows the problem. Its hover shows what to do; selecting it does so. */
function problemRow(
	{ parent, name, from }: SectionParts,
	failure: ApiFailure | undefined,
	label: string,
	icon = "warning",
): OutlineNode {
	const row: OutlineNode = {
		id: `${parent}/${name}/problem`,
		label,
		icon,
		...(icon === "warning" || icon === "error" ? { tone: "warning" } : {}),
	};
	if (!failure) return row;
	const { message, advice, requestId } = failure;
	const command = failureCommand(failure, parent, from);
	return {
		...row,
		description: message,
		tooltip: [message, ...failureFacts(failure), t("Select this row to run “{0}”.", command.title)],
		spoken: `${label}. ${message} ${advice} ${command.title}`,
		copy: [message, advice, requestId].filter(Boolean).join(" "),
		command,
	};
}

/** Returns what the hover adds to a failure's message. */
export function failureFacts(failure: ApiFailure): string[] {
	return [
		failure.advice,
		...(failure.requestId === undefined ? [] : [t("Request ID: {0}", failure.requestId)]),
	];
}
