import assert from "node:assert/strict";
import "../../support/stable.ts";
import { Deployments } from "../../../src/core/deployments/deployments.ts";
import { DeploymentStore } from "../../../src/core/deployments/store.ts";
import type { SavedDeployment } from "../../../src/core/deployments/deployment.ts";
import type { Memory } from "../../../src/core/base/memory.ts";
import { Sessions, type Secrets } from "../../../src/core/deployments/sessions.ts";
import { openSecrets } from "../../support/memories.ts";
import { saved } from "../../support/recorded.ts";

const token = "SampleOwnr-SampleOwnerNotRealTokn";
const staging: SavedDeployment = {
	...saved,
	key: "1e57ab1e-0a6b-4e0e-9c66-3a4b8e2f7c11",
	url: "https://staging.larkspur.example",
	name: "staging.larkspur.example",
};

/**
 * Global state as windows see it: each has a copy of everything, writes all of it, and receives the others' changes
 * later. VS Code stores an extension's state as one text.
 */
class WindowStates {
	#stored: Record<string, unknown> = {};
	readonly #copies = new Set<Record<string, unknown>>();

	open(): Memory {
		const copy: Record<string, unknown> = { ...this.#stored };
		this.#copies.add(copy);
		return {
			get: (key) => structuredClone(copy[key]),
			update: (key, value) => {
				copy[key] = structuredClone(value);
				this.#stored = { ...copy };
				return Promise.resolve();
			},
		};
	}

	/** Delivers the last write to every window. */
	deliver(): void {
		for (const copy of this.#copies) Object.assign(copy, this.#stored);
	}
}

function window(memory: Memory, secrets: Secrets): Deployments {
	return new Deployments(
		memory,
		secrets,
		(entry) => new DeploymentStore(entry, () => Promise.reject(new Error("not asked"))),
	);
}

const keys = ({ list }: Deployments) => list.map((deployment) => deployment.saved.key).sort();

describe("two windows that sign in at the same time", () => {
	it("lose no deployment: overwritten ones are restored", async () => {
		const states = new WindowStates();
		const secrets = openSecrets();
		const [first, second] = [window(states.open(), secrets), window(states.open(), secrets)];
		await first.signIn(saved, token);
		await second.signIn(staging, token);
		states.deliver();
		first.sync();
		assert.deepEqual(keys(first), [staging.key], "the second window's state won");
		await first.restoreLost();
		states.deliver();
		second.sync();
		const both = [saved.key, staging.key].sort();
		assert.deepEqual(keys(first), both);
		assert.deepEqual(keys(second), both);
	});

	it("don't restore a deployment after a sign-out, in any window", async () => {
		const states = new WindowStates();
		const secrets = openSecrets();
		const [first, second] = [window(states.open(), secrets), window(states.open(), secrets)];
		await first.signIn(saved, token);
		states.deliver();
		second.sync();
		await second.signOut(second.list[0] ?? assert.fail());
		states.deliver();
		first.sync();
		await first.restoreLost();
		assert.deepEqual(keys(first), []);
		await first.signIn(saved, token);
		await first.signOut(first.list[0] ?? assert.fail());
		await first.restoreLost();
		assert.deepEqual(keys(first), []);
	});
});

describe("signing out in a browser tab", () => {
	/** Secrets as a tab sees them: a value that it has read or written doesn't change. */
	const tab = (shared: Secrets): Secrets => {
		const seen = new Map<string, string | undefined>();
		return {
			get: async (key) => {
				if (!seen.has(key)) seen.set(key, await shared.get(key));
				return seen.get(key);
			},
			store: (key, value) => {
				seen.set(key, value);
				return shared.store(key, value);
			},
			delete: (key) => {
				seen.set(key, undefined);
				return shared.delete(key);
			},
		};
	};

	it("isn't undone by the tab that signed in and still sees the token", async () => {
		const states = new WindowStates();
		const secrets = openSecrets();
		const first = window(states.open(), tab(secrets));
		const second = window(states.open(), tab(secrets));
		await first.signIn(saved, token);
		await first.signIn(staging, token);
		states.deliver();
		second.sync();
		await second.signOut(second.list[0] ?? assert.fail());
		states.deliver();
		first.sync();
		await first.restoreLost();
		assert.deepEqual(keys(first), [staging.key]);
		// After signing in again there, it's listed again, and is as hard to lose as before.
		await second.signIn(saved, token);
		states.deliver();
		first.sync();
		await first.restoreLost();
		assert.deepEqual(keys(first), [saved.key, staging.key].sort());
	});

	it("is remembered without the address, which must be forgotten", async () => {
		const memory = new WindowStates().open();
		const deployments = window(memory, openSecrets());
		await deployments.signIn({ ...saved, key: saved.url }, token);
		await deployments.remove(deployments.list[0] ?? assert.fail());
		const kept = ["deployments", "seenUrls", "signedOut"].map((key) => memory.get(key));
		assert.ok(!JSON.stringify(kept).includes("larkspur"), JSON.stringify(kept));
	});
});

describe("rows of one URL left behind by version 0.1", () => {
	it("are resolved to the last one signed in to, or the active one", async () => {
		const memory = new WindowStates().open();
		const restored = { ...saved, key: "fe0fe0fe-0a6b-4e0e-9c66-3a4b8e2f7c11" };
		await memory.update("deployments", [saved, staging, restored]);
		const deployments = window(memory, openSecrets());
		assert.equal(deployments.at(saved.url)?.saved.key, restored.key);
		await deployments.switchTo(deployments.list[0] ?? assert.fail());
		assert.equal(deployments.at(saved.url)?.saved.key, saved.key);
		assert.equal(deployments.at(staging.url)?.saved.key, staging.key);
		assert.equal(deployments.at("https://other.example"), undefined);
	});
});

describe("a deployment and its identity", () => {
	const restored = { ...saved, key: "fe0fe0fe-0a6b-4e0e-9c66-3a4b8e2f7c11" };

	it("is replaced by the deployment that now responds at its URL, in the same position, and its token is deleted", async () => {
		const secrets = openSecrets();
		const deployments = window(new WindowStates().open(), secrets);
		await deployments.signIn(saved, token);
		await deployments.signIn(staging, token);
		await deployments.signIn(restored, token);
		assert.deepEqual(
			deployments.list.map((deployment) => deployment.saved.key),
			[restored.key, staging.key],
		);
		assert.equal(secrets.entries.size, 2);
	});

	it("remains next to its copy with another key and URL", async () => {
		const deployments = window(new WindowStates().open(), openSecrets());
		await deployments.signIn(saved, token);
		const url = "https://copy.larkspur.example";
		await deployments.signIn({ ...saved, key: `${saved.key}@${url}`, url, name: "copy" }, token);
		assert.equal(deployments.list.length, 2);
	});
});

describe("an unresponsive secret storage", () => {
	const never = (): Promise<never> => new Promise(() => undefined);
	const sentence =
		"VS Code's secret storage didn't respond within 50 milliseconds. Unlock your keyring and try again.";
	const slow = (secrets: Secrets): Deployments =>
		new Deployments(
			new WindowStates().open(),
			secrets,
			(entry) => new DeploymentStore(entry, () => Promise.reject(new Error("not asked"))),
			new Sessions(secrets, 50),
		);

	it("is reported at sign-in, and leaves no row", async () => {
		const deployments = slow({ ...openSecrets(), store: never });
		await assert.rejects(deployments.signIn(saved, token), { message: sentence });
		assert.deepEqual(deployments.list, []);
	});

	it("is reported at sign-out, and the row stays until the token is deleted", async () => {
		const secrets = openSecrets();
		const deployments = slow({ ...secrets, delete: never });
		const deployment = await deployments.signIn(saved, token);
		await assert.rejects(deployments.signOut(deployment), { message: sentence });
		await assert.rejects(deployments.remove(deployment), { message: sentence });
		assert.deepEqual(keys(deployments), [saved.key]);
	});

	it("doesn't prevent a sign-in that only has to delete an older token", async () => {
		const deployments = slow({ ...openSecrets(), delete: never });
		await deployments.signIn(saved, token);
		const restored = { ...saved, key: "fe0fe0fe-0a6b-4e0e-9c66-3a4b8e2f7c11" };
		await deployments.signIn(restored, token);
		assert.deepEqual(keys(deployments), [restored.key]);
	});

	it("passes on its own errors", async () => {
		const failing = { ...openSecrets(), delete: () => Promise.reject(new Error("No keyring.")) };
		const deployments = slow(failing);
		const deployment = await deployments.signIn(saved, token);
		await assert.rejects(deployments.signOut(deployment), { message: "No keyring." });
	});
});
