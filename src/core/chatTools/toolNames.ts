/** The chat tools by their names in package.json; a test compares the two. */
export const toolNames = [
	"coderDeployment_getBuild",
	"coderDeployment_searchOptions",
	"coderDeployment_getExperiments",
	"coderDeployment_getStatistics",
	"coderDeployment_getFindings",
	"coderDeployment_getHealth",
	"coderDeployment_getLicense",
	"coderDeployment_compareDeployments",
	"coderDeployment_compareFile",
	"coderDeployment_previewUpgrade",
] as const;

export type ToolName = (typeof toolNames)[number];
