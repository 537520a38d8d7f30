import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Disposable } from "../../core/base/event.ts";
import type { WalkthroughStep } from "./walkthroughSteps.ts";

/** Context keys for `when` clauses in package.json, as `coderDeployment.signedIn` and so on. */
interface ViewKeys {
	/** The user is signed in to at least one deployment, even if its session has ended. */
	readonly signedIn: boolean;
	readonly severalDeployments: boolean;
	/** The overview has a row of a deployment, signed in or not. */
	readonly hasRows: boolean;
	/** The overview has rows of several deployments, signed in or not. */
	readonly severalRows: boolean;
	/** The reason for the view's welcome text; missing while it has rows. */
	readonly welcome: string | undefined;
	/** Paths of documents that set options of a deployment. */
	readonly comparableFiles: readonly string[];
	/** Paths of documents that set Coder options. */
	readonly settingFiles: readonly string[];
	/** Paths of documents that are being checked against a release. */
	readonly checkedFiles: readonly string[];
}

/** The user did what a step of the walkthrough describes. */
type DoneKeys = { readonly [Step in WalkthroughStep as `done.${Step}`]: boolean };

type ContextKeys = ViewKeys & DoneKeys;

const values = new Map<string, unknown>();

/** Sets a context key unless it already has this value. */
export function setContext<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
	if (values.has(key) && values.get(key) === value) return;
	values.set(key, value);
	void vscode.commands.executeCommand("setContext", `coderDeployment.${key}`, value);
}

/**
 * Runs `open`, which opens the walkthrough, and reports the steps that were completed before. VS Code loads walkthroughs
 * only then, and ignores keys that are set already (VS Code 1.139, `gettingStartedService`).
 */
export async function withStepsReported(open: () => Thenable<unknown>): Promise<void> {
	const done = [...values].filter(([key, value]) => key.startsWith("done.") && value === true);
	const report = ([key]: readonly [string, unknown], value: boolean): Thenable<unknown> =>
		vscode.commands.executeCommand("setContext", `coderDeployment.${key}`, value);
	await Promise.all(done.map((step) => report(step, false)));
	await open();
	await Promise.all(done.map((step) => report(step, true)));
}

/** Updates the keys about the list of deployments. */
export function registerContextKeys(deployments: Deployments): Disposable {
	const report = (): void => {
		const { length } = deployments.list;
		setContext("signedIn", length > 0);
		if (length > 0) setContext("done.signIn", true);
		setContext("severalDeployments", length > 1);
		setContext("hasRows", deployments.listed.length > 0);
		setContext("severalRows", deployments.listed.length > 1);
	};
	report();
	return deployments.onDidChange(report);
}
