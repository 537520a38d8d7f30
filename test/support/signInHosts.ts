import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { startTestProxy } from "../proxy/testProxy.ts";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { makeCertificate } from "../sample-deployment/tls/certificate.ts";
import { TestFiles } from "../integration/http/support/files.ts";

const domain = "larkspur.example";
const proxyPassword = "Basic bWlyYTpodXNoLWh1c2g=";

/** Hosts that are reached by name through a proxy; requests for other hosts are recorded, too. */
export interface SignInHosts {
	/** The settings to reach the hosts. */
	readonly settings: Readonly<Record<string, unknown>>;
	/** The sample's session tokens, by deployment. */
	readonly tokens: Readonly<Record<"coder" | "other" | "plain", string>>;
	/** Returns the requests since the last call, each with its headers. Concurrent requests are sorted. */
	take(): string[];
	/** Discards the recorded requests. */
	forget(): void;
	close(): Promise<void>;
}

/**
 * Starts the hosts: `coder` and `other` (https, below /team), `plain` (http, below /team), `moved` (https, redirects to
 * `other`), and `gateway` (https), which passes requests to `plain` only if they have a header from the settings.
 */
export async function startSignInHosts(): Promise<SignInHosts> {
	const authority = await makeCertificate({ name: "Larkspur Root", authority: true });
	const names = ["coder", "other", "moved", "gateway"];
	const hosts = names.map((name) => `${name}.${domain}`);
	const { key, cert } = await makeCertificate({ name: "larkspur", hosts, issuer: authority });
	const tls = { key, cert };
	const samples: Readonly<Record<"coder" | "other" | "plain" | "moved", SampleDeployment>> = {
		coder: await startSampleDeployment({ tls, basePath: "/team" }),
		other: await startSampleDeployment({ tls, basePath: "/team" }),
		plain: await startSampleDeployment({ basePath: "/team" }),
		moved: await startSampleDeployment({ tls, accessUrlRedirect: `https://other.${domain}` }),
	};
	const gateway = await startGateway(tls, samples.plain);
	const ports = { ...samples, gateway };
	const places = Object.fromEntries(
		Object.entries(ports).map(([name, { port }]) => [
			`${name}.${domain}:${name === "plain" ? 80 : 443}`,
			port,
		]),
	);
	const proxy = await startTestProxy({ places, authorization: proxyPassword });
	const files = new TestFiles();
	let strangers = 0;

	const lines = (): string[] => [
		...Object.entries(samples).flatMap(([name, sample]) =>
			sample
				.requests()
				.filter(({ headers }) => headers["x-through"] === undefined)
				.map((request) => describe(name, request)),
		),
		...gateway.requests.map((request) => describe("gateway", request)),
	];
	const forget = (): void => {
		for (const sample of Object.values(samples)) sample.resetRequests();
		gateway.requests.length = 0;
		strangers = proxy.requests.length;
	};
	return {
		settings: {
			"http.proxy": proxy.url,
			"http.proxyAuthorization": proxyPassword,
			"coderDeployment.tlsCaFile": files.write("ca.pem", authority.cert),
		},
		tokens: {
			coder: samples.coder.tokens.owner,
			other: samples.other.tokens.member,
			plain: samples.plain.tokens.owner,
		},
		take: () => {
			const targets = proxy.requests.slice(strangers).map(({ target }) => target);
			const unknown = targets.filter(
				(target) => !(target in places) && !target.startsWith("http:"),
			);
			const taken = [...unknown.map((target) => `stranger ${target}`), ...lines()].sort();
			forget();
			return taken;
		},
		forget,
		close: async () => {
			await proxy.close();
			await gateway.close();
			await Promise.all(Object.values(samples).map((sample) => sample.close()));
			files.remove();
		},
	};
}

interface Received {
	readonly path: string;
	readonly headers: IncomingHttpHeaders;
}

/**
 * Returns a request as text, such as `coder/team buildinfo +token +flat`: the host, the route, and everything private
 * that was sent with it.
 */
function describe(host: string, { path, headers }: Received): string {
	const [folder = "", route = ""] = path.split("/api/v2/");
	const carried = [
		headers["coder-session-token"] && "token",
		headers["x-flat"] && "flat",
		headers["x-named"] && "named",
		headers["x-command"] && "command",
		headers["proxy-authorization"] && "proxy's password",
	].filter(Boolean);
	const short = route.replace(/^users\/me\/keys\/.*$/, "key").replace("users/me", "me");
	return [`${host}${folder} ${short}`, ...carried].join(" +");
}

async function startGateway(
	tls: { readonly key: string; readonly cert: string },
	behind: SampleDeployment,
): Promise<{ readonly port: number; readonly requests: Received[]; close(): Promise<void> }> {
	const requests: Received[] = [];
	const server = createServer(tls, (request, response) => {
		const { url = "", headers, method = "GET" } = request;
		requests.push({ path: url, headers });
		if (headers["x-flat"] === undefined && headers["x-command"] === undefined) {
			response.writeHead(302, { Location: `https://login.${domain}/` }).end();
			return;
		}
		const token = headers["coder-session-token"];
		const passed = typeof token === "string" ? { "Coder-Session-Token": token } : {};
		void fetch(`http://127.0.0.1:${behind.port}${url}`, {
			method,
			headers: { ...passed, "X-Through": "gateway" },
		}).then(async (answer) => {
			const build = answer.headers.get("X-Coder-Build-Version") ?? "";
			response.writeHead(answer.status, {
				"Content-Type": "application/json",
				"X-Coder-Build-Version": build,
			});
			response.end(await answer.text());
		});
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		requests,
		close: async () => {
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
