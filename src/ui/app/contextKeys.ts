import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Disposable } from "../../core/base/event.ts";
import type { WalkthroughStep } from "./walkthroughSteps.ts";

/** What `when` clauses of package.json ask for, as `coderDeployment.signedIn` and so on. */
interface ViewKeys {
	/** Somebody is signed in to at least one deployment, if only until the session ends. */
	readonly signedIn: boolean;
	readonly severalDeployments: boolean;
	/** The overview has a row of a deployment, signed in to or not. */
	readonly hasRows: boolean;
	/** The overview has rows of several deployments, signed in to or not. */
	readonly severalRows: boolean;
	/** The cause for the view's welcome text; nothing while it has rows. */
	readonly welcome: string | undefined;
	/** Paths of documents that set options of a deployment. */
	readonly comparableFiles: readonly string[];
	/** The view was seen with rows: a step of the walkthrough. */
	readonly overviewShown: boolean;
}

/** What steps of the walkthrough are about was done. */
type DoneKeys = { readonly [Step in WalkthroughStep as `done.${Step}`]: boolean };

type ContextKeys = ViewKeys & DoneKeys;

const told = new Map<string, unknown>();

/** Sets a context key, unless VS Code knows it already. */
export function setContext<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
	if (told.has(key) && told.get(key) === value) return;
	told.set(key, value);
	void vscode.commands.executeCommand("setContext", `coderDeployment.${key}`, value);
}

/** Keeps the keys about the list of deployments true to it. */
export function registerContextKeys(deployments: Deployments): Disposable {
	const tell = (): void => {
		const { length } = deployments.list;
		setContext("signedIn", length > 0);
		setContext("severalDeployments", length > 1);
		setContext("hasRows", deployments.listed.length > 0);
		setContext("severalRows", deployments.listed.length > 1);
	};
	tell();
	return deployments.onDidChange(tell);
}
