/** The server versions that the sample deployment supports, oldest first. */
export const versionIds = ["ancient", "old", "current", "next", "dev"] as const;

/** The name of a version. */
export type VersionId = (typeof versionIds)[number];

/** A server version's names and how new its behavior is. */
export interface ServerVersion {
	readonly id: VersionId;
	/** Full version as in buildinfo and in the X-Coder-Build-Version header. */
	readonly version: string;
	/** Release that the build is or is based on, such as "v2.35.1". */
	readonly release: string;
	/** Commit that `external_url` links to. */
	readonly commit: string;
	/** Minor release whose behavior it has; 36 stands for everything after v2.35.1. */
	readonly level: number;
	/** "" if the server didn't report it yet. */
	readonly provisionerApi: string;
	/** Names that `*` enables. */
	readonly safeExperiments: readonly string[];
}

const versions: Readonly<Record<VersionId, ServerVersion>> = {
	ancient: {
		id: "ancient",
		version: "v2.3.0+04e6783",
		release: "v2.3.0",
		commit: "04e67836a5",
		level: 3,
		provisionerApi: "",
		safeExperiments: ["deployment_health_page", "single_tailnet"],
	},
	old: {
		id: "old",
		version: "v2.15.0+190cd1c",
		release: "v2.15.0",
		commit: "190cd1c7130bdeabbe690e8c2b8b08210873366a",
		level: 15,
		provisionerApi: "1.1",
		safeExperiments: ["notifications"],
	},
	current: {
		id: "current",
		version: "v2.35.1+8b44bd6",
		release: "v2.35.1",
		commit: "8b44bd69290d17eacc0fbb865a8fa43c77bfadec",
		level: 35,
		provisionerApi: "1.18",
		safeExperiments: ["minimum-implicit-member"],
	},
	// An invented release to upgrade to, with an invented commit.
	next: {
		id: "next",
		version: "v2.36.0+5a3b1c0",
		release: "v2.36.0",
		commit: "5a3b1c05a3b1c05a3b1c05a3b1c05a3b1c05a3b1",
		level: 36,
		provisionerApi: "1.18",
		safeExperiments: [],
	},
	dev: {
		id: "dev",
		version: "v2.35.1-devel+e751b285ca",
		release: "v2.35.1",
		commit: "e751b285ca7561d62fcb8ea51ceee05efd59779f",
		level: 36,
		provisionerApi: "1.18",
		safeExperiments: [],
	},
};

/** Returns the facts about a version. */
export function serverVersion(id: VersionId): ServerVersion {
	return versions[id];
}

/** Returns whether a text is the name of a supported version. */
export function isVersionId(text: string): text is VersionId {
	return (versionIds as readonly string[]).includes(text);
}

/** Returns the page that `external_url`, and an update check that never ran, link to. */
export function commitUrl(version: ServerVersion): string {
	return `https://github.com/coder/coder/commit/${version.commit}`;
}
