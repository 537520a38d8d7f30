import assert from "node:assert/strict";
import { ask } from "../../sample-deployment/request.ts";
import {
	startSampleDeployment,
	type SampleDeployment,
	type SampleDeploymentOptions,
} from "../../sample-deployment/server.ts";
import { makeCertificate } from "../../sample-deployment/tls/certificate.ts";
import { makeSampleCertificates } from "../../sample-deployment/tls/sampleTls.ts";

describe("sample deployment: location and kind", () => {
	let deployment: SampleDeployment | undefined;
	const start = async (options: SampleDeploymentOptions) =>
		(deployment = await startSampleDeployment(options));

	afterEach(async () => {
		await deployment?.close();
		deployment = undefined;
	});

	it("runs below a base path", async () => {
		const { url, port } = await start({ basePath: "/team/coder", accessUrl: "self" });
		assert.equal(url, `http://127.0.0.1:${port}/team/coder`);
		const build = (await ask(`${url}/api/v2/buildinfo`)).json() as { dashboard_url: string };
		assert.equal(build.dashboard_url, url);
		assert.equal((await ask(`${url}/workspaces`)).status, 200);
		for (const path of ["/api/v2/buildinfo", "/team/coders", "/"]) {
			assert.equal((await ask(`http://127.0.0.1:${port}${path}`)).status, 404, path);
		}
	});

	it("can be a workspace proxy", async () => {
		const { url } = await start({ workspaceProxy: true });
		const build = (await ask(`${url}/api/v2/buildinfo`)).json();
		assert.deepEqual(build, {
			external_url:
				"https://github.com/coder/coder/commit/8b44bd69290d17eacc0fbb865a8fa43c77bfadec",
			version: "v2.35.1+8b44bd6",
			dashboard_url: "https://coder.larkspur.example",
			telemetry: false,
			workspace_proxy: true,
			agent_api_version: "1.0",
			provisioner_api_version: "",
			upgrade_message: "",
			deployment_id: "",
		});
		for (const path of ["/", "/experiments", "/nowhere"]) {
			const reply = await ask(`${url}/api/v2${path}`);
			assert.equal(reply.status, 400, path);
			assert.match(reply.text, /^<!doctype html>/);
		}
	});

	it("redirects everything to the access URL", async () => {
		const { url } = await start({ accessUrlRedirect: "https://coder.larkspur.example" });
		for (const path of ["/", "/api/v2/buildinfo", "/cli-auth"]) {
			const reply = await ask(url + path);
			assert.equal(reply.status, 307, path);
			assert.equal(reply.headers.location, "https://coder.larkspur.example");
		}
	});

	it("can be an old server", async () => {
		const { url, tokens } = await start({ version: "ancient" });
		const get = (path: string) => ask(`${url}/api/v2${path}`, { token: tokens.member });
		assert.deepEqual(Object.keys((await get("/buildinfo")).json() as object), [
			"external_url",
			"version",
			"dashboard_url",
			"workspace_proxy",
		]);
		const available = await get("/experiments/available");
		assert.equal(available.status, 404);
		assert.deepEqual(available.json(), { message: "Route not found." });
		deployment!.upgrade("old");
		assert.equal((await get("/experiments/available")).status, 200);
		assert.deepEqual((await get("/deployment/config")).json(), { message: "Forbidden." });
		assert.deepEqual(Object.keys((await get("/deployment/ssh")).json() as object), [
			"hostname_prefix",
			"ssh_config_options",
		]);
		const lifetime = await ask(`${url}/api/v2/users/me/keys/tokens/tokenconfig`, {
			token: tokens.owner,
		});
		assert.deepEqual(lifetime.json(), { max_token_lifetime: 5_184_000_000_000_000 });
		const refused = await ask(`${url}/api/v2/experiments`, {
			headers: { Authorization: `Bearer ${tokens.owner}` },
		});
		assert.equal(refused.status, 401);
		assert.equal(refused.headers["www-authenticate"], undefined);
	});

	it("can have more options", async () => {
		const { url, tokens } = await start({ extraOptions: 4708 });
		const reply = await ask(`${url}/api/v2/deployment/config`, { token: tokens.owner });
		assert.equal((reply.json() as { options: unknown[] }).options.length, 5000);
	});

	it("supports HTTPS and requests client certificates", async () => {
		const { authority, server, client } = await makeSampleCertificates();
		const ca = authority.cert;
		const { url } = await start({
			tls: { key: server.key, cert: server.cert, ca, requestClientCert: true },
		});
		const root = `${url}/api/v2/`;
		assert.match(root, /^https:/);
		const reply = await ask(root, { tls: { ca, cert: client.cert, key: client.key } });
		assert.equal(reply.status, 200);
		await assert.rejects(ask(root, { tls: { ca } }), /certificate required/i);
		await assert.rejects(ask(root), { code: "SELF_SIGNED_CERT_IN_CHAIN" });
	});

	it("has certificates that have expired or are for another host", async () => {
		const authority = await makeCertificate({ name: "authority", authority: true });
		const past: [number, number] = [Date.UTC(2020, 0, 1), Date.UTC(2021, 0, 1)];
		const hosts = ["127.0.0.1"];
		const wrong = [
			[
				await makeCertificate({ name: "a", hosts, issuer: authority, validity: past }),
				"CERT_HAS_EXPIRED",
			],
			[
				await makeCertificate({ name: "b", hosts: ["b.example"], issuer: authority }),
				"ERR_TLS_CERT_ALTNAME_INVALID",
			],
			[await makeCertificate({ name: "c", hosts }), "DEPTH_ZERO_SELF_SIGNED_CERT"],
		] as const;
		for (const [{ key, cert }, code] of wrong) {
			const { url, close } = await start({ tls: { key, cert } });
			await assert.rejects(ask(`${url}/api/v2/`, { tls: { ca: authority.cert } }), { code });
			await close();
		}
	});
});
