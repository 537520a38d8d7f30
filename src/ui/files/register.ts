import * as vscode from "vscode";
import type { Services } from "../app/services.ts";
import { filesSection } from "../../core/overview/files.ts";
import { Emitter } from "../../core/base/event.ts";
import { lazy } from "../../core/base/lazy.ts";
import { SeenValues } from "../../core/deployments/seenValues.ts";
import { shownValue } from "../../core/deployments/shownValue.ts";
import { isRow } from "../app/row.ts";
import { selector } from "./fileFront.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { rowId } from "../../core/overview/rowIds.ts";
import { revealIn } from "../app/reveal.ts";

/** What files are compared with. */
const comparedIds = ["deploymentConfig", "buildInfo", "experimentsAvailable"] as const;

/** Registers the commands about files that configure a deployment, and keeps what is shown in files up to date. */
export function registerFiles(services: Services): void {
	const { commands, deployments, front, sections, subscriptions } = services;
	const compared = subscriptions.add(new Emitter<void>());
	sections.add(
		(deployment) =>
			filesSection(deployment.saved.key, deployment.saved.name, front.files.filesOf(deployment)),
		front.files.onDidChangeFiles,
		compared.event,
	);
	commands.on(commandIds.findConfigurationFiles, async () => {
		const { findConfigurationFiles } = await import("./findConfigurationFiles.ts");
		await findConfigurationFiles(front.files);
		const found = [deployments.active, ...deployments.list].find(
			(one) => one && front.files.filesOf(one).length > 0,
		);
		if (found) await revealIn(front)(rowId(found.saved.key, "files"));
	});
	commands.on(commandIds.openFoundFile, async (uri) => {
		if (typeof uri !== "string") return;
		await vscode.window.showTextDocument(vscode.Uri.parse(uri, true));
	});
	subscriptions.add(
		deployments.onDidChange(() => {
			front.files.refresh();
		}),
	);
	const seen = new SeenValues(comparedIds, shownValue);
	subscriptions.add(
		deployments.onDidChangeDeployment((deployment) => {
			if (!seen.hasNews(deployment)) return;
			seen.add(deployment);
			front.files.refresh();
			// A file may configure another deployment once the access URL of this one is known.
			compared.fire();
		}),
	);
	commands.on(commandIds.chooseFileRelease, async () => {
		const { chooseFileRelease } = await import("./chosenRelease.ts");
		await chooseFileRelease();
	});
	commands.on(commandIds.chooseFileDeployment, async (target) => {
		const uri = fileOf(target);
		if (!uri) return;
		const { chooseFileDeployment } = await import("./chooseFileDeployment.ts");
		await chooseFileDeployment(uri, deployments);
	});
	registerChecking(services);
}

/** Registers the commands that check a file against a release. The code is loaded with the first check. */
function registerChecking({ commands, deployments, subscriptions }: Services): void {
	const checks = subscriptions.add(
		lazy(async () => new (await import("./releaseChecks.ts")).ReleaseChecks(selector)),
	);
	commands.on(commandIds.checkFile, async (target) => {
		const uri = fileOf(target);
		if (!uri) return;
		const { checkFile } = await import("./checkFile.ts");
		await checkFile(uri, deployments, await checks.get());
	});
	commands.on(commandIds.stopCheckingFile, (target) => {
		const uri = fileOf(target)?.toString();
		const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
		if (document) checks.loaded?.stop(document);
	});
}

/** Returns the file that a command is about: the one passed to it, otherwise the active editor's. */
export function fileOf(target: unknown): vscode.Uri | undefined {
	if (target instanceof vscode.Uri) return target;
	if (isRow(target) && target.node.file !== undefined) {
		return vscode.Uri.parse(target.node.file, true);
	}
	return vscode.window.activeTextEditor?.document.uri;
}
