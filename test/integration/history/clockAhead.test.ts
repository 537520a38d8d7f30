import assert from "node:assert/strict";
import { History } from "../../../src/core/history/history.ts";
import { historyLimits, momentsOf } from "../../../src/core/history/snapshotFolder.ts";
import { snapshotLabels } from "../../../src/core/history/snapshotLabels.ts";
import { filesBelow, seen, temporaryFolder } from "./observations.ts";

const key = "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11";
const start = Date.parse("2026-03-05T10:00:00Z");
const minute = 60_000;
const hour = 60 * minute;

function open(root: string, now: number) {
	const clock = { now };
	const problems: string[] = [];
	const report = (problem: string): unknown => problems.push(problem);
	const history = new History(root, report, historyLimits, () => clock.now);
	const values = async () => {
		const ids = await history.ids(key);
		const snapshots = await Promise.all(ids.map((id) => history.read(key, id)));
		return snapshots.map((snapshot) => snapshot?.state.config?.options[0]?.value);
	};
	return { history, clock, values, problems };
}

describe("a history with entries from a clock that was ahead", () => {
	for (const ahead of [2 * minute, 3 * hour, 365 * 24 * hour]) {
		it(`by ${ahead / minute} minutes continues immediately, in order, with no future date`, async () => {
			const root = temporaryFolder();
			const wrong = open(root, start + ahead);
			await wrong.history.record(key, seen(start + ahead, "a"));
			const { history, clock, values, problems } = open(root, start);
			for (const [index, value] of ["b", "c", "a"].entries()) {
				clock.now = start + index * minute;
				await history.record(key, seen(clock.now, value));
			}
			assert.deepEqual(await values(), ["a", "b", "c", "a"]);
			assert.deepEqual(await open(root, clock.now).values(), ["a", "b", "c", "a"]);
			const { events, since } = await history.log(key);
			assert.deepEqual(
				events.map(({ at }) => at),
				[start + 2 * minute, start + minute, start],
			);
			assert.equal(since, start);
			assert.equal(filesBelow(root).length, 4);
			assert.deepEqual(problems, []);
		});
	}

	it("shows such a change as one of now until another follows", async () => {
		const root = temporaryFolder();
		const { history, clock } = open(root, start);
		await history.record(key, seen(start, "a"));
		clock.now = start + 24 * hour;
		await history.record(key, seen(clock.now, "b"));
		clock.now = start + hour;
		assert.deepEqual(
			(await history.log(key)).events.map(({ at }) => at),
			[start + hour],
		);
		await history.record(key, seen(clock.now, "c"));
		clock.now = start + 2 * hour;
		assert.deepEqual(
			(await history.log(key)).events.map(({ at }) => at),
			[start + hour, start + hour],
		);
	});

	it("keeps the entries of a window that still shows them", async () => {
		const { history, values } = open(temporaryFolder(), start);
		await history.record(key, seen(start - minute, "a"));
		await history.record(key, seen(start + 3 * hour, "b"));
		assert.deepEqual(await values(), ["a"]);
		// A clock that's corrected by seconds wasn't ahead.
		await history.record(key, seen(start + 20_000, "c"));
		assert.deepEqual(await values(), ["a", "c"]);
	});
});

describe("timestamps of snapshots", () => {
	const id = (at: number, seenAt?: number): string =>
		[
			String(at).padStart(15, "0"),
			"0123456789abcdef",
			...(seenAt === undefined ? [] : [String(seenAt).padStart(15, "0")]),
		].join("-") + ".json";

	it("are never after now or after later ones", () => {
		const ids = [id(1000), id(9000), id(9001, 2000), id(9002, 3000), id(9003, 99_000)];
		assert.deepEqual([...momentsOf(ids, 5000).values()].reverse(), [1000, 2000, 2000, 3000, 5000]);
	});

	it("are shown as precisely as necessary to distinguish them", () => {
		const at = Date.parse("2026-03-05T10:00:07.250Z");
		const labels = snapshotLabels(
			new Map([
				["a", at],
				["b", at + 1000],
				["c", at + 1005],
				["d", at + hour],
			]),
		);
		const texts = [...labels.values()];
		assert.equal(new Set(texts).size, 4);
		assert.match(labels.get("a") ?? "", /:00:07/);
		assert.match(labels.get("b") ?? "", /:00:08.250/);
		assert.doesNotMatch(labels.get("d") ?? "", /:00:0/);
	});
});
