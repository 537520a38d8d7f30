import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CoderDeploymentApi } from "../../../src/api.ts";
import {
	secretMark,
	startSampleDeployment,
	tokenMark,
	type SampleDeployment,
} from "../../sample-deployment/server.ts";

/** A sample deployment that the extension in this VS Code is signed in to. */
export interface SignedInSample {
	readonly sample: SampleDeployment;
	/** The deployment's ID in the API for other extensions. */
	readonly id: string;
	/** Signs out and stops the sample. */
	readonly close: () => Promise<void>;
}

/**
 * Signs in to a sample with the CLI's environment variables, and confirms as a user would. The extension reads them
 * when it's first needed, so nothing else may have needed it before.
 *
 * @param need returns the extension's API, and may be the first to need it
 */
export async function signedInSample(
	need: () => Promise<CoderDeploymentApi>,
): Promise<SignedInSample> {
	const sample = await startSampleDeployment();
	process.env["CODER_URL"] = sample.url;
	process.env["CODER_SESSION_TOKEN"] = sample.tokens.owner;
	try {
		const id = await firstDeployment(await need());
		const close = async (): Promise<void> => {
			await vscode.commands.executeCommand("coderDeployment.signOut", id);
			await sample.close();
		};
		return { sample, id, close };
	} finally {
		delete process.env["CODER_URL"];
		delete process.env["CODER_SESSION_TOKEN"];
	}
}

/** Asserts that a text contains none of the sample's secrets, and neither a token nor the account. */
export function assertClean(text: string): void {
	for (const word of [secretMark, tokenMark, "SampleOwnr", "mira", "Mira"]) {
		assert.ok(!text.includes(word), word);
	}
}

/** Returns the ID of the deployment once the user is signed in. */
async function firstDeployment(api: CoderDeploymentApi): Promise<string> {
	for (;;) {
		const [deployment] = await api.getDeployments();
		if (deployment) return deployment.id;
		for (const press of agreeing) await vscode.commands.executeCommand(press);
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

/** Selects "Sign In" in the notification, and confirms the account that is shown next. */
const agreeing = [
	"notifications.focusToasts",
	"notification.acceptPrimaryAction",
	"workbench.action.acceptSelectedQuickOpenItem",
] as const;
