import assert from "node:assert/strict";
import { parseJson } from "../../../src/core/base/json.ts";
import { CoderClient } from "../../../src/core/http/client.ts";
import type { FailureKind } from "../../../src/core/http/failure.ts";
import type { Answers, EndpointId } from "../../../src/core/coder/model.ts";
import type { Transport } from "../../../src/core/http/transport.ts";
import {
	liveAnswer,
	liveNames,
	liveVersions,
	needLiveAnswers,
	type LiveAnswer,
	type LiveVersion,
} from "../../support/liveAnswers.ts";
import { recordingLogger } from "../../support/recordingLogger.ts";
import { slowMachine } from "../../support/slowMachine.ts";

/** The endpoints by file name. */
const endpoints: Readonly<Record<string, EndpointId>> = {
	root: "root",
	buildinfo: "buildInfo",
	config: "deploymentConfig",
	stats: "deploymentStats",
	ssh: "deploymentSsh",
	experiments: "experiments",
	available: "experimentsAvailable",
	updatecheck: "updateCheck",
	tokenconfig: "tokenConfig",
	me: "user",
	key: "apiKey",
};

const open: readonly EndpointId[] = ["root", "buildInfo", "updateCheck"];
const readers: readonly EndpointId[] = ["deploymentConfig", "deploymentStats"];
const ofTheUser: readonly EndpointId[] = ["user", "apiKey", "tokenConfig"];

/** Returns the expected outcome for a role, by the server's version. */
function expected(role: string, id: EndpointId, version: LiveVersion): FailureKind | "ok" {
	if (open.includes(id)) return "ok";
	if (!["owner", "auditor", "member", "scoped"].includes(role)) return "signedOut";
	const narrow = role === "scoped" && version !== "v2.15.0";
	if (narrow && ofTheUser.includes(id)) return "rejected";
	return readers.includes(id) && (narrow || role === "member") ? "forbidden" : "ok";
}

const special: Readonly<Record<string, readonly [id: EndpointId, kind: FailureKind | "ok"]>> = {
	"defaults-config": ["deploymentConfig", "ok"],
	"redirect-api": ["buildInfo", "redirected"],
	"redirect-same-host": ["buildInfo", "ok"],
	"rate-limit-1": ["experiments", "ok"],
	"rate-limit-6": ["experiments", "rateLimited"],
	"stats-still-processing": ["deploymentStats", "notReady"],
	"suspended-experiments": ["experiments", "signedOut"],
	"no-database-buildinfo": ["buildInfo", "ok"],
	"no-database-deployment-config": ["deploymentConfig", "serverError"],
	"no-database-experiments": ["experiments", "serverError"],
	"no-database-updatecheck": ["updateCheck", "serverError"],
	"updatecheck-newer": ["updateCheck", "ok"],
	"updatecheck-off": ["updateCheck", "ok"],
	"updatecheck-older": ["updateCheck", "ok"],
	"updatecheck-same": ["updateCheck", "ok"],
	"updatecheck-stale": ["updateCheck", "ok"],
	"wrong-path": ["experimentsAvailable", "unsupported"],
	"tls-plain-http-to-https": ["buildInfo", "wrongScheme"],
};

/** Requests an endpoint from a server that responds as in a file. */
function readAnswer<K extends EndpointId>(id: K, answer: LiveAnswer) {
	const transport: Transport = {
		send: () =>
			Promise.resolve({
				status: answer.status,
				body: answer.body,
				header: (name: string) => answer.headers.get(name.toLowerCase())?.[0],
				values: (name: string) => answer.headers.get(name.toLowerCase()) ?? [],
			}),
	};
	const client = new CoderClient(
		transport,
		{
			url: "http://coder.example",
			token: () => Promise.resolve("FixtureTkn-FixtureTokenNotARealOne"),
			userAgent: "test",
		},
		recordingLogger(),
	);
	return client.get(id);
}

