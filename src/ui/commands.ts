import * as vscode from "vscode";
import type { Deployment } from "../core/deployment.ts";
import type { Deployments } from "../core/deployments.ts";
import { DisposableStore, type Disposable } from "../core/event.ts";
import { t } from "../core/l10n.ts";
import { updateSentence } from "../core/outline/update.ts";
import { deploymentSummary } from "../core/summary.ts";
import { readUpdate } from "../core/updateState.ts";
import { showActions } from "./actions.ts";
import type { Clients } from "./clients.ts";
import { commandIds } from "./commandIds.ts";
import { reportFromEditor } from "./cspReportCommand.ts";
import { openJsonDocument } from "./jsonDocument.ts";
import { openWeb } from "./openWeb.ts";
import { overviewId, refreshWithProgress } from "./overview.ts";
import { SignIn } from "./signIn.ts";
import type { Row } from "./tree.ts";

/** What the commands work with. */
export interface CommandParts {
	readonly deployments: Deployments;
	readonly clients: Clients;
	readonly log: vscode.LogOutputChannel;
	/** Opens the panel; `query` goes into its search box. */
	readonly openConfiguration: (deployment: Deployment, query?: string) => unknown;
}

/** Registers every command of `commandIds`. */
export function registerCommands({
	deployments,
	clients,
	log,
	openConfiguration,
}: CommandParts): Disposable {
	const store = new DisposableStore();
	const register = (id: string, run: (...args: unknown[]) => unknown): void => {
		store.add(vscode.commands.registerCommand(id, run));
	};
	/** Registers a command about one deployment: that of the row it is run on, else the active one. */
	const onDeployment = (
		id: string,
		run: (deployment: Deployment, ...args: unknown[]) => unknown,
	): void => {
		register(id, async (...args) => {
			const deployment = chosen(deployments, args[0]) ?? deployments.active;
			if (deployment) await guarded(() => run(deployment, ...args), log);
			else await offerSignIn();
		});
	};

	register(commandIds.signIn, async () => {
		const deployment = await new SignIn(deployments, clients).run();
		if (!deployment) return;
		await vscode.commands.executeCommand(`${overviewId}.focus`);
		await refreshWithProgress(deployment);
	});
	onDeployment(commandIds.signOut, async (deployment) => {
		const { name } = deployment.known;
		await deployments.signOut(deployment);
		void vscode.window.showInformationMessage(
			t("Signed out of {0}. The session token is forgotten on this machine.", name),
		);
	});
	onDeployment(commandIds.refresh, (deployment) => refreshWithProgress(deployment));
	onDeployment(commandIds.refreshSection, (deployment, row) =>
		refreshWithProgress(deployment, isRow(row) ? row.node.refreshes : undefined),
	);
	onDeployment(commandIds.openConfiguration, (deployment, _target, query) =>
		openConfiguration(deployment, typeof query === "string" ? query : undefined),
	);
	onDeployment(commandIds.openConfigurationJson, openJsonDocument);
	onDeployment(commandIds.checkForUpdates, checkForUpdates);
	onDeployment(commandIds.openDashboard, ({ known }) => openWeb(known.url));
	register(commandIds.openInBrowser, (row) =>
		isRow(row) && row.node.url ? openWeb(row.node.url) : undefined,
	);
	register(commandIds.copyValue, (row) =>
		isRow(row) && row.node.copy !== undefined ? copy(row.node.copy, row.node.label) : undefined,
	);
	onDeployment(commandIds.copyDeploymentId, copyDeploymentId);
	onDeployment(commandIds.copySummary, (deployment) =>
		copy(deploymentSummary(deployment), t("Deployment summary")),
	);
	onDeployment(commandIds.reportCspViolation, (deployment) =>
		reportFromEditor(deployment, clients),
	);
	onDeployment(commandIds.showActions, (deployment) => showActions(deployment));
	register(commandIds.showLog, () => {
		log.show();
	});
	return store;
}

function isRow(value: unknown): value is Row {
	return typeof value === "object" && value !== null && "node" in value;
}

/** The deployment that a command's first argument means: a key, or a row of the tree, whose id begins with the key. */
function chosen(deployments: Deployments, argument: unknown): Deployment | undefined {
	if (typeof argument === "string") return deployments.find(argument);
	if (!isRow(argument)) return undefined;
	const { id } = argument.node;
	return deployments.list.find(({ known }) => id === known.key || id.startsWith(`${known.key}/`));
}

/** Errors of commands are sentences for people already; VS Code would prefix them with the command's id. */
async function guarded(run: () => unknown, log: vscode.LogOutputChannel): Promise<void> {
	try {
		await run();
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		log.error(message);
		void vscode.window.showErrorMessage(message);
	}
}

async function offerSignIn(): Promise<void> {
	const signIn = t("Sign In");
	const answer = await vscode.window.showInformationMessage(
		t("You are not signed in to a Coder deployment."),
		signIn,
	);
	if (answer === signIn) await vscode.commands.executeCommand(commandIds.signIn);
}

async function copy(text: string, what: string): Promise<void> {
	await vscode.env.clipboard.writeText(text);
	vscode.window.setStatusBarMessage(t("{0} copied.", what), 3000);
}

async function copyDeploymentId(deployment: Deployment): Promise<void> {
	if (!deployment.snapshot.buildInfo.value) await refreshWithProgress(deployment, ["buildInfo"]);
	const { value, failure } = deployment.snapshot.buildInfo;
	if (value?.deploymentId) await copy(value.deploymentId, t("Deployment ID"));
	else {
		void vscode.window.showWarningMessage(
			failure
				? `${failure.message} ${failure.advice}`
				: t("This server does not tell its deployment ID; it came with v2.11."),
		);
	}
}

async function checkForUpdates(deployment: Deployment): Promise<void> {
	const ids = ["updateCheck", "buildInfo"] as const;
	const cancelled = await vscode.window.withProgress(
		{
			location: vscode.ProgressLocation.Notification,
			title: t("Checking {0} for updates…", deployment.known.name),
			cancellable: true,
		},
		async (_progress, cancellation) => {
			cancellation.onCancellationRequested(() => {
				deployment.cancel(ids);
			});
			await deployment.refresh(ids);
			return cancellation.isCancellationRequested;
		},
	);
	if (cancelled) return;
	const { updateCheck, buildInfo } = deployment.snapshot;
	if (updateCheck.failure) {
		void vscode.window.showWarningMessage(
			`${updateCheck.failure.message} ${updateCheck.failure.advice}`,
		);
		return;
	}
	const update = readUpdate(updateCheck.value, buildInfo.value);
	const notes = t("Release Notes");
	const answer = await vscode.window.showInformationMessage(
		t("{0}: {1}.", deployment.known.name, updateSentence(update)),
		...(update.kind === "available" ? [notes] : []),
	);
	if (answer === notes && update.kind === "available") await openWeb(update.url);
}
