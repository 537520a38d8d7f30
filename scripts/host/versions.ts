/** A VS Code from npm: the oldest one that the extension supports, and the newest one. */
export type HostVersion = "1.100.3" | "1.139.1";

export const hostVersions: readonly HostVersion[] = ["1.100.3", "1.139.1"];

interface HostRecipe {
	/** The version of the npm package `code-server` that contains this VS Code. */
	readonly codeServer: string;
	/** The major version of the Node that it runs on. */
	readonly nodeMajor: number;
}

export const hostRecipes: Record<HostVersion, HostRecipe> = {
	"1.100.3": { codeServer: "4.100.3", nodeMajor: 20 },
	"1.139.1": { codeServer: "4.139.1", nodeMajor: 24 },
};

export function isHostVersion(text: string | undefined): text is HostVersion {
	return hostVersions.some((version) => version === text);
}
