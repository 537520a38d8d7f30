import assert from "node:assert/strict";
import "../../support/stable.ts";
import { endpointIds, endpoints } from "../../../src/core/coder/endpoints.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import { TimeLimitError } from "../../../src/core/base/timeLimit.ts";
import { noToken, otherAccount, unreadableToken } from "../../../src/core/http/tokenFailures.ts";
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

describe("the reason for a welcome view", function () {
	this.timeout(slowMachine);
	let sample: SampleDeployment;

	afterEach(() => sample.close());

	/** Returns the welcome cause after this token's user refreshed everything, and again after `later`. */
	async function causeOf(
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
		return welcomeCause([store], [sample.url]);
	}

	it("is missing if there is something to see", async () => {
		assert.equal(await causeOf("owner"), undefined);
		await sample.close();
		assert.equal(await causeOf("member"), undefined, "a member lacks two sections, not the others");
		await sample.close();
		assert.equal(
			await causeOf("owner", undefined, undefined, { version: "ancient" }),
			undefined,
			"routes that an old server lacks are no missing permission",
		);
	});

	it("is missing if there is no token: rows offer to sign in again, to reload, or to retry", async () => {
		for (const failure of [
			noToken(true),
			otherAccount(true),
			unreadableToken(new TimeLimitError(1000)),
			noToken(false),
			otherAccount(false),
		]) {
			const deployment = await recorded(all(withSession, { failure }));
			assert.equal(welcomeCause([deployment], []), undefined, failure.message);
		}
	});

	it("is missing for a session that ended before anything was known: its row stays", async () => {
		assert.equal(await causeOf("expired"), undefined);
		await sample.close();
		assert.equal(await causeOf("revoked"), undefined);
	});

	it("is missing for a session that ends later: its data is kept", async () => {
		const later = (server: SampleDeployment): void => {
			server.revokeToken("owner");
		};
		assert.equal(await causeOf("owner", undefined, later), undefined);
	});

	it("is an unreachable deployment, with the kind of reason", async () => {
		assert.equal(await causeOf("owner", (server) => server.stop()), "unreachable.refused");
	});

	it("is missing for a deployment that becomes unreachable later", async () => {
		assert.equal(await causeOf("owner", undefined, (server) => server.stop()), undefined);
	});

	it("is a token without permissions, even if its account seems to be missing", async () => {
		const narrow = (server: SampleDeployment): void => {
			for (const id of withSession) server.setFault(id, { kind: "status", status: 403 });
		};
		assert.equal(await causeOf("owner", narrow), "forbidden");
	});
});

describe("the reason for a welcome view with recorded data", () => {
	it("is missing before and during the first request", async () => {
		assert.equal(welcomeCause([await recorded({})], []), undefined);
	});

	it("distinguishes signed out from never signed in by the known addresses", () => {
		assert.equal(welcomeCause([], []), "neverSignedIn");
		assert.equal(welcomeCause([], ["https://coder.example.com"]), "signedOut");
	});

	it("is missing for several deployments, whatever is wrong with them", async () => {
		const closed = {
			buildInfo: { body: { version: "v2.35.1" } },
			...all(withSession, { failure: failureOf("forbidden") }),
		};
		const [a, b] = [await recorded(closed), await recorded(closed)];
		assert.equal(welcomeCause([a], []), "forbidden");
		assert.equal(welcomeCause([a, b], []), undefined);
	});

	it("is missing for an unreachable deployment with a known build", async () => {
		const build = { buildInfo: { body: { version: "v2.35.1" } } };
		const gone = { buildInfo: { failure: failureOf("timeout") } };
		assert.equal(welcomeCause([await recorded(gone)], []), "unreachable.timeout");
		assert.equal(welcomeCause([await recorded(build, gone)], []), undefined);
	});

	it("is a missing permission only if every endpoint is forbidden", async () => {
		const closed = {
			buildInfo: { body: { version: "v2.35.1" } },
			...all(withSession, { failure: failureOf("forbidden") }),
		};
		const missing = { user: { failure: failureOf("unsupported") } };
		assert.equal(welcomeCause([await recorded(closed)], []), "forbidden");
		assert.equal(welcomeCause([await recorded({ ...closed, ...missing })], []), "forbidden");
		const oneFails = { ...closed, experiments: { failure: failureOf("serverError") } };
		assert.equal(welcomeCause([await recorded(oneFails)], []), undefined);
	});
});
