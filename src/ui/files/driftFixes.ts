import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import type { DeploymentOption } from "../../core/coder/model.ts";
import { settingText } from "../../core/coder/optionValue.ts";
import { sameValue } from "../../core/comparison/equal.ts";
import { differs, type SettingDrift } from "../../core/files/drift.ts";
import { replaceConfigValue } from "../../core/files/config/replaceConfigValue.ts";
import { readVariable } from "../../core/files/readVariable.ts";
import { replaceValue, type Replacement } from "../../core/files/rewrite.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import { formOf } from "../../core/variables/forms.ts";
import { configOf } from "./configDocuments.ts";
import type { FileDrift } from "./fileDrift.ts";
import { spanRange } from "./spanRange.ts";

/** Offers the deployment's value as a replacement for one that differs, or that the server would reject. */
export function registerDriftFixes(
	drift: FileDrift,
	selector: vscode.DocumentSelector,
): vscode.Disposable {
	return vscode.languages.registerCodeActionsProvider(
		selector,
		{
			provideCodeActions: (document, range) => {
				const found = drift.of(document);
				return (found?.drift ?? []).flatMap((one) => {
					const isHere = [one.setting.nameSpan, one.setting.value].some(
						(span) => spanRange(document, span).intersection(range) !== undefined,
					);
					const version = found?.deployment.snapshot.buildInfo.value?.version;
					const action = isHere ? fix(document, one, version) : undefined;
					return action ? [action] : [];
				});
			},
		},
		{ providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
	);
}

function fix(
	document: vscode.TextDocument,
	drift: SettingDrift,
	version: string | undefined,
): vscode.CodeAction | undefined {
	const { setting, option } = drift;
	if (!option || !differs(drift)) return undefined;
	const config = configOf(document);
	const replacement = config
		? replaceConfigValue(config, setting.name, option, version)
		: replaceVariable(document, setting, option, version);
	if (!replacement) return undefined;
	const action = new vscode.CodeAction(
		t("Use the Deployment's Value"),
		vscode.CodeActionKind.QuickFix,
	);
	action.edit = new vscode.WorkspaceEdit();
	action.edit.replace(document.uri, spanRange(document, replacement), replacement.text);
	return action;
}

function replaceVariable(
	document: vscode.TextDocument,
	setting: FileSetting,
	option: DeploymentOption,
	version: string | undefined,
): Replacement | undefined {
	const form = formOf(document.languageId, document.uri.path);
	const value = settingText(option, option.value);
	// An empty variable may stand for the default.
	const read = readVariable(option, value, version);
	if (setting.repeated || setting.value.extra) return undefined;
	if (!form || !sameValue(read, option.value, option.duration)) return undefined;
	return replaceValue(document.getText(), form, setting, value);
}
