import { configView } from "../../core/configuration/configView.ts";
import {
	rankedOptions,
	rankOptions,
	type RankedOption,
} from "../../core/configuration/rankOptions.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { loadedConfig } from "../app/loadedConfig.ts";
import type { PickItem } from "../messages/pickItem.ts";
import { askSearchPick } from "../messages/searchPick.ts";

type OptionItem = PickItem & RankedOption;

/** Asks for one of a deployment's options, and lists those that match the input as {@link rankOptions} does. */
export async function askForOption(deployment: Deployment): Promise<string | undefined> {
	const picked = await askSearchPick(optionItems(deployment), {
		title: t("Go to Option in {0}", deployment.saved.name),
		placeholder: t("Name, environment variable, flag, YAML path, or words of an option"),
		search: rankOptions,
	});
	return picked?.row.id;
}

async function optionItems(deployment: Deployment): Promise<OptionItem[]> {
	const { groups } = configView(await loadedConfig(deployment));
	return rankedOptions(groups).map((option) => {
		const { group, row } = option;
		const { name, env, flag, shorthand, yamlPath, value } = row;
		return {
			...option,
			label: name,
			description: [env, flag, shorthand, yamlPath].filter(Boolean).join(" "),
			detail: [group.path.join(" › "), value.lines.join(", ")].filter(Boolean).join(" — "),
		};
	});
}
