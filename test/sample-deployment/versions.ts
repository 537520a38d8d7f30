/** The server versions that the sample deployment can play, oldest first. */
export const versionIds = ["ancient", "old", "current", "next", "dev"] as const;

/** Name of one of the versions. */
export type VersionId = (typeof versionIds)[number];

/** What one server version is called and how new its behaviour is. */
export interface ServerVersion {
	readonly id: VersionId;
	/** Full version as in buildinfo and in the X-Coder-Build-Version header. */
	readonly version: string;
	/** Release that the build is or descends from, such as "v2.35.1". */
	readonly release: string;
	/** Commit that `external_url` links to. */
	readonly commit: string;
	/** Minor release whose behaviour it has; 36 stands for everything after v2.35.1. */
	readonly level: number;
	/** "" where the server did not tell it yet. */
	readonly provisionerApi: string;
	/** Names that `*` opts into. */
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
	// An imagined release to upgrade to; its commit is made up.
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

/** The facts about one version. */
export function serverVersion(id: VersionId): ServerVersion {
	return versions[id];
}

/** True if the text names a version that can be played. */
export function isVersionId(text: string): text is VersionId {
	return (versionIds as readonly string[]).includes(text);
}

/** Page that `external_url`, and an update check that never ran, link to. */
export function commitUrl(version: ServerVersion): string {
	return `https://github.com/coder/coder/commit/${version.commit}`;
}
