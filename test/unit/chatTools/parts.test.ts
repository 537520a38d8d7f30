import assert from "node:assert/strict";
import "../../support/stable.ts";
import { maxResultBytes, withItems } from "../../../src/core/chatTools/items.ts";
import { pickDeployment } from "../../../src/core/chatTools/pickDeployment.ts";
import { readInput } from "../../../src/core/chatTools/readInput.ts";
import { plainData } from "../../../src/core/chatTools/texts.ts";
import { limitInput, queryInput } from "../../../src/core/chatTools/inputs.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { recorded, saved } from "../../support/recorded.ts";
import { contextOf, run } from "./support/toolBench.ts";

describe("plain data for a model", () => {
	it("contains exact integers as texts, and everything else as it is", () => {
		assert.deepEqual(plainData({ a: [1, 2n ** 60n, null, true, "x"], b: {} }), {
			a: [1, "1152921504606846976", null, true, "x"],
			b: {},
		});
	});

	it("has no invisible characters, credentials, and long texts, not even in names", () => {
		assert.equal(plainData("a\u200b\u0007\n\u202eb"), "a b");
		assert.doesNotMatch(JSON.stringify(plainData("SampleOwnr-SampleOwnerNotRealTokn")), /NotReal/);
		const [entry] = Object.entries(plainData({ ["n".repeat(700)]: "t".repeat(700) }) as object);
		assert.deepEqual(
			entry?.map((part: string) => part.length),
			[600, 600],
		);
	});

	it("shortens a text before it's searched for credentials", () => {
		const invisible = "\u200b".repeat(1200);
		assert.equal(plainData(`${invisible}a`), " ");
	});
});

describe("a list in a tool's result", () => {
	it("has the requested items, and says how many it left out", () => {
		const all = [1, 2, 3].map((a) => ({ a }));
		assert.deepEqual(withItems({ b: 1 }, "items", all), { b: 1, total: 3, items: all });
		assert.deepEqual(withItems({}, "items", all, { limit: 1, skip: 1 }), {
			total: 3,
			items: [{ a: 2 }],
			leftOut: 2,
		});
		assert.deepEqual(withItems({}, "items", []), { total: 0, items: [] });
		assert.equal(
			(withItems({}, "items", Array<{ a: number }>(60).fill({ a: 1 }))["items"] as object[]).length,
			50,
		);
	});

	it("has as many items as fit", () => {
		const item = Object.fromEntries(
			Array.from({ length: 10 }, (_, index) => [String(index), "x".repeat(500)]),
		);
		const { items, leftOut } = withItems({}, "items", Array<typeof item>(5).fill(item));
		assert.deepEqual([(items as object[]).length, leftOut], [3, 2]);
		assert.ok(3 * JSON.stringify(item).length < maxResultBytes);
	});
});

describe("the input of a tool", () => {
	const fields = { query: queryInput, limit: limitInput };

	it("is an object, or nothing", () => {
		assert.deepEqual(readInput(fields, undefined), {});
		assert.deepEqual(readInput(fields, null), {});
		assert.deepEqual(readInput(fields, { query: "", limit: null }), {});
		assert.deepEqual(readInput(fields, { query: "a", limit: 3 }), { query: "a", limit: 3 });
		for (const input of ["a", 7, [], true])
			assert.throws(() => readInput(fields, input), {
				message: "The input must be a JSON object with these fields: query, limit.",
			});
	});

	it("is rejected with what is expected, for at most five mistakes", () => {
		assert.throws(() => readInput(fields, { query: 7, limit: 0, other: 1 }), {
			message: [
				"“query” must be a string of at most 500 characters.",
				"“limit” must be an integer from 1 to 50.",
				"There is no input “other”. Use: query, limit.",
			].join(" "),
		});
		const many = Object.fromEntries("abcdefg".split("").map((name) => [name, 1]));
		assert.throws(
			() => readInput(fields, { ...many, toString: 1 }),
			({ message }: Error) => message.split("There is no input").length === 6,
		);
	});
});

describe("the deployment that a tool is about", () => {
	const deployment = (name: string, url: string): Deployment =>
		({ saved: { ...saved, name, url } }) as unknown as Deployment;
	const list = Array.from({ length: 25 }, (_, index) =>
		deployment(`D${String(index)}`, `https://d${String(index)}.example`),
	);
	const pick = (all: readonly Deployment[], wanted?: string): string =>
		pickDeployment(contextOf(all), wanted).saved.url;

	it("is the active one, or that with a name or URL", () => {
		assert.equal(pick(list), "https://d0.example");
		assert.equal(pick(list, " d7 "), "https://d7.example");
		assert.equal(pick(list, "HTTPS://D7.example/workspaces/a"), "https://d7.example");
	});

	it("isn't known otherwise, and up to twenty are listed", () => {
		for (const wanted of ["x", "https://x.example", "not a url"])
			assert.throws(
				() => pick(list, wanted),
				({ message }: Error) => {
					assert.ok(message.startsWith(`There is no deployment “${wanted}”.`));
					assert.equal(message.split("https://d").length, 21);
					return true;
				},
			);
		const same = list.map(({ saved: { url } }) => deployment("Same", url));
		assert.throws(
			() => pick(same, "same"),
			({ message }: Error) => message.split("https://").length === 21,
		);
		assert.throws(() => pickDeployment(contextOf([])), { message: /^No one is signed in/ });
	});
});

describe("a tool's answer", () => {
	it("names at most ten unknown filters", async () => {
		const store = await recorded({ deploymentConfig: { body: { options: [] } } });
		const query = Array.from({ length: 12 }, (_, index) => `@moon${String(index)}`).join(" ");
		const { unknownFilters } = await run("searchOptions", { query }, contextOf([store]));
		assert.equal((unknownFilters as string[]).length, 10);
	});

	it("has at most twenty states and apps", async () => {
		const store = await recorded({
			deploymentStats: {
				body: {
					workspaces: Object.fromEntries(
						Array.from({ length: 30 }, (_, index) => [`s${String(index)}`, index]),
					),
				},
			},
		});
		const { workspacesByState } = await run("getStatistics", {}, contextOf([store]));
		assert.equal(Object.keys(workspacesByState ?? {}).length, 20);
	});
});
