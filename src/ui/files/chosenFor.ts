import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import {
	chooseDeployment,
	type ChosenDeployment,
	type FileDeployment,
} from "../../core/files/chooseDeployment.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import { settings } from "../app/settings.ts";
import { matchesGlob, type Located } from "./matchesGlob.ts";
import type { SignedIn } from "./signedIn.ts";

interface Candidate extends FileDeployment {
	readonly deployment: Deployment;
}

/** Returns the deployment that a file configures. */
export function chosenFor(
	document: Located,
	found: readonly FileSetting[],
	{ list, active }: SignedIn,
): ChosenDeployment<Candidate> | undefined {
	const candidates = list.map(candidateOf);
	return chooseDeployment(
		accessUrls(found),
		settings.fileDeployments(),
		(glob) => matchesGlob(patternOf(glob, document), document),
		candidates,
		candidates.find(({ deployment }) => deployment === active),
	);
}

function candidateOf(deployment: Deployment): Candidate {
	const { name, url } = deployment.saved;
	const accessUrl = deployment.snapshot.buildInfo.value?.dashboardUrl;
	return { deployment, name, url, ...(accessUrl !== undefined && { accessUrl }) };
}

function accessUrls(found: readonly FileSetting[]): string[] {
	return found.flatMap(({ name, text }) =>
		text !== undefined && (name === "CODER_ACCESS_URL" || name === "networking.accessURL")
			? [text]
			: [],
	);
}

/** Returns a glob relative to the workspace folder that contains the document. */
function patternOf(glob: string, { uri }: Located): vscode.GlobPattern {
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	return folder ? new vscode.RelativePattern(folder, glob) : glob;
}
