import type { ChangeRow, ShownSide } from "../comparison/changeRow.ts";
import type { JsonObject } from "../base/json.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { valueText } from "./optionAnswer.ts";

/** The endpoints needed to compare a deployment. */
export const comparedIds = ["deploymentConfig", "buildInfo"] as const;

/** Returns the facts about a changed option for a model. */
export function changeFacts({ name, env, kind, left, right, deprecated }: ChangeRow): JsonObject {
	return omitUndefined({
		name,
		env,
		kind,
		left: left && sideFacts(left),
		right: right && sideFacts(right),
		deprecated: deprecated || undefined,
	});
}

function sideFacts({ value, source }: ShownSide): JsonObject {
	return { value: valueText(value), ...(source && { source }) };
}
