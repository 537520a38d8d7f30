import assert from "node:assert/strict";
import { SessionNotices } from "../../../src/core/sessionNotices.ts";
import { UpdateNotices } from "../../../src/core/updateNotices.ts";
import { openMemory } from "./support/memories.ts";
import { failureOf, known, recorded, recordedAt, type Recording } from "./support/recorded.ts";

const buildInfo = { body: { version: "v2.35.1+8b44bd6", external_url: "https://github.com/c" } };
const release = (version: string, current = false): Recording => ({
	buildInfo,
	updateCheck: { body: { current, version, url: `https://github.com/releases/${version}` } },
});

describe("notices of updates", () => {
	it("are given once a version and deployment, also in the next session", async () => {
		const memory = openMemory();
		const deployment = await recorded(release("v2.36.0"));
		const notices = new UpdateNotices(memory);
		assert.deepEqual(notices.pending(deployment), {
			version: "v2.36.0",
			url: "https://github.com/releases/v2.36.0",
		});
		await notices.announced(known.key, "v2.36.0");
		assert.equal(notices.pending(deployment), undefined);
		assert.equal(new UpdateNotices(memory).pending(deployment), undefined);
		const next = await recorded(release("v2.37.0"));
		assert.equal(new UpdateNotices(memory).pending(next)?.version, "v2.37.0");
	});

	it("of one deployment are not those of another", async () => {
		const notices = new UpdateNotices(openMemory());
		const deployment = await recorded(release("v2.36.0"));
		await notices.announced("another", "v2.36.0");
		assert.equal(notices.pending(deployment)?.version, "v2.36.0");
	});

	it("end for good when muted", async () => {
		const memory = openMemory();
		await new UpdateNotices(memory).mute(known.key);
		const deployment = await recorded(release("v2.99.0"));
		assert.equal(new UpdateNotices(memory).pending(deployment), undefined);
	});

	it("are not given where nothing is available or nothing is known", async () => {
		const notices = new UpdateNotices(openMemory());
		for (const recording of [
			{},
			{ buildInfo },
			release("v2.35.1", true),
			release("v2.35.1+8b44bd6", true),
		]) {
			assert.equal(notices.pending(await recorded(recording)), undefined);
		}
	});

	it("survive a damaged memory", async () => {
		const memory = openMemory();
		const deployment = await recorded(release("v2.36.0"));
		for (const stored of [null, "x", 7, [], { [known.key]: 7 }]) {
			memory.put("updateNotices", stored);
			const notices = new UpdateNotices(memory);
			assert.equal(notices.pending(deployment)?.version, "v2.36.0");
			await notices.announced(known.key, "v2.36.0");
			assert.equal(notices.pending(deployment), undefined);
		}
	});
});

const hour = 3_600_000;
const session = (inMs: number, livesMs: number): Recording => ({
	user: { body: { id: "1", username: "mira", roles: [] } },
	apiKey: {
		body: {
			id: "SampleOwnr",
			expires_at: new Date(recordedAt + inMs).toISOString(),
			created_at: new Date(recordedAt + inMs - livesMs).toISOString(),
		},
	},
});
const ended: Recording = {
	user: { failure: failureOf("signedOut", { message: "It has expired." }) },
};

describe("notices of sessions", () => {
	it("say once that a session ended, and again when it ends again", async () => {
		const notices = new SessionNotices(openMemory());
		const deployment = await recorded(ended);
		assert.deepEqual(notices.next(deployment, recordedAt), {
			kind: "ended",
			message: "It has expired.",
		});
		assert.equal(notices.next(deployment, recordedAt), undefined);
		await deployment.refresh([]);
		const renewed = await recorded(ended, session(24 * 7 * hour, 24 * 7 * hour));
		assert.equal(notices.next(renewed, recordedAt), undefined);
	});

	it("say a day before that a token ends, once a token", async () => {
		const memory = openMemory();
		const soon = await recorded(session(23 * hour, 168 * hour));
		assert.deepEqual(new SessionNotices(memory).next(soon, recordedAt), {
			kind: "endsSoon",
			expiresAt: recordedAt + 23 * hour,
		});
		assert.equal(new SessionNotices(memory).next(soon, recordedAt), undefined);
		const another = await recorded(session(22 * hour, 168 * hour));
		assert.equal(new SessionNotices(memory).next(another, recordedAt)?.kind, "endsSoon");
	});

	it("say nothing of tokens that live short, end late, have ended or tell no end", async () => {
		for (const recording of [
			session(23 * hour, 24 * hour),
			session(25 * hour, 168 * hour),
			session(-hour, 168 * hour),
			{ apiKey: { body: { id: "x" } } },
			{},
		]) {
			const deployment = await recorded(recording);
			assert.equal(new SessionNotices(openMemory()).next(deployment, recordedAt), undefined);
		}
	});

	it("survive a damaged memory", async () => {
		const memory = openMemory();
		for (const stored of [null, "x", 7, []]) {
			memory.put("tokenEndNotices", stored);
			const soon = await recorded(session(23 * hour, 168 * hour));
			assert.equal(new SessionNotices(memory).next(soon, recordedAt)?.kind, "endsSoon");
		}
	});
});
