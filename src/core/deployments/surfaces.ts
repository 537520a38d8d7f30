import { endpointIds } from "../coder/endpoints.ts";
import type { EndpointId } from "../coder/model.ts";

/** The data of a deployment that a surface of the editor shows, and how old it may be. */
interface Shown {
	readonly ids: readonly EndpointId[];
	/** In ms; without it, answers are as fresh as their endpoints specify. */
	readonly patienceMs?: number;
}

/** The data that each surface requires while it's visible. */
export const surfaces = {
	/** A deployment in the overview with visible sections. */
	overview: { ids: endpointIds },
	/** Only its row. */
	closedDeployment: { ids: ["buildInfo", "user"] },
	statusBar: { ids: ["buildInfo", "updateCheck", "user"] },
	/**
	 * The badge counts updates, expiring sessions and licenses, findings, and health problems, and is visible even when
	 * the view isn't. Once an hour is enough for a number at the edge of the window; answers are fresh for a quarter of
	 * that.
	 */
	badge: {
		ids: [
			"buildInfo",
			"updateCheck",
			"user",
			"apiKey",
			"deploymentConfig",
			"experiments",
			"experimentsAvailable",
			"health",
			"healthSettings",
			"entitlements",
			"licenses",
		],
		patienceMs: 45 * 60_000,
	},
	/**
	 * Health in the status bar and in a collapsed deployment's row. A health check is more expensive for the server
	 * than other requests, so twice an hour is enough where only the result is visible.
	 */
	health: { ids: ["health", "healthSettings"], patienceMs: 20 * 60_000 },
	documents: { ids: ["deploymentConfig", "buildInfo"] },
	configurationPanel: { ids: ["deploymentConfig", "buildInfo"] },
	statisticsPanel: { ids: ["deploymentStats"] },
} as const satisfies Readonly<Record<string, Shown>>;
