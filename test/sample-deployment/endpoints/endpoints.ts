import { errorReply } from "../errors.ts";
import { jsonReply } from "../reply.ts";
import { deploymentStats } from "../stats/deploymentStats.ts";
import { authCheck } from "./authCheck.ts";
import { buildInfo } from "./buildInfo.ts";
import { receiveCspReport } from "./cspReports.ts";
import type { Endpoint } from "./endpoint.ts";
import { enabledExperiments } from "./experiments.ts";
import { sshConfig } from "./sshConfig.ts";
import { updateCheck } from "./updateCheck.ts";
import { health, healthSettings } from "./health.ts";
import {
	appearance,
	provisionerDaemons,
	provisionerJobs,
	regions,
	replicas,
} from "./infrastructure.ts";
import { organizations } from "./organizations.ts";
import { entitlements, licenses } from "./license.ts";
import { currentUser, sessionKey, tokenConfig } from "./users.ts";

/** The endpoints that the sample deployment supports. */
export const endpoints: readonly Endpoint[] = [
	{
		id: "root",
		method: "GET",
		path: /^\/?$/,
		needs: "nothing",
		handle: () => jsonReply(200, { message: "👋" }),
	},
	{
		id: "buildInfo",
		method: "GET",
		path: /^\/buildinfo$/,
		needs: "nothing",
		handle: ({ state }) => jsonReply(200, buildInfo(state)),
	},
	{
		id: "cspReports",
		method: "POST",
		path: /^\/csp\/reports$/,
		needs: "nothing",
		handle: receiveCspReport,
	},
	{
		id: "deploymentConfig",
		method: "GET",
		path: /^\/deployment\/config$/,
		needs: "deploymentRead",
		handle: ({ state }) => ({ ...jsonReply(200, null), body: state.deploymentConfig() }),
	},
	{
		id: "deploymentSsh",
		method: "GET",
		path: /^\/deployment\/ssh$/,
		needs: "session",
		handle: ({ state }) => jsonReply(200, sshConfig(state)),
	},
	{
		id: "deploymentStats",
		method: "GET",
		path: /^\/deployment\/stats$/,
		needs: "deploymentRead",
		handle: ({ state, now }) =>
			state.stats.state === "processing"
				? errorReply(400, "Deployment stats are still processing!")
				: jsonReply(200, deploymentStats(state.stats, state.version.level, state.startedAt, now)),
	},
	{
		id: "experiments",
		method: "GET",
		path: /^\/experiments$/,
		needs: "session",
		handle: ({ state }) => jsonReply(200, enabledExperiments(state)),
	},
	{
		id: "experimentsAvailable",
		method: "GET",
		path: /^\/experiments\/available$/,
		needs: "session",
		since: 4,
		handle: ({ state }) => jsonReply(200, { safe: [...state.version.safeExperiments] }),
	},
	{
		id: "updateCheck",
		method: "GET",
		path: /^\/updatecheck$/,
		needs: "nothing",
		handle: ({ state }) => jsonReply(200, updateCheck(state)),
	},
	{
		id: "tokenConfig",
		method: "GET",
		path: /^\/users\/([^/]+)\/keys\/tokens\/tokenconfig$/,
		needs: "session",
		handle: tokenConfig,
	},
	{ id: "user", method: "GET", path: /^\/users\/me$/, needs: "session", handle: currentUser },
	{
		id: "apiKey",
		method: "GET",
		path: /^\/users\/me\/keys\/([^/]+)$/,
		needs: "session",
		handle: sessionKey,
	},
	{
		id: "permissions",
		method: "POST",
		path: /^\/authcheck$/,
		needs: "session",
		handle: authCheck,
	},
	{ id: "health", method: "GET", path: /^\/debug\/health$/, needs: "session", handle: health },
	{
		id: "healthSettings",
		method: "GET",
		path: /^\/debug\/health\/settings$/,
		needs: "session",
		since: 5,
		handle: healthSettings,
	},
	{
		id: "entitlements",
		method: "GET",
		path: /^\/entitlements$/,
		needs: "nothing",
		handle: entitlements,
	},
	{ id: "licenses", method: "GET", path: /^\/licenses$/, needs: "session", handle: licenses },
	{ id: "regions", method: "GET", path: /^\/regions$/, needs: "session", handle: regions },
	{ id: "replicas", method: "GET", path: /^\/replicas$/, needs: "session", handle: replicas },
	{
		id: "organizations",
		method: "GET",
		path: /^\/organizations$/,
		needs: "session",
		since: 14,
		handle: organizations,
	},
	{
		id: "provisionerDaemons",
		method: "GET",
		path: /^\/organizations\/([^/]+)\/provisionerdaemons$/,
		needs: "session",
		since: 9,
		handle: provisionerDaemons,
	},
	{
		id: "provisionerQueue",
		method: "GET",
		path: /^\/organizations\/([^/]+)\/provisionerjobs$/,
		needs: "session",
		since: 19,
		handle: provisionerJobs,
	},
	{
		id: "appearance",
		method: "GET",
		path: /^\/appearance$/,
		needs: "session",
		takesAgents: true,
		handle: appearance,
	},
];
