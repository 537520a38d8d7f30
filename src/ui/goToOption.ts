import * as vscode from "vscode";
import { configView } from "../core/configView.ts";
import type { Deployment } from "../core/deployment.ts";
import { t } from "../core/l10n.ts";
import { loadedConfig } from "./loadedConfig.ts";

/** Asks for one of a deployment's options; what is typed is looked for in name, variable, flag, group and value. */
export async function askForOption(deployment: Deployment): Promise<string | undefined> {
	const picked = await vscode.window.showQuickPick(
		loadedConfig(deployment).then((config) =>
			configView(config).groups.flatMap(({ path, rows }) =>
				rows.map((row) => ({
					label: row.name,
					description: [row.env, row.flag].filter(Boolean).join(" "),
					detail: [path.join(" › "), row.value.lines.join(", ")].filter(Boolean).join(" — "),
					id: row.id,
				})),
			),
		),
		{
			title: t("Go to Option of {0}", deployment.known.name),
			placeHolder: t("Name, variable, flag or value of an option"),
			matchOnDescription: true,
			matchOnDetail: true,
		},
	);
	return picked?.id;
}
