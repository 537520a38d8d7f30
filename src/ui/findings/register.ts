import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { lazyPart } from "../messages/lazyPart.ts";
import { findingsAttention } from "../../core/findings/findingsAttention.ts";
import { titleOfRule } from "../../core/findings/finding.ts";
import { findingsSection } from "../../core/overview/findings.ts";
import { isRow } from "../app/row.ts";
import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import type * as Muting from "./muteFinding.ts";
import { documentsWithFindings } from "./findingDocuments.ts";

/** Registers findings in the overview and in the YAML documents, and the commands that mute and copy them. */
export function registerFindings(services: Services): void {
	const { attention, commands, findings, sections } = services;
	attention.add(findingsAttention(findings.of), findings.onDidChange);
	sections.add(
		(deployment) =>
			findingsSection(deployment.saved.key, deployment.snapshot, findings.of(deployment)),
		findings.onDidChange,
	);
	const muting =
		(
			act: (muting: typeof Muting, rule: Muting.MutedRule, deployment: Deployment) => Promise<void>,
		) =>
		async (deployment: Deployment, target: unknown, named: unknown) => {
			const rule = isRow(target) ? (target.node.finding ?? target.node.mutedFinding) : named;
			if (typeof rule !== "string") return;
			const title = titleOfRule(findings.of(deployment), rule);
			await act(await import("./muteFinding.ts"), { rule, title }, deployment);
		};
	commands.onDeployment(
		commandIds.muteFinding,
		muting(({ muteFinding }, rule, deployment) => muteFinding(rule, deployment)),
	);
	commands.onDeployment(
		commandIds.muteFindingEverywhere,
		muting(({ muteFinding }, rule) => muteFinding(rule, undefined)),
	);
	commands.onDeployment(
		commandIds.unmuteFinding,
		muting(({ unmuteFinding }, rule, deployment) => unmuteFinding(rule, deployment)),
	);
	commands.onDeployment(commandIds.copyAudit, async (deployment) => {
		const { copyFindings: copyFindings } = await import("./copyFindings.ts");
		await copyFindings(deployment, findings.of);
	});
	services.subscriptions.add(registerDocuments(services));
}

/** Registers findings in documents. The code is loaded with the first document that can show them. */
function registerDocuments(services: Services): Disposable {
	const store = new DisposableStore();
	const diagnostics = store.add(
		lazyPart(async () => {
			const { FindingDiagnostics: FindingDiagnostics } = await import("./findingDiagnostics.ts");
			return new FindingDiagnostics(services);
		}),
	);
	const look = (document: vscode.TextDocument): void => {
		if (vscode.languages.match(documentsWithFindings, document) > 0) void diagnostics.get();
	};
	store.add(vscode.workspace.onDidOpenTextDocument(look));
	vscode.workspace.textDocuments.forEach(look);
	return store;
}
