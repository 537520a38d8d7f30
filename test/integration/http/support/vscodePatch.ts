import http from "node:http";
import https from "node:https";
import { createRequire } from "node:module";
import net from "node:net";
import tls from "node:tls";
import type * as proxyAgent from "vscode-1.139-proxy-agent";
import type { Written } from "../../../unit/http/support/networkBench.ts";

/** The package @vscode/proxy-agent that two versions of VS Code contain, by version. */
export const patches = {
	"1.100": "vscode-1.100-proxy-agent",
	"1.139": "vscode-1.139-proxy-agent",
} as const;

/** Properties of a machine. */
export interface Machine {
	/** Settings by their full names. */
	readonly written?: Written;
	readonly env?: NodeJS.ProcessEnv;
	/** The system's proxy settings, such as `PROXY 127.0.0.1:3128`. */
	readonly systemProxy?: string;
	/** Certificate authorities that the system trusts. */
	readonly systemCertificates?: readonly string[];
}

/**
 * Patches Node's http, https, and tls as VS Code does in its extension host, with VS Code's own package.
 *
 * @returns a function that removes the patch
 */
export function patchAsVscode(version: keyof typeof patches, machine: Machine): () => void {
	const agent = createRequire(import.meta.url)(patches[version]) as typeof proxyAgent;
	agent.resetCaches();
	const { written = {}, systemProxy, systemCertificates = [] } = machine;
	const silent = (): void => undefined;
	const params: proxyAgent.ProxyAgentParams = {
		resolveProxy: () => Promise.resolve(systemProxy),
		getProxyURL: () => written["http.proxy"] as string | undefined,
		getProxySupport: () => (written["http.proxySupport"] ?? "override") as never,
		getNoProxyConfig: () => (written["http.noProxy"] ?? []) as string[],
		isAdditionalFetchSupportEnabled: () => false,
		isWebSocketPatchEnabled: () => false,
		addCertificatesV1: () => written["http.experimental.systemCertificatesV2"] !== true,
		addCertificatesV2: () => written["http.experimental.systemCertificatesV2"] === true,
		loadSystemCertificatesFromNode: () => false,
		// No one can enter a password here; VS Code would open a dialog.
		lookupProxyAuthorization: () => Promise.resolve(undefined),
		log: { trace: silent, debug: silent, info: silent, warn: silent, error: silent },
		getLogLevel: () => agent.LogLevel.Off,
		proxyResolveTelemetry: silent,
		isUseHostProxyEnabled: () => systemProxy !== undefined,
		loadAdditionalCertificates: () => Promise.resolve([...systemCertificates]),
		env: machine.env ?? {},
	};
	const { resolveProxyWithRequest } = agent.createProxyResolver(params);
	const originals = { http: { ...http }, https: { ...https }, net: { ...net }, tls: { ...tls } };
	Object.assign(http, agent.createHttpPatch(params, originals.http, resolveProxyWithRequest));
	Object.assign(https, agent.createHttpPatch(params, originals.https, resolveProxyWithRequest));
	Object.assign(net, agent.createNetPatch(params, originals.net));
	Object.assign(tls, agent.createTlsPatch(params, originals.tls));
	const { setTimeout } = globalThis;
	globalThis.setTimeout = withoutTelemetryTimer(setTimeout);
	return () => {
		globalThis.setTimeout = setTimeout;
		http.globalAgent.destroy();
		https.globalAgent.destroy();
		Object.assign(http, { get: originals.http.get, request: originals.http.request });
		Object.assign(https, { get: originals.https.get, request: originals.https.request });
		Object.assign(net, { connect: originals.net.connect });
		Object.assign(tls, {
			connect: originals.tls.connect,
			createSecureContext: originals.tls.createSecureContext,
		});
	};
}

/** Makes the patch's telemetry timer of ten minutes not keep the test process alive. */
function withoutTelemetryTimer(original: typeof setTimeout): typeof setTimeout {
	const patched = (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
		const timer = original(run, ms, ...args);
		return ms === 600_000 ? timer.unref() : timer;
	};
	return Object.assign(patched, original) as typeof setTimeout;
}
