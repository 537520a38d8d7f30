import assert from "node:assert/strict";
import "../../support/stable.ts";
import { aheadMs, isAhead, isYoung } from "../../../src/core/base/age.ts";
import { highestOf, lowestOf } from "../../../src/core/base/extremes.ts";
import {
	formatDate,
	formatLongest,
	formatMoment,
	formatPercent,
	formatRecent,
} from "../../../src/core/base/format.ts";
import { isMoment } from "../../../src/core/base/moment.ts";
import { nameSome } from "../../../src/core/base/nameSome.ts";
import { SerialQueue } from "../../../src/core/base/serialQueue.ts";
import { shorten, shortenMiddle } from "../../../src/core/base/shorten.ts";
import { trimEndOf } from "../../../src/core/base/trimEnd.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe("a text", () => {
	it("is shortened at its end, or in its middle", () => {
		assert.equal(shorten("abcdef", 6), "abcdef");
		assert.equal(shorten("abcdefg", 6), "abcde…");
		assert.equal(shortenMiddle("abcdefghi", 9), "abcdefghi");
		assert.equal(shortenMiddle("abcdefghij", 9), "abcdef…ij");
		assert.equal(shortenMiddle("abcdefghij", 4), "abc…");
	});

	it("loses one character at its end, however often it's there", () => {
		assert.equal(trimEndOf("/a//b///", "/"), "/a//b");
		assert.equal(trimEndOf("a", "/"), "a");
		assert.equal(trimEndOf("///", "/"), "");
		assert.equal(trimEndOf("", "/"), "");
	});

	it("has three names, and the number of the others", () => {
		assert.equal(nameSome(["a"]), "a");
		assert.equal(nameSome(["a", "b", "c"]), "a, b, c");
		assert.equal(nameSome(["a", "b", "c", "d"]), "a, b, c and 1 more");
		assert.equal(nameSome(Array(1003).fill("a")), "a, a, a and 1,000 more");
	});
});

describe("a time", () => {
	const now = Date.parse("2026-08-07T14:05:09.123Z");

	it("is ahead if it's more than a minute in the future", () => {
		assert.equal(isAhead(now + aheadMs, now), false);
		assert.equal(isAhead(now + aheadMs + 1, now), true);
		assert.equal(isAhead(now - day, now), false);
	});

	it("is young if it's neither old nor ahead", () => {
		assert.equal(isYoung(now - hour + 1, hour, now), true);
		assert.equal(isYoung(now - hour, hour, now), false);
		assert.equal(isYoung(now + aheadMs, hour, now), true);
		assert.equal(isYoung(now + aheadMs + 1, hour, now), false);
	});

	it("is valid if a date can be made from it", () => {
		for (const valid of [0, now, 8.64e15, -8.64e15]) assert.ok(isMoment(valid));
		for (const invalid of [8.64e15 + 2, -8.64e15 - 2, NaN, Infinity, "5", null, undefined, 5n]) {
			assert.ok(!isMoment(invalid));
		}
	});

	it("is shown without its date for twelve hours", () => {
		const shown = (ms: number) => plainSpaces(formatRecent(ms, now));
		assert.equal(shown(now), "2:05 PM");
		assert.equal(shown(now - 12 * hour + 1), "2:05 AM");
		assert.equal(shown(now - 12 * hour), "Aug 7, 2026, 2:05 AM");
		assert.equal(shown(now + 12 * hour), "Aug 8, 2026, 2:05 AM");
	});

	it("is shown as a date, or with seconds or milliseconds", () => {
		assert.equal(formatDate(now), "Aug 7, 2026");
		assert.equal(plainSpaces(formatMoment(now, "second")), "Aug 7, 2026, 2:05:09 PM");
		assert.equal(plainSpaces(formatMoment(now, "millisecond")), "Aug 7, 2026, 2:05:09.123 PM");
	});
});

describe("a number", () => {
	it("is rounded to the largest unit of a duration, at least a second", () => {
		for (const [ms, text] of [
			[0, "0 seconds"],
			[999, "1 second"],
			[1000, "1 second"],
			[90 * 1000, "2 minutes"],
			[59 * minute, "59 minutes"],
			[hour, "1 hour"],
			[35 * hour, "1 day"],
			[7 * day, "7 days"],
		] as const) {
			assert.equal(formatLongest(ms), text);
		}
	});

	it("is a whole percentage", () => {
		assert.equal(formatPercent(0.614), "61%");
		assert.equal(formatPercent(1), "100%");
	});

	it("is the lowest or highest of any number of them", () => {
		assert.equal(lowestOf([3, -1, 2]), -1);
		assert.equal(highestOf([3, -1, 2]), 3);
		assert.equal(lowestOf([]), Infinity);
		assert.equal(highestOf([]), -Infinity);
	});
});

describe("a queue", () => {
	it("runs one after the other, also after an error, which only its caller gets", async () => {
		const queue = new SerialQueue();
		const done: string[] = [];
		let open = (): void => undefined;
		const gate = new Promise<void>((resolve) => {
			open = resolve;
		});
		const first = queue.run(async () => {
			await gate;
			done.push("first");
			throw new Error("first failed");
		});
		const second = queue.run(() => {
			done.push("second");
			return Promise.resolve(2);
		});
		open();
		await assert.rejects(first, /first failed/);
		assert.equal(await second, 2);
		assert.deepEqual(done, ["first", "second"]);
	});
});
