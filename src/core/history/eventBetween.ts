import { changeRow } from "../comparison/changeRow.ts";
import { changeText } from "../comparison/changeText.ts";
import { compareOptions } from "../comparison/compare.ts";
import { healthParts } from "../coder/healthModel.ts";
import { explainCode, partName, severityWord } from "../health/words.ts";
import { t } from "../base/l10n.ts";
import type { ChangeEvent, HistoryChange } from "./changeEvent.ts";
import type { RecordedHealth, RecordedPart } from "./recordedHealth.ts";
import type { DeploymentState, HistoryEntry } from "./state.ts";
import { versionChangeOf } from "./versionChange.ts";

/** Describes the changes from one snapshot to the next. A part that wasn't known before isn't a change. */
export function eventBetween(
	beforeId: string,
	before: HistoryEntry,
	id: string,
	after: HistoryEntry,
): ChangeEvent {
	const version = versionChangeOf(before.state, after.state);
	return {
		id,
		beforeId,
		at: after.takenAt,
		changes: changesBetween(before.state, after.state),
		...(version && { version }),
	};
}

/** Describes the changes from one state to another. Only compares parts that both states have. */
export function changesBetween(before: DeploymentState, after: DeploymentState): HistoryChange[] {
	return [
		...versionChange(before.version, after.version),
		...experimentChanges(before.experiments, after.experiments),
		...optionChanges(before, after),
		...healthChanges(before.health, after.health),
	];
}

function versionChange(before: string | undefined, after: string | undefined): HistoryChange[] {
	if (before === undefined || after === undefined || before === after) return [];
	const text = t("{0} → {1}", before, after);
	return [{ kind: "version", id: "version", name: t("Version"), text }];
}

function experimentChanges(
	before: readonly string[] | undefined,
	after: readonly string[] | undefined,
): HistoryChange[] {
	if (!before || !after) return [];
	const [on, off] = [t("Enabled"), t("Not enabled")];
	const change = (name: string, from: string, to: string): HistoryChange => ({
		kind: "experiment",
		id: name,
		name,
		text: t("{0} → {1}", from, to),
	});
	const [then, now] = [new Set(before), new Set(after)];
	return [
		...after.filter((name) => !then.has(name)).map((name) => change(name, off, on)),
		...before.filter((name) => !now.has(name)).map((name) => change(name, on, off)),
	];
}

function optionChanges({ config: before }: DeploymentState, { config: after }: DeploymentState) {
	if (!before || !after) return [];
	return compareOptions(before.options, after.options).map((change): HistoryChange => {
		const row = changeRow(change);
		return {
			kind: "option",
			id: row.id,
			name: row.name,
			text: changeText(row),
			...(row.unset && { unset: true }),
		};
	});
}

function healthChanges(before: RecordedHealth = {}, after: RecordedHealth = {}): HistoryChange[] {
	return healthParts.flatMap((id): HistoryChange[] => {
		const [then, now] = [before[id], after[id]];
		if (!then || !now || then.severity === now.severity) return [];
		const text = t("{0} → {1}", partWords(then), partWords(now));
		return [{ kind: "health", id, name: partName(id), text }];
	});
}

/** Describes a part's problem or state in a few words. */
function partWords({ severity, code }: RecordedPart): string {
	return explainCode(code)?.title ?? severityWord(severity);
}
