import { t } from "../base/l10n.ts";
import { shortVersion } from "../coder/updateState.ts";
import type { Side } from "./side.ts";

/** The properties of a side that its name is made of. */
export type NamedSide = Pick<Side, "name" | "version" | "snapshot">;

/** Returns the title of a comparison, as a sentence without its full stop. */
export function comparisonTitle(left: NamedSide, right: NamedSide): string {
	return snapshotsTitle(left, right) ?? t("{0} compared with {1}", left.name, right.name);
}

/** Returns the title of a comparison, short enough for an editor's tab. */
export function tabTitle(left: NamedSide, right: NamedSide): string {
	return snapshotsTitle(left, right) ?? t("{0} ↔ {1}", left.name, right.name);
}

/** Returns a side's name next to the other side: for two snapshots of the same deployment, only their times. */
export function sideName(side: NamedSide, other: NamedSide): string {
	const { snapshot, name } = side;
	return snapshot && snapshot.deployment === other.snapshot?.deployment ? snapshot.moment : name;
}

/**
 * Returns the title for two snapshots of the same deployment, which contains its name only once; undefined for other
 * sides.
 */
export function snapshotsTitle(left: NamedSide, right: NamedSide): string | undefined {
	if (!left.snapshot || left.snapshot.deployment !== right.snapshot?.deployment) return undefined;
	const { deployment } = left.snapshot;
	const moments = [left.snapshot.moment, right.snapshot.moment] as const;
	const [before, after] = [left, right].map(({ version }) => version && shortVersion(version));
	return before === undefined || after === undefined || before === after
		? t("{0}: {1} → {2}", deployment, ...moments)
		: t("{0}: {1} → {2} ({3} → {4})", deployment, before, after, ...moments);
}
