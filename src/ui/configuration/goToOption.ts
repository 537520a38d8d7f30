import { configView } from "../../core/configuration/configView.ts";
import { searchedName } from "../../core/configuration/pastedName.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { loadedConfig } from "../app/loadedConfig.ts";
import type { PickItem } from "../messages/pickItem.ts";
import { askSearchPick } from "../messages/searchPick.ts";

interface OptionItem extends PickItem {
	readonly id: string;
}

/** Asks for one of a deployment's options; what is typed is looked for in name, variable, flag, group and value. */
export async function askForOption(deployment: Deployment): Promise<string | undefined> {
	const picked = await askSearchPick(optionItems(deployment), {
		title: t("Go to Option of {0}", deployment.known.name),
		placeholder: t("Name, environment variable, flag, or value of an option"),
		matchOnDescription: true,
		matchOnDetail: true,
		searched: searchedName,
	});
	return picked?.id;
}

async function optionItems(deployment: Deployment): Promise<OptionItem[]> {
	const { groups } = configView(await loadedConfig(deployment));
	return groups.flatMap(({ path, rows }) =>
		rows.map(({ id, name, env, flag, shorthand, yamlPath, value }) => ({
			id,
			label: name,
			description: [env, flag, shorthand, yamlPath].filter(Boolean).join(" "),
			detail: [path.join(" › "), value.lines.join(", ")].filter(Boolean).join(" — "),
		})),
	);
}
