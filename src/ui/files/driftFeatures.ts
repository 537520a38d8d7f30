import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { escapeMarkdown } from "../../core/base/markdown.ts";
import { messageText } from "../../core/base/messageText.ts";
import { markdownCode } from "../../core/base/markdownCell.ts";
import type { DeploymentOption } from "../../core/coder/model.ts";
import { countDrift, differs, type SettingDrift } from "../../core/files/drift.ts";
import { driftHint, driftSummary, shownText } from "../../core/files/driftText.ts";
import { sourceLabel } from "../../core/options/sourceLabel.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { hoverText } from "../messages/hoverText.ts";
import { editingPaused } from "./editingPause.ts";
import type { DocumentDrift, FileDrift } from "./fileDrift.ts";
import { spanRange } from "./spanRange.ts";

/** Shows how files differ from deployments: above the first setting, at the end of lines, and in hovers. */
export function registerDriftFeatures(
	drift: FileDrift,
	selector: vscode.DocumentSelector,
): vscode.Disposable {
	return vscode.Disposable.from(
		vscode.languages.registerCodeLensProvider(selector, {
			onDidChangeCodeLenses: drift.onDidChange,
			provideCodeLenses: (document, token) =>
				oncePaused(document, token, () => lenses(document, drift.of(document))),
		}),
		vscode.languages.registerInlayHintsProvider(selector, {
			onDidChangeInlayHints: drift.onDidChange,
			provideInlayHints: (document, range, token) =>
				oncePaused(document, token, () => hints(document, range, drift.of(document))),
		}),
		vscode.languages.registerHoverProvider(selector, {
			provideHover: (document, position) => hover(document, position, drift.of(document)),
		}),
	);
}

/** Computes what is shown while the user isn't typing. The result is synchronous if there's nothing to wait for. */
function oncePaused<T>(
	document: vscode.TextDocument,
	token: vscode.CancellationToken,
	compute: () => T[],
): T[] | Promise<T[]> {
	const paused = editingPaused(document, token);
	return paused === true ? compute() : paused.then((isNeeded) => (isNeeded ? compute() : []));
}

function lenses(
	document: vscode.TextDocument,
	found: DocumentDrift | undefined,
): vscode.CodeLens[] {
	const [first] = found?.drift ?? [];
	if (!found || !first) return [];
	const range = spanRange(document, first.setting.nameSpan);
	const target = [document.uri];
	const name = messageText(found.name);
	return [
		new vscode.CodeLens(range, {
			title: driftSummary(name, countDrift(found.drift)),
			tooltip: reasonOf(found),
			command: commandIds.chooseFileDeployment,
			arguments: target,
		}),
		new vscode.CodeLens(range, {
			title: t("Compare"),
			tooltip: t("Compare this file with {0}", name),
			command: commandIds.compareFile,
			arguments: target,
		}),
	];
}

/** Describes why the file is compared with this deployment. */
function reasonOf({ because, name }: DocumentDrift): string {
	switch (because) {
		case "accessUrl":
			return t("This file sets the access URL of {0}.", name);
		case "setting":
			return t("You chose {0} for this file. Select to choose another deployment.", name);
		case "active":
			return t("{0} is the active deployment. Select to choose another one for this file.", name);
	}
}

function hints(
	document: vscode.TextDocument,
	range: vscode.Range,
	found: DocumentDrift | undefined,
): vscode.InlayHint[] {
	return (found?.drift ?? []).flatMap((one) => {
		if (!found || !differs(one) || !one.option) return [];
		const line = spanRange(document, one.setting.value).end.line;
		if (line < range.start.line || line > range.end.line) return [];
		const hint = new vscode.InlayHint(
			document.lineAt(line).range.end,
			driftHint(found.name, one.option),
		);
		hint.paddingLeft = true;
		hint.tooltip = hoverText(paragraphs(found, one));
		return [hint];
	});
}

function hover(
	document: vscode.TextDocument,
	position: vscode.Position,
	found: DocumentDrift | undefined,
): vscode.Hover | undefined {
	const one = found?.drift.find(
		(each) =>
			(differs(each) || each.state === "overridden") &&
			[each.setting.nameSpan, each.setting.value].some((span) =>
				spanRange(document, span).contains(position),
			),
	);
	return found && one && new vscode.Hover(hoverText(paragraphs(found, one)));
}

/** Returns both values, and the source of the deployment's. */
function paragraphs(
	{ name }: DocumentDrift,
	{ option, setting, value, flag }: SettingDrift,
): readonly string[] {
	if (!option) return [];
	if (flag !== undefined) {
		const text = t("This value has no effect. The flag {0} in this file takes precedence.", flag);
		return [escapeMarkdown(text)];
	}
	const source = option.valueSource ? ` (${sourceLabel(option.valueSource)})` : "";
	const rows: readonly (readonly [string, string])[] = [
		[t("This file"), markdownCode(fileText(setting, option, value))],
		[name, markdownCode(shownText(option)) + escapeMarkdown(source)],
	];
	return [
		escapeMarkdown(t("This value differs from the deployment's.")),
		[
			"| | |",
			"| --- | --- |",
			...rows.map(([label, value]) => `| ${escapeMarkdown(label)} | ${value} |`),
		].join("\n"),
	];
}

/** Returns the file's value on one line. */
function fileText(
	{ text }: SettingDrift["setting"],
	option: DeploymentOption,
	value: SettingDrift["value"],
): string {
	return text ?? (value === undefined ? "" : shownText({ ...option, value }));
}
