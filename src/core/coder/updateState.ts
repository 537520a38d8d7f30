import type { BuildInfo, UpdateCheck } from "./model.ts";

/** The result of the update check. "Up to date" requires a successful check. */
export type UpdateState =
	| { readonly kind: "unknown" }
	/** Checks are off, or the server never reached GitHub. It reports `current` anyway. */
	| { readonly kind: "notChecked" }
	| { readonly kind: "current"; readonly latest: string; readonly url: string }
	/** The server is newer than the latest stable release, as mainline servers are. */
	| { readonly kind: "ahead"; readonly latest: string; readonly url: string }
	| { readonly kind: "available"; readonly latest: string; readonly url: string };

/** Interprets `GET /updatecheck` with `GET /buildinfo`, because `current: true` has three meanings. */
export function readUpdate(
	check: UpdateCheck | undefined,
	build: BuildInfo | undefined,
): UpdateState {
	if (!check || !isVersion(check.version)) return { kind: "unknown" };
	const { version: latest, url } = check;
	if (!check.current) return { kind: "available", latest, url };
	if (!isReleasePage(url)) return { kind: "notChecked" };
	const order = build ? comparePrecedence(build.version, latest) : 0;
	// The server only compares numbers: a release candidate considers itself the release.
	if (order < 0) return { kind: "available", latest, url };
	return { kind: order > 0 ? "ahead" : "current", latest, url };
}

/**
 * Returns whether a URL is a release page on GitHub. Without a successful check, the server sends its own version, with
 * or without its commit, and the URL of its commit, of the repository, or none. See `coderd/updatecheck.go`.
 */
function isReleasePage(url: string): boolean {
	return /^https?:\/\/[^?#]*\/releases\//.test(url);
}

/**
 * Compares two versions up to a `+`: candidates come before their release. Development builds descend from the release
 * in their name and are considered equal.
 *
 * @returns below 0 if `a` is older, above 0 if it's newer, 0 if they're equal or not comparable
 */
export function comparePrecedence(a: string, b: string): number {
	const difference = compareVersions(a, b);
	if (difference !== 0 || !numbers(a) || !numbers(b)) return difference;
	const [left, right] = [candidate(a), candidate(b)];
	return left === right ? 0 : left - right;
}

/** Returns the number of a release candidate, and a higher number for everything else. */
function candidate(version: string): number {
	const found = /^[^+]*-rc\.(\d{1,9})/.exec(version)?.[1];
	return found === undefined ? Infinity : Number(found);
}

/**
 * Compares major, minor, and patch of two versions as the server does, ignoring everything after `-` or `+`.
 *
 * @returns below 0 if `a` is older, above 0 if it's newer, 0 if they're equal or not comparable
 */
export function compareVersions(a: string, b: string): number {
	const [left, right] = [numbers(a), numbers(b)];
	if (!left || !right) return 0;
	for (let index = 0; index < 3; index++) {
		const difference = (left[index] ?? 0) - (right[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** Returns true if `version` is `minimum` or newer; false if that is unknown. */
export function isAtLeast(version: string, minimum: string): boolean {
	return numbers(version) !== undefined && compareVersions(version, minimum) >= 0;
}

/**
 * Returns whether two versions match by the server's own rule: same major and minor, or one is a build without a tag.
 */
export function sameRelease(a: string, b: string): boolean {
	const [left, right] = [numbers(a), numbers(b)];
	if (!left || !right || a.includes("v0.0.0") || b.includes("v0.0.0")) return true;
	return left[0] === right[0] && left[1] === right[1];
}

/** Returns whether a text is a version in Coder's format, such as `v2.35.1-rc.1+8b44bd6`, and not a sentence. */
export function isVersion(text: string): boolean {
	return text.length <= 128 && /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/.test(text);
}

function numbers(version: string): number[] | undefined {
	return /^v?(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);
}

/** Returns the kind of build of a version, by the server's own rule. */
export function buildKind(version: string): "release" | "candidate" | "development" {
	if (version.includes("-devel")) return "development";
	return version.includes("-rc.") ? "candidate" : "release";
}

/** Returns a version without its commit: `v2.35.1` for `v2.35.1+8b44bd6`. */
export function shortVersion(version: string): string {
	return version.split("+", 1)[0] ?? version;
}
