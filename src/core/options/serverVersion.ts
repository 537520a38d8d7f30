import { isAtLeast } from "../coder/updateState.ts";

/**
 * Returns true if a server of this version behaves as servers since `release` do. An unknown version, or one that isn't
 * a release (`v0.0.0-devel`), is treated as the latest.
 *
 * @param release such as `v2.30.0`
 */
export function behavesAs(version: string | undefined, release: string): boolean {
	if (version === undefined || !/^v?\d+\.\d+\.\d+/.test(version)) return true;
	return version.includes("v0.0.0") || isAtLeast(version, release);
}
