import { endpointIds } from "../coder/endpoints.ts";
import type { EndpointId } from "../coder/model.ts";

/** What a surface of the editor shows of a deployment, and how old it may get there. */
interface Shown {
	readonly ids: readonly EndpointId[];
	/** In ms; without it, answers are as fresh as their endpoints say. */
	readonly patienceMs?: number;
}

/** What each surface has to be asked for while somebody can see it. */
export const surfaces = {
	/** A deployment in the overview whose sections can be seen. */
	overview: { ids: endpointIds },
	/** Its row alone. */
	closedDeployment: { ids: ["buildInfo", "user"] },
	statusBar: { ids: ["buildInfo", "updateCheck", "user"] },
	/**
	 * It counts updates, sessions and licenses that end, findings, and health problems, and is seen while the view is not. For a number at the edge of
	 * the window an hour is often enough; answers are fresh for a quarter of it.
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
	 * The health in the status bar and in the row of a closed deployment. A health check costs the server more than other
	 * answers: where only its outcome is seen, twice an hour will do.
	 */
	health: { ids: ["health", "healthSettings"], patienceMs: 20 * 60_000 },
	documents: { ids: ["deploymentConfig", "buildInfo"] },
	configurationPanel: { ids: ["deploymentConfig", "buildInfo"] },
	statisticsPanel: { ids: ["deploymentStats"] },
} as const satisfies Readonly<Record<string, Shown>>;
