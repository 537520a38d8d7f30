import assert from "node:assert/strict";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Deployments } from "../../../src/core/deployments/deployments.ts";
import { offerEnvironmentSignIn } from "../../../src/core/signIn/environmentOffer.ts";
import type { SignInFlow } from "../../../src/core/signIn/flow.ts";
import { followLink } from "../../../src/core/signIn/link.ts";
import { environmentSession, urlToBeginWith } from "../../../src/core/signIn/ways.ts";
import { openMemory } from "../../support/memories.ts";
import { recordingLogger } from "../../support/recordingLogger.ts";

const url = "https://coder.larkspur.example";
const token = "SampleOwnr-SampleOwnerNotRealTokn";
const deployment = { saved: { url } } as unknown as Deployment;

/** Creates a sign-in that records what it's asked to do, and always ends in the same way. */
function signIn(end: unknown = deployment) {
	const done: string[] = [];
	const flow = {
		at: (at: string) => {
			done.push(`at ${at}`);
			return Promise.resolve(deployment);
		},
		with: (at: string, given: string) => {
			done.push(`with ${at} ${given}`);
			return Promise.resolve(end);
		},
	} as unknown as SignInFlow;
	return { flow, done };
}

describe("a link that opens a deployment", () => {
	const follow = async (query: string, agreed: boolean, end?: unknown) => {
		const { flow, done } = signIn(end);
		const requested: string[] = [];
		const problems: string[] = [];
		const opened = await followLink(new URLSearchParams(query), flow, {
			link: (at) => {
				requested.push(at);
				assert.deepEqual(done, []);
				return Promise.resolve(agreed);
			},
			problem: ({ message }) => problems.push(message),
		});
		return { opened, requested, problems, done };
	};

	it("does nothing until the user agrees to its URL", async () => {
		const query = `url=${encodeURIComponent(url)}&token=${token}`;
		assert.deepEqual(await follow(query, false), {
			opened: undefined,
			requested: [url],
			problems: [],
			done: [],
		});
		const agreed = await follow(query, true);
		assert.equal(agreed.opened, deployment);
		assert.deepEqual(agreed.done, [`with ${url} ${token}`]);
	});

	it("without a token asks for one", async () => {
		for (const query of [`url=${url}`, `url=${url}&token=`]) {
			const { opened, done } = await follow(query, true);
			assert.equal(opened, deployment);
			assert.deepEqual(done, [`at ${url}`]);
		}
	});

	it("opens nothing if the token isn't accepted or the user cancels", async () => {
		for (const end of ["dismissed", "failed"]) {
			assert.equal((await follow(`url=${url}&token=${token}`, true, end)).opened, undefined);
		}
	});

	it("with an invalid URL is reported without a question", async () => {
		const missing = "Enter the URL of your Coder deployment.";
		const invalid = "This isn't a URL. Enter one like https://coder.example.com.";
		for (const [query, problem] of [
			["", missing],
			["url=", missing],
			["url=ftp%3A%2F%2Fx.example", "The URL must start with https:// or http://."],
			["url=not%20a%20url", invalid],
		] as const)
			assert.deepEqual(await follow(query, true), {
				opened: undefined,
				requested: [],
				problems: [`The link doesn't contain a valid deployment URL. ${problem}`],
				done: [],
			});
	});
});

