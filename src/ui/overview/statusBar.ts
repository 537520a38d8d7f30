import * as vscode from "vscode";
import { surfaces } from "../../core/deployments/surfaces.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { t } from "../../core/base/l10n.ts";
import { escapeMarkdown, markdownCommand, markdownLink } from "../../core/base/markdown.ts";
import { statusBarView, type StatusBarView } from "../../core/overview/statusBarView.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import type { Services } from "../app/services.ts";
import { changesOfSetting, settings } from "../app/settings.ts";
import { hoverText } from "../messages/hoverText.ts";

/** Shows the active deployment's version and state in the status bar. Hidden while the user is signed out. */
export function registerStatusBar({
	attention,
	deployments,
	network,
	watchers,
}: Services): Disposable {
	const store = new DisposableStore();
	const item = store.add(
		vscode.window.createStatusBarItem("coderDeployment.status", vscode.StatusBarAlignment.Left, 0),
	);
	item.name = t("Coder Deployment");
	let drawn = "";
	const draw = (): void => {
		const { active } = deployments;
		if (!active || !settings.statusBarEnabled()) {
			item.hide();
			return;
		}
		const view = statusBarView(active, {
			several: deployments.list.length > 1,
			insecureBecause: network.insecureBecause(active.saved.url),
			attention: attention.list,
		});
		const now = JSON.stringify(view);
		if (now !== drawn) show(item, view);
		// The item's actions are about the deployment that it shows, whichever is in front.
		item.command = {
			title: t("Show Actions"),
			command: commandIds.showActions,
			arguments: [active.saved.key],
		};
		drawn = now;
		item.show();
	};
	draw();
	store.add(deployments.onDidChange(draw));
	store.add(
		deployments.onDidChangeDeployment((deployment) => {
			if (deployment === deployments.active) draw();
		}),
	);
	store.add(network.onDidChange(draw));
	store.add(
		attention.onDidChange((key) => {
			if (key === undefined || key === deployments.active?.saved.key) draw();
		}),
	);
	const switched = changesOfSetting("statusBar.enabled");
	store.add(switched(draw));
	store.add(
		watchers.add(() => {
			const { active } = deployments;
			const isShown = active && settings.statusBarEnabled();
			return isShown ? [{ deployment: active, ...surfaces.statusBar }] : [];
		}, switched),
	);
	return store;
}

function show(item: vscode.StatusBarItem, view: StatusBarView): void {
	item.text = view.text;
	item.backgroundColor = view.insecure
		? new vscode.ThemeColor("statusBarItem.warningBackground")
		: undefined;
	item.accessibilityInformation = { label: view.spoken };
	item.tooltip = tooltip(view);
}

function tooltip(view: StatusBarView): vscode.MarkdownString {
	const { openDashboard, openConfiguration, refresh } = commandIds;
	const links = [
		markdownCommand(t("Open dashboard"), openDashboard),
		markdownCommand(t("Configuration"), openConfiguration),
		markdownCommand(t("Refresh"), refresh),
		...(view.releaseNotes === undefined
			? []
			: [markdownLink(t("Release notes"), view.releaseNotes)]),
	];
	return hoverText(
		[...view.facts.map(escapeMarkdown), links.join(" | ")],
		[openDashboard, openConfiguration, refresh],
	);
}
