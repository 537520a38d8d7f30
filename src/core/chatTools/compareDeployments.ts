import { changeRow, type ChangeRow } from "../comparison/changeRow.ts";
import { compareOptions } from "../comparison/compare.ts";
import { defaultOptions } from "../comparison/defaults.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { ensureFresh } from "../deployments/ensureFresh.ts";
import type { JsonObject } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { changeFacts, comparedIds } from "./changeFacts.ts";
import { headOf } from "./head.ts";
import { deploymentInput, limitInput, skipInput } from "./inputs.ts";
import { withItems } from "./items.ts";
import { pickDeployment } from "./pickDeployment.ts";
import { shorten } from "./texts.ts";
import { tool } from "./tool.ts";

/** Stands for a side without any configuration. */
const defaults = "defaults";

/** Compares the configuration of two deployments, or of one with the defaults of its version. */
export const compareDeployments = tool(
	{
		left: deploymentInput("left"),
		right: deploymentInput("right"),
		limit: limitInput,
		skip: skipInput,
	},
	async ({ left: leftName = defaults, right: rightName, ...page }, context) => {
		const left = isDefaults(leftName) ? undefined : pickDeployment(context, leftName);
		const right = isDefaults(rightName) ? undefined : pickDeployment(context, rightName);
		const one = left ?? right;
		if (!one || left === right) {
			throw new Error(t("“left” and “right” must not be the same."));
		}
		const sides = [left ?? one, right ?? one];
		await Promise.all(
			[...new Set(sides)].map((side) =>
				ensureFresh(side, comparedIds, context.now(), context.signal),
			),
		);
		const head = { left: sideOf(left, one), right: sideOf(right, one) };
		const [leftOptions, rightOptions] = [optionsOf(left, one), optionsOf(right, one)];
		if (!leftOptions || !rightOptions) return head;
		const rows = compareOptions(leftOptions, rightOptions).map(changeRow);
		return withItems(
			{ ...head, changesByKind: countKinds(rows) },
			"changes",
			rows.map(changeFacts),
			page,
		);
	},
);

function isDefaults(name: string | undefined): boolean {
	return name?.trim().toLowerCase() === defaults;
}

/** @param other provides the defaults for a side without a deployment */
function sideOf(side: Deployment | undefined, other: Deployment): JsonObject {
	const version = shownValue((side ?? other).snapshot.buildInfo)?.version;
	return {
		...(side ? headOf(side, comparedIds) : { defaultsOf: shorten(other.saved.name, 100) }),
		...(version !== undefined && { version }),
	};
}

function optionsOf(
	side: Deployment | undefined,
	other: Deployment,
): readonly DeploymentOption[] | undefined {
	const options = shownValue((side ?? other).snapshot.deploymentConfig)?.options;
	return side ? options : options && defaultOptions(options);
}

function countKinds(rows: readonly ChangeRow[]): JsonObject {
	const counts: Record<string, number> = {};
	for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
}
