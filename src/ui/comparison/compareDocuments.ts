import * as vscode from "vscode";
import { tabTitle } from "../../core/comparison/comparisonTitle.ts";
import { setOnEither } from "../../core/comparison/setOptions.ts";
import type { Side } from "../../core/comparison/side.ts";
import { readSources, type CompareSources } from "../../core/comparison/source.ts";
import { yamlText } from "../../core/export/yamlText.ts";
import { t } from "../../core/base/l10n.ts";
import { readSides, type SideParts } from "./compareSides.ts";
import type { Documents, DrawnDocument } from "../app/documents.ts";
import { documentScheme } from "../app/names.ts";

/** The file name of the documents in the diff editor. `register.ts` registers their generator. */
const sideFileName = "compared-config.yaml";

/** Opens VS Code's diff editor with the YAML of both sides. */
export async function openDiff(
	sources: CompareSources,
	[left, right]: readonly [left: Side, right: Side],
	documents: Documents,
): Promise<void> {
	const uris = [sideUri(sources, "left", left.name), sideUri(sources, "right", right.name)];
	for (const uri of uris) documents.redraw(uri);
	await vscode.commands.executeCommand("vscode.diff", ...uris, tabTitle(left, right));
}

/**
 * Returns one side's values of the options that are set on either side. The URI contains the sides, so that the
 * document can be restored after a reload.
 */
export async function drawSide(uri: vscode.Uri, parts: SideParts): Promise<DrawnDocument> {
	const [which, sources] = readQuery(uri.query);
	const [left, right] = await readSides(sources, parts, false);
	const { name, detail = "", version } = which === "left" ? left : right;
	const [ofLeft, ofRight] = setOnEither(left.options, right.options);
	const options = which === "left" ? ofLeft : ofRight;
	const facts = { name, url: detail, ...(version !== undefined && { version }) };
	const yaml = yamlText({ options }, facts, { options: "compared", deprecated: "keep" });
	return { text: yaml.text, yaml };
}

/** Starts with the name, for the breadcrumbs. The document is identified by the query. */
function sideUri(sources: CompareSources, which: "left" | "right", name: string): vscode.Uri {
	return vscode.Uri.from({
		scheme: documentScheme,
		path: `/${name.replace(/[/\\]/g, "-")}/${sideFileName}`,
		query: JSON.stringify({ which, ...sources }),
	});
}

function readQuery(query: string): readonly ["left" | "right", CompareSources] {
	const value = JSON.parse(query) as { readonly which?: unknown };
	const sources = readSources(value);
	if (!sources) throw new Error(t("This document doesn't exist."));
	return [value.which === "left" ? "left" : "right", sources];
}
