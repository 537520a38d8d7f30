import type { DeploymentOption } from "../coder/model.ts";
import { isChanged } from "../options/optionFacts.ts";
import { optionHistories } from "../releases/options.ts";
import { successorsOf } from "../releases/optionHistory.ts";
import { optionOf } from "../variables/optionOf.ts";
import type { Edition } from "./edition.ts";

/**
 * Returns a deployment's options as the later version would report them: without those that it doesn't have, and with
 * the replacement of each deprecated one, which has the same value. Exporting these can replace the deprecated names.
 */
export function upgradedOptions(
	options: readonly DeploymentOption[],
	to: Edition,
): DeploymentOption[] {
	const handled = new Set(options.map(({ id }) => id));
	return options.flatMap((option) => {
		const [state, history] = [to.states.get(option.id), optionHistories().get(option.id)];
		if (!state) return [];
		if (!history || option.useInstead.length > 0) return [option];
		const { useInstead } = optionOf(history, state);
		const successors = isChanged(option) ? successorsOf(state) : [];
		const added = successors.flatMap((id) => {
			const [current, later] = [optionHistories().get(id), to.states.get(id)];
			if (!current || !later || handled.has(id)) return [];
			handled.add(id);
			const { value, valueSource } = option;
			return [
				{
					...optionOf(current, later),
					...(value !== undefined && { value }),
					...(valueSource !== undefined && { valueSource }),
				},
			];
		});
		return [{ ...option, useInstead }, ...added];
	});
}
