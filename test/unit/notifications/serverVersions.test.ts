import assert from "node:assert/strict";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { ServerVersions, type Upgrade } from "../../../src/core/notifications/serverVersions.ts";
import { openMemory, type OpenMemory } from "../../support/memories.ts";
import { saved } from "../../support/recorded.ts";

const key = "serverVersions";
const [v1, v2, v3] = ["v2.35.1+8b44bd6", "v2.36.0+5a3b1c0", "v2.37.0+0000001"];

describe("the stored versions of servers", () => {
	let memory: OpenMemory;

	beforeEach(() => {
		memory = openMemory();
	});

	/** Returns the change after a number of consecutive responses of a version. */
	const after = (version: string | undefined, inARow = 1, of = saved): Upgrade | undefined => {
		const versions = version === undefined ? [] : [{ version, firstAt: 0, lastAt: 0 }];
		const server = { versions, inARow, warnings: [] };
		return new ServerVersions(memory).lastUpgrade({ saved: of, server } as unknown as Deployment);
	};

	/** Returns what's stored about the only deployment. */
	const stored = (): unknown => Object.values(memory.get(key) as Record<string, unknown>)[0];

	const damage = (value: unknown): void => {
		const [hash = ""] = Object.keys(memory.get(key) as object);
		memory.put(key, { [hash]: value });
	};

	it("report no change until a second version responds", () => {
		assert.equal(after(undefined), undefined);
		assert.equal(memory.get(key), undefined);
		assert.equal(after(v1), undefined);
		assert.deepEqual(stored(), { version: v1, left: [] });
		assert.deepEqual(after(v2), { from: v1, to: v2, kind: "upgraded" });
		assert.deepEqual(after(undefined), { from: v1, to: v2, kind: "upgraded" });
		assert.deepEqual(stored(), { version: v2, left: [v1], from: v1 });
	});

	it("distinguish an upgrade, a downgrade, and another build", () => {
		after(v1);
		assert.equal(after(v2)?.kind, "upgraded");
		assert.equal(after("v2.36.0+1111111")?.kind, "rebuilt");
		assert.equal(after("v2.35.0+2222222")?.kind, "downgraded");
	});

	it("wait for 30 responses in a row before an earlier version is back", () => {
		after(v1);
		after(v2);
		assert.deepEqual(after(v1, 29), { from: v1, to: v2, kind: "upgraded" });
		assert.deepEqual(after(v1, 30), { from: v2, to: v1, kind: "downgraded" });
		assert.deepEqual(stored(), { version: v1, left: [v2], from: v2 });
		assert.deepEqual(after(v2, 29), { from: v2, to: v1, kind: "downgraded" });
		assert.deepEqual(after(v3, 1), { from: v1, to: v3, kind: "upgraded" }, "was never left");
		assert.deepEqual(stored(), { version: v3, left: [v1, v2], from: v1 });
	});

	it("include the five versions before the current one", () => {
		for (let minor = 1; minor <= 8; minor++) after(`v2.${minor}.0`);
		const left = ["v2.7.0", "v2.6.0", "v2.5.0", "v2.4.0", "v2.3.0"];
		assert.deepEqual(stored(), { version: "v2.8.0", left, from: "v2.7.0" });
	});

	it("are those of each deployment", () => {
		after(v1);
		assert.equal(after(v2, 1, { ...saved, key: "another" }), undefined);
		assert.deepEqual(after(v3), { from: v1, to: v3, kind: "upgraded" });
		assert.equal(Object.keys(memory.get(key) as object).length, 2);
	});

	it("survive damage", () => {
		for (const whole of [null, 7, "x", [], ["x"]]) {
			memory.put(key, whole);
			assert.equal(after(v1), undefined);
			assert.deepEqual(stored(), { version: v1, left: [] });
		}
		for (const one of [null, 7, "x", [], {}, { version: 7, from: v1 }]) {
			damage(one);
			assert.equal(after(v2), undefined);
			assert.deepEqual(stored(), { version: v2, left: [] });
		}
		damage({ version: v1, left: v1, from: 7 });
		assert.equal(after(v1), undefined);
		damage({ version: v1, left: [7, v3, null], from: 7 });
		assert.deepEqual(after(v2), { from: v1, to: v2, kind: "upgraded" });
		assert.deepEqual(stored(), { version: v2, left: [v1, v3], from: v1 });
	});
});
