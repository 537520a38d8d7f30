import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { CoderClient } from "../../../src/core/http/client.ts";
import type { ApiFailure } from "../../../src/core/http/failure.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { checkToken, findDeployment } from "../../../src/core/signIn/probe.ts";
import { sessionAttention } from "../../../src/core/signIn/sessionAttention.ts";
import { visibleEnvironment } from "../../../src/core/signIn/surroundings.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";
import { failureOf } from "../../support/recorded.ts";
import { snapshotOf, type SlotParts } from "../../support/snapshotOf.ts";

const home = "https://coder.larkspur.example";
const token = "SampleOwnr-SampleOwnerNotRealTokn";

const isFailure = (answer: object): answer is ApiFailure => "kind" in answer;

/** A client with these answers, by endpoint, that records what is requested. */
const clientWith = (answers: Readonly<Record<string, object>>, asked: string[] = []) =>
	({
		get: (id: string) => {
			asked.push(id);
			const answer = answers[id] ?? failureOf("network");
			return Promise.resolve(
				isFailure(answer)
					? { ok: false, failure: answer }
					: { ok: true, value: { value: answer, tookMs: 1 } },
			);
		},
	}) as unknown as CoderClient;

describe("the search for a deployment", () => {
	const build = { version: "v2.35.1", workspaceProxy: false };

	/** Searches, with an answer for each URL. */
	const search = async (typed: string, answerAt: (url: string) => object) => {
		const urls: string[] = [];
		const found = await findDeployment(typed, (url) => {
			urls.push(url);
			return clientWith({ buildInfo: answerAt(url) });
		});
		return { found, urls };
	};

	it("goes to parent paths while something else responds", async () => {
		for (const kind of ["notCoder", "unsupported"] as const) {
			const { found, urls } = await search(`${home}/team/page`, (url) =>
				url === home ? build : failureOf(kind),
			);
			assert.deepEqual(urls, [`${home}/team/page`, `${home}/team`, home]);
			assert.deepEqual(found, { ok: true, url: home, buildInfo: build });
		}
	});

	it("ends at a failure that would only repeat", async () => {
		for (const kind of ["network", "certificate", "timeout"] as const) {
			const { found, urls } = await search(`${home}/team/page`, () => failureOf(kind));
			assert.deepEqual(urls, [`${home}/team/page`]);
			assert.ok(!found.ok);
			assert.equal(found.message, `It is ${kind}. Do something.`);
		}
	});

	it("tries six paths, and reports the problem of the first", async () => {
		const { found, urls } = await search(`${home}/a/b/c/d/e/f/g/h`, (url) =>
			failureOf("notCoder", { message: `Not at ${url}.` }),
		);
		assert.equal(urls.length, 6);
		assert.equal(urls.at(-1), `${home}/a/b/c`);
		assert.ok(!found.ok);
		assert.equal(found.message, `Not at ${home}/a/b/c/d/e/f/g/h. Do something.`);
	});

	it("suggests the deployment of a workspace proxy, if its URL is one", async () => {
		const proxy = { ...build, workspaceProxy: true };
		const { found } = await search("https://proxy.example", () => ({
			...proxy,
			dashboardUrl: `${home}/`,
		}));
		assert.ok(!found.ok);
		assert.equal(found.suggestion, home);
		assert.match(found.message, /workspace proxy.*: https:\/\/coder\.larkspur\.example$/);
		for (const dashboardUrl of [
			undefined,
			"",
			"javascript:alert(1)",
			"https://me:word@x.example",
		]) {
			const other = await search("https://proxy.example", () => ({
				...proxy,
				...(dashboardUrl !== undefined && { dashboardUrl }),
			}));
			assert.ok(!other.found.ok);
			assert.ok(!("suggestion" in other.found));
			assert.match(other.found.message, /Use the URL of the deployment itself\.$/);
		}
	});

	it("suggests the other scheme only if the port speaks it", async () => {
		const suggestion = async (url: string, kind: "network" | "wrongScheme") => {
			const { found } = await search(url, () => failureOf(kind));
			return found.ok ? "" : found.suggestion;
		};
		assert.equal(await suggestion(home, "wrongScheme"), "http://coder.larkspur.example");
		assert.equal(await suggestion("http://a.example:80", "wrongScheme"), "https://a.example");
		assert.equal(await suggestion(home, "network"), undefined);
	});
});

describe("the check of a token", () => {
	const user = { id: "1", username: "mira", roles: [] };
	const check = async (answers: Readonly<Record<string, object>>) => {
		const asked: string[] = [];
		const checked = await checkToken(clientWith(answers, asked), { url: home, token });
		return { checked, asked };
	};

	it("returns the account, with its key if the server reports it", async () => {
		assert.deepEqual((await check({ user })).checked, { ok: true, user, key: undefined });
		const key = { id: "k" };
		assert.deepEqual((await check({ user, apiKey: key })).checked, { ok: true, user, key });
	});

	it("looks further only if the account is hidden from the token", async () => {
		const hidden = failureOf("rejected", { status: 404 });
		const limited = await check({ user: hidden, experiments: [] });
		assert.ok(limited.checked.ok);
		assert.equal(limited.checked.user.username, "SampleOwnr");
		assert.ok(!JSON.stringify(limited.checked).includes("NotReal"));
		const refused = await check({ user: hidden, experiments: failureOf("signedOut") });
		assert.ok(!refused.checked.ok);
		for (const status of [401, 403, 500]) {
			const failure = failureOf("signedOut", { status });
			const { checked, asked } = await check({ user: failure, experiments: [] });
			assert.ok(!checked.ok);
			assert.ok(!asked.includes("experiments"), String(status));
		}
	});
});

describe("a session that needs attention", () => {
	const now = Date.parse("2026-08-07T10:00:00Z");
	const attention = (slots: SlotParts) =>
		sessionAttention({ snapshot: snapshotOf(slots) } as unknown as Deployment, now);
	const ends = (inMs: number) => ({ apiKey: { value: { id: "k", expiresAt: now + inMs } } });

	it("has ended, or its token expires soon", () => {
		assert.deepEqual(attention({}), { need: undefined, facts: [] });
		assert.deepEqual(attention(ends(48 * 3_600_000)), { need: undefined, facts: [] });
		const soon = attention(ends(3_600_000));
		assert.equal(soon.need?.section, "session");
		assert.equal(soon.need.words, "token expires soon");
		assert.deepEqual(soon.facts?.map(plainSpaces), [
			"Your token expires on Aug 7, 2026, 11:00 AM.",
		]);
		const ended = attention({ ...ends(3_600_000), user: { failure: failureOf("signedOut") } });
		assert.equal(ended.need?.section, "session");
		assert.equal(ended.need.words, "session ended");
		assert.deepEqual(ended.facts, ["It is signedOut.", "Do something."]);
	});
});

describe("the environment of a workspace that isn't trusted", () => {
	it("has only the folder of the user's files", () => {
		const env = { APPDATA: String.raw`C:\Users\mira`, CODER_URL: home, PATH: "/bin" };
		const visible = (trusted: boolean) =>
			visibleEnvironment({ env, isTrusted: () => trusted, defaultUrl: () => undefined });
		assert.deepEqual(visible(false), { APPDATA: env.APPDATA });
		assert.deepEqual(visible(true), env);
	});
});
