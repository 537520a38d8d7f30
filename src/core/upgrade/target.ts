import { t } from "../base/l10n.ts";
import {
	mainBuild,
	newestRelease,
	releaseName,
	releaseOf,
	type Release,
} from "../coder/release.ts";
import type { UpdateState } from "../coder/updateState.ts";
import type { Edition } from "./edition.ts";

/** The target of an upgrade. Plain data, so that a page can store it. */
export type UpgradeTarget =
	| { readonly kind: "release"; readonly release: Release }
	/** The version that another deployment runs, by its key. */
	| { readonly kind: "deployment"; readonly deployment: string };

/** Parses a target that a page stored or a command received; undefined if it isn't one. */
export function readTarget(value: unknown): UpgradeTarget | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	const { kind, release, deployment } = value as Record<string, unknown>;
	if (kind === "deployment" && typeof deployment === "string") return { kind, deployment };
	const isRelease = Number.isInteger(release) && Number(release) >= 0;
	return kind === "release" && isRelease && Number(release) <= mainBuild
		? { kind, release: Number(release) }
		: undefined;
}

/** The release to preview by default, and a remark about it. */
export interface DefaultTarget {
	/** Missing if the tables include no newer release. Never the development build. */
	readonly release?: Release;
	readonly note?: string;
}

/** Returns the latest stable release if the server reports it, otherwise the newest one in the tables. */
export function defaultTarget({ release: from }: Edition, update: UpdateState): DefaultTarget {
	const latest = update.kind === "available" ? update.latest : undefined;
	const latestRelease = latest === undefined ? undefined : releaseOf(latest);
	if (latestRelease !== undefined && latestRelease > from) return { release: latestRelease };
	const note =
		latest !== undefined && latestRelease === undefined
			? {
					note: t(
						"{0} is available, but only releases up to {1} are known.",
						latest,
						releaseName(newestRelease),
					),
				}
			: {};
	// A development build is only a target if someone chooses it.
	return newestRelease > from ? { release: newestRelease, ...note } : note;
}
