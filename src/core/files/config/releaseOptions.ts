import type { DeploymentOption } from "../../coder/model.ts";
import { defaultValue } from "../../coder/optionValue.ts";
import type { Release } from "../../coder/release.ts";
import { stateIn } from "../../releases/optionHistory.ts";
import { optionHistories } from "../../releases/options.ts";
import { optionOf, typeOf } from "../../variables/optionOf.ts";
import { zeroOf } from "../optionLike.ts";

/** Returns the options of a release from the bundled table: without descriptions, but with defaults. */
export function releaseOptions(release: Release): DeploymentOption[] {
	return [...optionHistories().values()].flatMap((history): DeploymentOption[] => {
		const state = stateIn(history, release);
		if (!state) return [];
		const type = typeOf(history.id, state);
		const option = {
			...optionOf(history, state),
			value: zeroOf(type),
			...(typeof type === "object" && { choices: type }),
		};
		const { value: _value, ...withoutValue } = option;
		return [
			option.secret ? withoutValue : { ...option, value: defaultValue(option) ?? option.value },
		];
	});
}
