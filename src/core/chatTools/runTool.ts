import { t } from "../base/l10n.ts";
import { compareFile } from "./compareFile.ts";
import { compareDeployments } from "./compareDeployments.ts";
import { getBuild } from "./getBuild.ts";
import { getExperiments } from "./getExperiments.ts";
import { getFindings } from "./getFindings.ts";
import { getHealth } from "./getHealth.ts";
import { getLicense } from "./getLicense.ts";
import { getStatistics } from "./getStatistics.ts";
import { maxResultBytes } from "./items.ts";
import { previewUpgrade } from "./previewUpgrade.ts";
import { searchOptions } from "./searchOptions.ts";
import { plainData } from "./texts.ts";
import type { Tool, ToolContext } from "./tool.ts";
import type { ToolName } from "./toolNames.ts";

/** The implementation of each tool. */
export const tools: Readonly<Record<ToolName, Tool>> = {
	coderDeployment_getBuild: getBuild,
	coderDeployment_searchOptions: searchOptions,
	coderDeployment_getExperiments: getExperiments,
	coderDeployment_getStatistics: getStatistics,
	coderDeployment_getFindings: getFindings,
	coderDeployment_getHealth: getHealth,
	coderDeployment_getLicense: getLicense,
	coderDeployment_compareDeployments: compareDeployments,
	coderDeployment_compareFile: compareFile,
	coderDeployment_previewUpgrade: previewUpgrade,
};

/**
 * Runs a chat tool.
 *
 * @returns its result as JSON of at most {@link maxResultBytes}, without secrets
 * @throws Error with a sentence for the model if the input is invalid, and the signal's reason once it is aborted
 */
export async function runTool(
	name: ToolName,
	input: unknown,
	context: ToolContext,
): Promise<string> {
	const text = JSON.stringify(plainData(await tools[name].run(input, context)));
	// Lists have already been shortened. The rest is small unless a server is malicious.
	if (Buffer.byteLength(text) > maxResultBytes) {
		throw new Error(t("The deployment's answer is too long to return."));
	}
	return text;
}
