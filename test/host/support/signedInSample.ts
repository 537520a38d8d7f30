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
	/** The deployment's id in the interface for other extensions. */
	readonly id: string;
	/** Signs out and ends the sample. */
	readonly close: () => Promise<void>;
}

/**
 * Signs in to a sample as the CLI's variables ask for, and as a person does who agrees to it. They are read when the
 * extension is needed for the first time, so nothing may have needed it before.
 *
 * @param need gives the extension's interface, and may be the first to need it
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

/** Fails if a text has something of the sample's secrets, of a token or of the account. */
export function assertClean(text: string): void {
	for (const word of [secretMark, tokenMark, "SampleOwnr", "mira", "Mira"]) {
		assert.ok(!text.includes(word), word);
	}
}

/** The id of the deployment, once somebody is signed in to it. */
async function firstDeployment(api: CoderDeploymentApi): Promise<string> {
	for (;;) {
		const [deployment] = await api.getDeployments();
		if (deployment) return deployment.id;
		for (const press of agreeing) await vscode.commands.executeCommand(press);
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

/** Presses "Sign In" in the notification, and accepts the account that is shown after it. */
const agreeing = [
	"notifications.focusToasts",
	"notification.acceptPrimaryAction",
	"workbench.action.acceptSelectedQuickOpenItem",
] as const;
