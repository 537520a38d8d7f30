import { licenseStates, troubles } from "../conditions.ts";
import { updateStates } from "../endpoints/updateCheck.ts";
import { isJsonObject, mergeJson } from "../json.ts";
import type { SampleDeployment } from "../sampleDeployment.ts";
import type { SampleState } from "../state.ts";
import { versionIds } from "../versions.ts";
import { readFault } from "./readFault.ts";
import { readJson, readList, readPlace, readToken, readWord } from "./readQuery.ts";

/** What a control route can use. */
export interface ControlCall {
	readonly deployment: SampleDeployment;
	readonly state: SampleState;
	readonly query: URLSearchParams;
}

/** An action that users can run with curl. */
export interface ControlRoute {
	readonly method: "GET" | "POST" | "DELETE";
	/** Path below /__sample. */
	readonly path: string;
	/** Its query, as help text. */
	readonly help?: string;
	/** Runs the action and returns the response; an error becomes a 400. */
	run(call: ControlCall): unknown;
}

/** All control routes. */
export const controlRoutes: readonly ControlRoute[] = [
	{
		method: "GET",
		path: "/state",
		run: ({ deployment, state }) => ({
			version: state.version.version,
			openSockets: deployment.openSockets(),
			requests: deployment.count(),
			faults: state.faults.list().map(({ place, fault }) => ({ place, ...fault })),
		}),
	},
	{ method: "GET", path: "/requests", run: ({ deployment }) => deployment.requests() },
	{
		method: "DELETE",
		path: "/requests",
		run: ({ deployment }) => {
			deployment.resetRequests();
		},
	},
	{ method: "GET", path: "/csp", run: ({ deployment }) => deployment.cspReports() },
	{
		method: "POST",
		path: "/fault",
		help: "?at=deploymentStats|all&kind=status&status=503&times=2&delayMs=100&retryAfter=5&to=URL&bytes=N",
		run: ({ deployment, query }) => {
			deployment.setFault(readPlace(query), readFault(query));
		},
	},
	{
		method: "DELETE",
		path: "/fault",
		help: "?at=deploymentStats (without: all)",
		run: ({ deployment, query }) => {
			deployment.clearFaults(query.has("at") ? readPlace(query) : undefined);
		},
	},
	{ method: "POST", path: "/stop", run: ({ deployment }) => deployment.stop() },
	{ method: "POST", path: "/restart", run: ({ deployment }) => deployment.restart() },
	{
		method: "POST",
		path: "/upgrade",
		help: `?to=${versionIds.join("|")}`,
		run: ({ deployment, query }) => {
			deployment.upgrade(readWord(query, "to", versionIds));
		},
	},
	{
		method: "POST",
		path: "/experiments",
		help: "?names=oauth2,workspace-usage",
		run: ({ deployment, query }) => {
			deployment.setExperiments(readList(query, "names"));
		},
	},
	{
		method: "POST",
		path: "/option",
		help: "?option=CODER_VERBOSE&value=JSON&source=env|flag|yaml",
		run: ({ deployment, query }) => {
			const source = readWord(query, "source", ["env", "flag", "yaml"], "env");
			const value = readJson(query.get("value") ?? "null");
			deployment.setConfigOption(query.get("option") ?? "", value, source);
		},
	},
	{
		method: "POST",
		path: "/stats",
		help: "?state=normal|idle|processing&body=JSON to merge",
		run: ({ deployment, state: { stats }, query }) => {
			const state = readWord(query, "state", ["normal", "idle", "processing"], stats.state);
			const more = readJson(query.get("body") ?? "{}");
			if (!isJsonObject(more)) {
				throw new Error("body must be a JSON object");
			}
			deployment.setStats({ state, body: mergeJson(stats.body, more) });
		},
	},
	{
		method: "POST",
		path: "/update",
		help: `?state=${updateStates.join("|")}`,
		run: ({ deployment, query }) => {
			deployment.setUpdateState(readWord(query, "state", updateStates));
		},
	},
	{
		method: "POST",
		path: "/warnings",
		help: "?texts=one,two",
		run: ({ deployment, query }) => {
			deployment.setEntitlementWarnings(readList(query, "texts"));
		},
	},
	{
		method: "POST",
		path: "/conditions",
		help: `?troubles=${troubles.join(",")}&license=${licenseStates.join("|")}&waitingJobs=N&announcements=one,two&dismissed=DERP&slowHealth=true`,
		run: ({ deployment, query }) => {
			deployment.setConditions({
				...(query.has("troubles") && {
					troubles: readList(query, "troubles").map((word) => {
						const trouble = troubles.find((one) => one === word);
						if (!trouble) throw new Error(`there is no trouble "${word}"`);
						return trouble;
					}),
				}),
				...(query.has("license") && { license: readWord(query, "license", licenseStates) }),
				...(query.has("waitingJobs") && { waitingJobs: Number(query.get("waitingJobs")) }),
				...(query.has("announcements") && { announcements: readList(query, "announcements") }),
				...(query.has("dismissed") && { dismissed: readList(query, "dismissed") }),
				...(query.has("slowHealth") && { slowHealth: query.get("slowHealth") === "true" }),
			});
		},
	},
	{
		method: "POST",
		path: "/expire",
		help: "?token=owner&inMs=60000",
		run: ({ deployment, state, query }) => {
			const inMs = Number(query.get("inMs") ?? "0");
			deployment.setTokenExpiry(readToken(query), state.clock() + inMs);
		},
	},
	{
		method: "POST",
		path: "/revoke",
		help: "?token=owner&revoked=true|false",
		run: ({ deployment, query }) => {
			deployment.revokeToken(readToken(query), query.get("revoked") !== "false");
		},
	},
];
