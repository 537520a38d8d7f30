import * as vscode from "vscode";
import { defaultOptions } from "../../core/comparison/defaults.ts";
import { maxFileBytes, readConfigFile } from "../../core/comparison/readFile.ts";
import type { Side } from "../../core/comparison/side.ts";
import type { CompareSource, CompareSources } from "../../core/comparison/source.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { formatMoment } from "../../core/base/format.ts";
import type { History } from "../../core/history/history.ts";
import { snapshotLabels } from "../../core/history/snapshotLabels.ts";
import { t } from "../../core/base/l10n.ts";
import { shownValue } from "../../core/deployments/shownValue.ts";
import { fileName, refuseLargeFile } from "../app/fileSize.ts";
import { filesSide } from "../files/filesSide.ts";
import { shownPath } from "../files/shownPath.ts";

/** The sources of sides. */
export interface SideParts {
	readonly deployments: Deployments;
	readonly history: History;
}

/**
 * Reads both sides. Deployments are requested only if `anew` is true, or if they haven't been requested yet.
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
			return deploymentSide(await loaded(deployments.find(source.deployment), reload));
		case "defaults": {
			const side = deploymentSide(await loaded(deployments.find(source.deployment), reload));
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

function deploymentSide({ saved, snapshot }: Deployment): Side {
	const version = snapshot.buildInfo.value?.version;
	return {
		name: saved.name,
		detail: saved.url,
		options: snapshot.deploymentConfig.value?.options ?? [],
		...(version !== undefined && { version }),
	};
}

async function loaded(deployment: Deployment | undefined, reload: boolean): Promise<Deployment> {
	if (!deployment) throw new Error(t("You're no longer signed in to this deployment."));
	const ids = (["deploymentConfig", "buildInfo"] as const).filter(
		(id) => reload || deployment.snapshot[id].value === undefined,
	);
	if (ids.length > 0) await deployment.refresh(ids);
	const slot = deployment.snapshot.deploymentConfig;
	if (shownValue(slot)) return deployment;
	const { message, advice } = slot.failure ?? {};
	const why = [message, advice].filter(Boolean).join(" ");
	throw new Error(
		t("Couldn't read the configuration of {0}. {1}", deployment.saved.name, why).trim(),
	);
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
