/**
 * A release as a sortable number: the minor version of `v2.N`. The recorded development build comes after the last
 * release.
 */
export type Release = number;

/** The last recorded release, v2.35, up to this patch. */
export const newestRelease: Release = 35;
const newestPatch = 1;

/** The recorded development build, after the newest release. Others may have more or fewer options. */
export const mainBuild: Release = newestRelease + 1;
const mainCommit = "e751b285ca";

/** The recorded releases, oldest first, without the development build. */
export const allReleases: readonly Release[] = Array.from(
	{ length: newestRelease + 1 },
	(_, index) => index,
);

/** Returns a release's name: `v2.35`; `main` for the development build. */
export function releaseName(release: Release): string {
	return release === mainBuild ? "main" : `v2.${release}`;
}

/** Returns a version of a release, as its server reports it, for code that reads values by a server's version. */
export function releaseVersion(release: Release): string {
	return release === mainBuild
		? `v2.${newestRelease}.${newestPatch}-devel+${mainCommit}`
		: `${releaseName(release)}.0`;
}

/** Parses a name in the tables: `v2.35`, `v2.35.1`, `main`. */
export function readReleaseName(name: string): Release {
	return name === "main" ? mainBuild : Number(name.split(".")[1]);
}

/**
 * Returns the release of a server version.
 *
 * @param version as the server reports it, such as `v2.35.1+8b44bd6`
 * @returns `undefined` for versions outside the tables: later ones, candidates, and builds between two releases
 */
export function releaseOf(version: string): Release | undefined {
	if (version === `v2.${newestRelease}.${newestPatch}-devel+${mainCommit}`) return mainBuild;
	const [, minor, patch] = /^v2\.(\d{1,4})\.(\d{1,4})(?:\+[0-9a-f]+)?$/.exec(version) ?? [];
	const covered =
		Number(minor) < newestRelease ||
		(Number(minor) === newestRelease && Number(patch) <= newestPatch);
	return covered ? Number(minor) : undefined;
}
