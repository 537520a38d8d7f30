import assert from "node:assert/strict";
import "../../support/stable.ts";
import { endpointIds, endpoints } from "../../../src/core/coder/endpoints.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import { TimeLimitError } from "../../../src/core/base/timeLimit.ts";
import { noToken, otherAccount, unreadableToken } from "../../../src/core/http/tokenFailures.ts";
import { deploymentProblem } from "../../../src/core/deployments/deploymentProblem.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { welcomeCause } from "../../../src/core/overview/welcome.ts";
import {
	startSampleDeployment,
	type SampleDeployment,
	type SampleDeploymentOptions,
} from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { failureOf, recorded, type Recording } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const withSession = endpointIds.filter((id) => endpoints[id].auth);
const all = (ids: readonly EndpointId[], answer: Recording[EndpointId]): Recording =>
	Object.fromEntries(ids.map((id) => [id, answer]));

describe("the problem on a deployment's row", function () {
	this.timeout(slowMachine);
	let sample: SampleDeployment;

	afterEach(() => sample.close());

	/** Returns the problem after this token's user refreshed everything, and again after `later`. */
	async function problemOf(
		token: keyof SampleDeployment["tokens"],
		before: (sample: SampleDeployment) => unknown = () => undefined,
		later?: (sample: SampleDeployment) => unknown,
		options?: SampleDeploymentOptions,
	): Promise<string | undefined> {
		sample = await startSampleDeployment(options);
		await before(sample);
		const { store } = bench(sample.url, { token: sample.tokens[token] });
		await store.refresh();
		if (later) {
			await later(sample);
			await store.refresh();
		}
		assert.equal(welcomeCause([store], [sample.url]), undefined, "its row stays");
		return deploymentProblem(store.snapshot)?.words;
	}

	it("is missing if there is something to see", async () => {
		assert.equal(await problemOf("owner"), undefined);
		await sample.close();
		assert.equal(
			await problemOf("member"),
			undefined,
			"a member lacks two sections, not the others",
		);
		await sample.close();
		assert.equal(
			await problemOf("owner", undefined, undefined, { version: "ancient" }),
			undefined,
			"routes that an old server lacks are no missing permission",
		);
	});

	it("is a session that ended, before anything was known and later", async () => {
		assert.equal(await problemOf("expired"), "session ended");
		await sample.close();
		assert.equal(await problemOf("revoked"), "session ended");
		await sample.close();
		const later = (server: SampleDeployment): void => {
			server.revokeToken("owner");
		};
		assert.equal(await problemOf("owner", undefined, later), "session ended");
	});

	it("is an unreachable deployment, before anything was known and later", async () => {
		assert.equal(await problemOf("owner", (server) => server.stop()), "offline");
		await sample.close();
		assert.equal(await problemOf("owner", undefined, (server) => server.stop()), "offline");
	});

	it("is a token without permissions, even if its account seems to be missing", async () => {
		const narrow = (server: SampleDeployment): void => {
			for (const id of withSession) server.setFault(id, { kind: "status", status: 403 });
		};
		assert.equal(await problemOf("owner", narrow), "no access");
	});
});

describe("a welcome text", () => {
	it("is only shown without any deployment, and distinguishes users who signed in before", () => {
		assert.equal(welcomeCause([], []), "neverSignedIn");
		assert.equal(welcomeCause([], ["https://coder.example.com"]), "signedOut");
	});

	it("never replaces a deployment's row, not even before and during the first request", async () => {
		for (const recording of [
			{},
			{ buildInfo: { failure: failureOf("timeout") } },
			...[
				noToken(true),
				otherAccount(true),
				unreadableToken(new TimeLimitError(1000)),
				noToken(false),
				otherAccount(false),
				failureOf("forbidden"),
			].map((failure) => all(withSession, { failure })),
		]) {
			assert.equal(welcomeCause([await recorded(recording)], []), undefined);
		}
	});
});

describe("the row of a lone deployment that can't be read", () => {
	const build = { buildInfo: { body: { version: "v2.35.1" } } };
	const row = async (recording: Recording) => {
		const deployment = await recorded(recording);
		const [node] = outline([deployment], deployment, 0);
		const problem = node?.children?.[0]?.children?.[0];
		return { node: node ?? assert.fail(), problem };
	};

	it("shows first that it's unreachable, and why, and offers to retry", async () => {
		for (const [kind, words] of [
			["timeout", "offline"],
			["certificate", "certificate problem"],
			["proxyAuth", "proxy problem"],
			["settings", "settings problem"],
		] as const) {
			const failure = failureOf(kind, { message: `It's ${kind}.`, action: "retry" });
			const { node, problem } = await row({ buildInfo: { failure } });
			assert.ok(node.description?.startsWith(words), node.description);
			assert.ok(node.words?.includes("unreachable"));
			assert.ok(node.spoken?.includes(`It's ${kind}.`));
			assert.equal(problem?.description, `It's ${kind}.`);
			assert.equal(problem.command?.title, "Retry");
		}
	});

	it("shows first that its token has no access, and offers to sign in again", async () => {
		const { node, problem } = await row({
			...build,
			...all(withSession, { failure: failureOf("forbidden") }),
		});
		assert.ok(node.description?.startsWith("no access · v2.35.1"), node.description);
		assert.equal(node.ended, true);
		assert.equal(node.children?.[0]?.description, undefined, "it isn't “All good”");
		assert.equal(
			problem?.description,
			"Your session token can't read anything on this deployment.",
		);
		assert.equal(problem.command?.title, "Sign In with Another Account");
	});

	it("has no access only if every endpoint is forbidden", async () => {
		const closed = { ...build, ...all(withSession, { failure: failureOf("forbidden") }) };
		const missing = { user: { failure: failureOf("unsupported") } };
		const oneFails = { ...closed, experiments: { failure: failureOf("serverError") } };
		assert.match((await row({ ...closed, ...missing })).node.description ?? "", /^no access/);
		assert.doesNotMatch((await row(oneFails)).node.description ?? "", /no access/);
	});
});
