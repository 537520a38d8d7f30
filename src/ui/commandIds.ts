/** Every command, once. A test compares this list with package.json. */
export const commandIds = {
	signIn: "coderDeployment.signIn",
	signOut: "coderDeployment.signOut",
	refresh: "coderDeployment.refresh",
	refreshSection: "coderDeployment.refreshSection",
	openConfiguration: "coderDeployment.openConfiguration",
	openConfigurationJson: "coderDeployment.openConfigurationJson",
	checkForUpdates: "coderDeployment.checkForUpdates",
	openDashboard: "coderDeployment.openDashboard",
	openInBrowser: "coderDeployment.openInBrowser",
	copyValue: "coderDeployment.copyValue",
	copyDeploymentId: "coderDeployment.copyDeploymentId",
	copySummary: "coderDeployment.copySummary",
	reportCspViolation: "coderDeployment.reportCspViolation",
	showActions: "coderDeployment.showActions",
	showLog: "coderDeployment.showLog",
} as const;
