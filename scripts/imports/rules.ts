/** Circles of imports that are still there; each is to be broken, and none is to be added. */
export const circlesLeft: readonly (readonly string[])[] = [
	[
		"src/core/base/bounds.ts",
		"src/core/base/checkJsonText.ts",
		"src/core/base/format.ts",
		"src/core/base/json.ts",
		"src/core/coder/model.ts",
	],
	["src/core/http/client.ts", "src/core/http/sessionToken.ts", "src/core/http/tokenScope.ts"],
	["src/core/statistics/compactFile.ts", "src/core/statistics/sampleLog.ts"],
	[
		"src/core/variables/forms/env.ts",
		"src/core/variables/forms/loose.ts",
		"src/core/variables/forms/shell.ts",
	],
	["src/ui/statistics/statsPanel.ts", "src/ui/statistics/statsPanels.ts"],
	[
		"src/ui/app/documents.ts",
		"src/ui/app/yaml.ts",
		"src/ui/comparison/compareDocuments.ts",
		"src/ui/comparison/comparePanel.ts",
		"src/ui/comparison/comparePanels.ts",
		"src/ui/configuration/yamlFeatures.ts",
	],
	[
		"src/ui/app/onDemand.ts",
		"src/ui/findings/audits.ts",
		"src/ui/findings/copyFindings.ts",
		"src/ui/findings/findingActions.ts",
		"src/ui/findings/findingDiagnostics.ts",
		"src/ui/findings/findingDocuments.ts",
		"src/ui/history/history.ts",
		"src/ui/history/historyCommands.ts",
		"src/ui/overview/overview.ts",
		"src/ui/statistics/stats.ts",
	],
];

/** What VS Code loads at activation, and what is loaded only once somebody is signed in or asks for something. */
export const entry = "src/extension.ts";
export const app = "src/ui/app/app.ts";
