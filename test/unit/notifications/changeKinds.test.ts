import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { ObservedChange } from "../../../src/core/notifications/observedChange.ts";
import { now, kindOf, deploymentWith, looking, subjects } from "./support/kindBench.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

describe("the notification of changed options and experiments", () => {
	const option = (id: string, more: object = {}) => ({
		kind: "option" as const,
		id,
		name: id.toLowerCase(),
		text: "a → b",
		...more,
	});
	const experiment = { kind: "experiment" as const, id: "oauth2", name: "oauth2", text: "on" };
	const seenAt = (at: number, ...all: ObservedChange["changes"]): ObservedChange => ({
		before: "x",
		at,
		changes: all,
		event: "e.json",
	});
	const find = async (id: string, wanted: readonly string[], ...seen: ObservedChange[]) => {
		const isWanted = (other: string) => wanted.includes(other);
		return kindOf(id, { changes: seen }).find(looking(deploymentWith({}), { isWanted }));
	};

	it("finds those of the last day", async () => {
		const seen = [1, 2, 3].map((hours) =>
			seenAt(now - day + (2 - hours) * minute, option(`CODER_${String(hours)}`)),
		);
		assert.deepEqual(subjects(await find("configurationChanged", [], ...seen)), ["x\nCODER_1"]);
	});

	it("leaves out what isn't set, and changes without options", async () => {
		const seen = seenAt(now, option("CODER_B"), option("CODER_A"), experiment);
		const unset = seenAt(now, option("CODER_C", { unset: true }));
		const found = await find("configurationChanged", [], seen, unset, seenAt(now, experiment));
		assert.deepEqual(found, [
			{
				subject: "x\nCODER_A\nCODER_B",
				words: "coder_b, coder_a",
				place: { command: "coderDeployment.compareConfiguration", argument: "e.json" },
			},
		]);
		assert.deepEqual(await find("experimentsChanged", [], seen, unset), [
			{ subject: "x\noauth2", words: "oauth2 (on)", place: { section: "experiments" } },
		]);
	});

	it("distinguishes repeated changes by their values if there is no history, and undoes them", async () => {
		const { event: _event, ...seen } = seenAt(now, option("CODER_A"), experiment);
		const back = [option("CODER_A", { text: "b → a" }), { ...experiment, text: "off" }];
		const own = { ...seen, before: "", back };
		assert.deepEqual(await find("configurationChanged", [], own), [
			{
				subject: "\nCODER_A a → b",
				words: "coder_a",
				place: { command: "coderDeployment.openConfiguration", argument: "@id:CODER_A" },
				undoes: "\nCODER_A b → a",
			},
		]);
		const [found] = (await find("experimentsChanged", [], own)) ?? [];
		assert.equal(found?.undoes, "\noauth2 off");
	});

	const experiments = option("CODER_EXPERIMENTS");

	it("reports a change of experiments once, whichever answer arrives first", async () => {
		const both = ["configurationChanged", "experimentsChanged"];
		for (const [title, seen, options, ofExperiments] of [
			["together", [seenAt(now, experiments, experiment)], 0, 1],
			["experiments first", [seenAt(now, experiments), seenAt(now - minute, experiment)], 0, 1],
			["option first", [seenAt(now, experiment), seenAt(now - minute, experiments)], 1, 0],
			[
				"experiments long before",
				[seenAt(now, experiments), seenAt(now - 15 * minute, experiment)],
				1,
				1,
			],
			[
				"option long before",
				[seenAt(now, experiment), seenAt(now - 15 * minute, experiments)],
				1,
				1,
			],
			[
				"later experiments",
				[seenAt(now, experiment), seenAt(now - 20 * minute, experiments)],
				1,
				1,
			],
		] as const) {
			for (const [id, count] of [
				["configurationChanged", options],
				["experimentsChanged", ofExperiments],
			] as const) {
				assert.equal((await find(id, both, ...seen))?.length, count, `${id}: ${title}`);
				assert.equal((await find(id, [], ...seen))?.length, 1, `${id} alone: ${title}`);
			}
		}
	});

	it("reports other options together with that of the experiments", async () => {
		const seen = seenAt(now, experiments, option("CODER_A"), experiment);
		const found = await find("configurationChanged", ["experimentsChanged"], seen);
		assert.deepEqual(subjects(found), ["x\nCODER_A"]);
	});
});