describe("the offer to sign in with the environment's session", () => {
	const memory = openMemory();
	beforeEach(() => {
		for (const key of memory.keys()) memory.put(key, undefined);
	});

	interface Case {
		readonly agreed?: boolean;
		readonly end?: unknown;
		readonly trusted?: boolean;
		readonly list?: readonly Deployment[];
		readonly confirmed?: string;
		readonly env?: Readonly<Record<string, string>>;
		/** Runs while the user is asked. */
		readonly meanwhile?: () => void;
	}

	const offer = async ({
		agreed = true,
		end = deployment,
		trusted = true,
		list = [],
		confirmed = "",
		env = { CODER_URL: url, CODER_SESSION_TOKEN: token },
		meanwhile,
	}: Case = {}) => {
		const { flow, done } = signIn(end);
		const requested: string[] = [];
		const log = recordingLogger();
		const opened = await offerEnvironmentSignIn({
			deployments: {
				list,
				isConfirmed: (at: string) => at === confirmed,
			} as unknown as Deployments,
			flow,
			ask: {
				environment: (at) => {
					requested.push(at);
					assert.deepEqual(done, []);
					meanwhile?.();
					return Promise.resolve(agreed);
				},
			},
			surroundings: { env, isTrusted: () => trusted, defaultUrl: () => undefined },
			memory,
			log,
		});
		return { opened, requested, done, log };
	};

	it("signs in once the user agrees, and logs the URL only", async () => {
		const { opened, requested, done, log } = await offer();
		assert.equal(opened, deployment);
		assert.deepEqual(requested, [url]);
		assert.deepEqual(done, [`with ${url} ${token}`]);
		assert.equal(log.raw.length, 1);
		assert.match(log.raw[0] ?? "", /CODER_URL and CODER_SESSION_TOKEN.*larkspur/);
		assert.ok(!log.raw.join().includes(token));
		assert.deepEqual(memory.keys(), []);
	});

	it("isn't made without a session, in an untrusted workspace, or to those who know a deployment", async () => {
		const cases: readonly Case[] = [
			{ env: {} },
			{ env: { CODER_URL: url } },
			{ trusted: false },
			{ list: [deployment] },
			{ confirmed: url },
		];
		for (const one of cases)
			assert.deepEqual((await offer(one)).requested, [], JSON.stringify(one));
		assert.deepEqual((await offer({ confirmed: "https://other.example" })).requested, [url]);
	});

	it("isn't made again once it was declined or dismissed, but is for another URL", async () => {
		for (const end of [{ agreed: false }, { end: "dismissed" }]) {
			memory.put("declinedEnvironmentUrls", undefined);
			assert.equal((await offer(end)).opened, undefined);
			assert.deepEqual((await offer()).requested, []);
			const other = { CODER_URL: "https://other.example", CODER_SESSION_TOKEN: token };
			assert.deepEqual((await offer({ env: other })).requested, ["https://other.example"]);
		}
	});

	it("is made again if the token wasn't accepted", async () => {
		assert.equal((await offer({ end: "failed" })).opened, undefined);
		assert.deepEqual((await offer()).requested, [url]);
	});

	it("remembers the last twenty URLs, and ignores other data in its place", async () => {
		const key = "declinedEnvironmentUrls";
		memory.put(key, "something else");
		await offer({ agreed: false });
		assert.deepEqual(memory.get(key), [url]);
		const many = Array.from({ length: 20 }, (_, index) => `https://${String(index)}.example`);
		memory.put(key, many);
		await offer({ agreed: false });
		assert.deepEqual(memory.get(key), [url, ...many.slice(0, 19)]);
		const other = "https://other.example";
		memory.put(key, undefined);
		const meanwhile = () => {
			memory.put(key, [other, url]);
		};
		await offer({ agreed: false, meanwhile });
		assert.deepEqual(memory.get(key), [url, other], "another window declined it meanwhile");
	});
});

describe("the environment", () => {
	it("has a session if it has both a valid URL and a token", () => {
		assert.deepEqual(
			environmentSession({ CODER_URL: `${url}/`, CODER_SESSION_TOKEN: ` ${token}\n` }),
			{ url, token },
		);
		for (const env of [
			{ CODER_URL: url },
			{ CODER_SESSION_TOKEN: token },
			{ CODER_URL: "", CODER_SESSION_TOKEN: token },
			{ CODER_URL: "ftp://x.example", CODER_SESSION_TOKEN: token },
		]) {
			assert.equal(environmentSession(env), undefined);
		}
	});

	it("suggests the CLI's URL, then the workspace's, then the official extension's", () => {
		const agent = { CODER_AGENT_URL: "https://agent.example" };
		assert.equal(urlToBeginWith({ ...agent, CODER_URL: url }, "https://default.example"), url);
		assert.equal(urlToBeginWith(agent, "https://default.example"), "https://agent.example");
		assert.equal(urlToBeginWith({}, "https://default.example"), "https://default.example");
		for (const odd of [undefined, 5, null, ["x"]]) assert.equal(urlToBeginWith({}, odd), "");
	});
});
