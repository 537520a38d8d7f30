import { isAtLeast } from "../coder/updateState.ts";

/**
 * True when a server of this version behaves as those since `release` do. A version that is not known, or that names
 * no release (`v0.0.0-devel`), is taken for the newest.
 *
 * @param release such as `v2.30.0`
 */
export function behavesAs(version: string | undefined, release: string): boolean {
	if (version === undefined || !/^v?\d+\.\d+\.\d+/.test(version)) return true;
	return version.includes("v0.0.0") || isAtLeast(version, release);
}
