import * as vscode from "vscode";
import { defaultOptions } from "../../core/comparison/defaults.ts";
import { maxFileBytes, readConfigFile } from "../../core/comparison/readFile.ts";
import type { Side } from "../../core/comparison/side.ts";
import type { CompareSource, CompareSources } from "../../core/comparison/source.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { formatMoment } from "../../core/base/format.ts";
import type { History } from "../../core/history/history.ts";
import { snapshotLabels } from "../../core/history/snapshotLabels.ts";
import { t } from "../../core/base/l10n.ts";
import { fileName, refuseLargeFile } from "../app/fileSize.ts";
import { filesSide } from "../files/filesSide.ts";
import { shownPath } from "../files/shownPath.ts";
import { readDeployment } from "./readDeployment.ts";

/** The sources of sides. */
export interface SideParts {
	readonly deployments: Deployments;
	readonly history: History;
}

/**
 * Reads both sides. Deployments are requested only if `reload` is true, or if they haven't been requested yet.
 *
 * @throws Error with a sentence for users if a side can't be read
 */
export async function readSides(
	{ left, right }: CompareSources,
	parts: SideParts,
	reload: boolean,
): Promise<readonly [left: Side, right: Side]> {
	// A file is read with the options of the other side.
	if (left.kind === "file" || left.kind === "files") {
		const second = await readSide(right, parts, reload);
		return [await readSide(left, parts, reload, second), second];
	}
	const first = await readSide(left, parts, reload);
	return [first, await readSide(right, parts, reload, first)];
}

async function readSide(
	source: CompareSource,
	{ deployments, history }: SideParts,
	reload: boolean,
	reference?: Side,
): Promise<Side> {
	switch (source.kind) {
		case "deployment":
			return readDeployment(deployments.find(source.deployment), reload);
		case "defaults": {
			const side = await readDeployment(deployments.find(source.deployment), reload);
			return {
				...side,
				name: t("Defaults of {0}", side.name),
				options: defaultOptions(side.options),
			};
		}
		case "snapshot": {
			const snapshot = await history.read(source.deployment, source.id);
			if (!snapshot) throw new Error(t("This snapshot no longer exists."));
			const { version, config } = snapshot.state;
			if (!config) {
				throw new Error(
					t("This snapshot has no options, because they couldn't be read at that time."),
				);
			}
			const name = deployments.find(source.deployment)?.saved.name ?? t("Deployment");
			const labels = snapshotLabels(await history.moments(source.deployment));
			const moment = labels.get(source.id) ?? formatMoment(snapshot.takenAt);
			return {
				name: t("{0} of {1}", name, moment),
				snapshot: { deployment: name, moment },
				options: config.options,
				...(version !== undefined && { version }),
			};
		}
		case "files":
			return filesSide(source.uris, reference);
		case "file":
			return readFile(vscode.Uri.parse(source.uri, true), reference);
	}
}

async function readFile(uri: vscode.Uri, reference: Side | undefined): Promise<Side> {
	const name = fileName(uri);
	await refuseLargeFile(uri, maxFileBytes);
	const bytes = await vscode.workspace.fs.readFile(uri);
	try {
		const { options = [], version } = reference ?? {};
		return { name, detail: shownPath(uri), ...(await readConfigFile(bytes, options, version)) };
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(t("{0} can't be compared. {1}", name, why), { cause: error });
	}
}
