import { sampleTokens } from "./auth/accounts.ts";
import { startControl } from "./control/control.ts";
import { Listener } from "./listener.ts";
import type { SampleDeployment } from "./sampleDeployment.ts";
import { serve } from "./serve.ts";
import type { SampleDeploymentOptions } from "./startOptions.ts";
import { SampleState } from "./state.ts";

export type { SampleDeployment } from "./sampleDeployment.ts";
export type { SampleDeploymentOptions } from "./startOptions.ts";
export { leakedSecrets, markerSecrets, secretMark } from "./data/secrets.ts";
export { tokenMark } from "./auth/accounts.ts";

/** Starts a sample Coder deployment on 127.0.0.1 and resolves once it accepts connections. */
export async function startSampleDeployment(
	options: SampleDeploymentOptions = {},
): Promise<SampleDeployment> {
	const state = new SampleState(options);
	const listener = new Listener(
		(request, response) => {
			void serve(state, request, response);
		},
		options.port ?? 0,
		options.tls,
	);
	await listener.start();
	const url = `${options.tls ? "https" : "http"}://127.0.0.1:${listener.port}${options.basePath ?? ""}`;
	if (options.accessUrl !== undefined) {
		const value = options.accessUrl === "self" ? url : options.accessUrl;
		state.setOption({ option: "CODER_ACCESS_URL", value, source: "env" });
	}
	const deployment = handleOf(state, listener, url);
	if (options.controlPort === undefined) {
		return deployment;
	}
	const control = await startControl(deployment, state, options.controlPort);
	return {
		...deployment,
		controlUrl: control.url,
		close: async () => {
			await control.close();
			await deployment.close();
		},
	};
}

function handleOf(state: SampleState, listener: Listener, url: string): SampleDeployment {
	return {
		url,
		port: listener.port,
		controlUrl: undefined,
		tokens: sampleTokens,
		setFault: (place, fault) => {
			state.faults.set(place, fault);
		},
		clearFaults: (place) => {
			state.faults.clear(place);
		},
		stop: () => listener.stop(),
		restart: () => listener.start(),
		close: () => listener.stop(),
		requests: () => state.log.all(),
		count: (endpoint) => state.log.count(endpoint),
		resetRequests: () => {
			state.log.reset();
		},
		openSockets: () => listener.openSockets,
		cspReports: () => [...state.cspReports],
		upgrade: (to) => {
			state.upgrade(to);
		},
		setExperiments: (names) => {
			state.setOption({ option: "CODER_EXPERIMENTS", value: [...names], source: "env" });
		},
		setConfigOption: (option, value, source = "env") => {
			if (!state.optionValues().find(option)) {
				throw new Error(`${state.version.version} has no option "${option}"`);
			}
			state.setOption({ option, value, source });
		},
		setStats: (change) => {
			state.setStats(change);
		},
		setUpdateState: (updateState) => {
			state.updateState = updateState;
		},
		setConditions: (change) => {
			state.conditions = { ...state.conditions, ...change };
		},
		healthRuns: () => [...state.healthRuns],
		setHostility: (hostility) => {
			state.hostility = hostility;
		},
		setEntitlementWarnings: (texts) => {
			state.warnings = [...texts];
		},
		setTokenExpiry: (token, at) => {
			state.tokens.byName(token).expiresAt = at;
		},
		revokeToken: (token, revoked = true) => {
			state.tokens.byName(token).revoked = revoked;
		},
	};
}