describe("responses of real servers", function () {
	this.timeout(slowMachine);

	before(function () {
		needLiveAnswers(this);
	});

	for (const version of liveVersions) {
		it(`are parsed for each role (${version})`, async () => {
			let read = 0;
			for (const name of liveNames(version)) {
				const [, role = "", route = ""] =
					/^(owner|auditor|member|scoped|anonymous|invalid|expired|deleted|malformed)-(.+)$/.exec(
						name,
					) ?? [];
				const known = special[name];
				const id = known?.[0] ?? endpoints[route];
				if (!id) continue;
				const reply = await readAnswer(id, liveAnswer(version, name));
				const kind = reply.ok ? "ok" : reply.failure.kind;
				assert.equal(kind, known?.[1] ?? expected(role, id, version), `${version} ${name}`);
				read++;
			}
			assert.ok(read > 90, String(read));
		});

		it(`report the version and, to authorized roles, license warnings (${version})`, async () => {
			for (const role of ["owner", "auditor", "member", "scoped"]) {
				const { headers } = await readAnswer(
					"experiments",
					liveAnswer(version, `${role}-experiments`),
				);
				assert.match(headers?.version ?? "", /^v2\./);
				const reported = role !== "member" && (role !== "scoped" || version === "v2.15.0");
				assert.equal(headers?.warnings?.length, reported ? 1 : 0, `${version} ${role}`);
			}
		});

		it(`contain the expected values (${version})`, async () => {
			const value = async <K extends EndpointId>(id: K, name: string): Promise<Answers[K]> => {
				const reply = await readAnswer(id, liveAnswer(version, name));
				assert.ok(reply.ok, name);
				return reply.value.value;
			};
			const raw = parseJson(liveAnswer(version, "owner-config").body) as {
				options: { name: string; env?: string; value_source?: string }[];
			};
			const { options } = await value("deploymentConfig", "owner-config");
			assert.deepEqual(
				options.map(({ name, valueSource }) => [name, valueSource]),
				raw.options.map((option) => [option.name, option.value_source]),
			);
			const names = options.map(({ name }) => Buffer.from(name));
			assert.deepEqual(
				names,
				names.toSorted((a, b) => Buffer.compare(a, b)),
			);
			assert.ok(options.every(({ secret, value: held }) => !secret || held === undefined));
			const ssh = await value("deploymentSsh", "owner-ssh");
			assert.equal(ssh.hostnamePrefix, "larkspur.");
			assert.ok(ssh.options.length > 0);
			const enabled = await value("experiments", "owner-experiments");
			assert.ok(enabled.includes("no-such-experiment"));
			const stats = await value("deploymentStats", "owner-stats");
			assert.equal(stats.latencyP50Ms, undefined);
			assert.ok(stats.workspaces.length >= 4 && stats.sessions.length >= 4);
			const { maxTokenLifetimeNs } = await value("tokenConfig", "member-tokenconfig");
			assert.equal(BigInt(maxTokenLifetimeNs), 7_776_000_000_000_000n);
			const owner = await value("user", "owner-me");
			assert.deepEqual(owner.roles, [{ name: "owner", displayName: "Owner" }]);
			const key = await value("apiKey", "owner-key");
			assert.ok((key.expiresAt ?? 0) > (key.createdAt ?? 0));
			const build = await value("buildInfo", "owner-buildinfo");
			assert.equal(
				build.version,
				liveAnswer(version, "owner-root").headers.get("x-coder-build-version")?.[0],
			);
			assert.equal(build.workspaceProxy, false);
		});

		it(`are JSON if their content type says so (${version})`, () => {
			for (const name of liveNames(version)) {
				const { status, headers, body } = liveAnswer(version, name);
				assert.ok(status >= 200 && status < 600, name);
				if (!headers.get("content-type")?.[0]?.includes("json") || body === "") continue;
				assert.doesNotThrow(() => parseJson(body), name);
			}
		});
	}
});
