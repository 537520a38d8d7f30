import assert from "node:assert/strict";
import "../../support/stable.ts";
import {
	formatAge,
	formatBytes,
	formatCount,
	formatDuration,
	formatLatency,
	formatMoment,
	formatNanoseconds,
	formatTime,
	goDuration,
} from "../../../src/core/base/format.ts";
import { setLocale } from "../../../src/core/base/l10n.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function table<T>(format: (value: T) => string, rows: readonly (readonly [T, string])[]): void {
	for (const [value, text] of rows) {
		it(`formats ${String(value)} as ${text}`, () => {
			assert.equal(plainSpaces(format(value)), text);
		});
	}
}

describe("counts", () => {
	table(formatCount, [
		[0, "0"],
		[-5, "-5"],
		[1234567, "1,234,567"],
		[9007199254740993n, "9,007,199,254,740,993"],
		[-9223372036854775808n, "-9,223,372,036,854,775,808"],
		[0.0004, "0.0004"],
		[1234.5, "1,234.5"],
	]);
});

describe("bytes", () => {
	table(formatBytes, [
		[0, "0 bytes"],
		[1, "1 byte"],
		[999, "999 bytes"],
		[1000, "1 kB"],
		[1499, "1.5 kB"],
		[999_949, "999.9 kB"],
		[999_950, "1 MB"],
		[999_999, "1 MB"],
		[16 * 1024 * 1024, "16.8 MB"],
		[48_318_382_080, "48.3 GB"],
		[9223372036854775807n, "9,223.4 PB"],
		[-1_234_567, "-1.2 MB"],
		[-5, "-5 bytes"],
	]);
});

describe("latencies", () => {
	table(formatLatency, [
		[0, "0 ms"],
		[31.874, "31.9 ms"],
		[99.94, "99.9 ms"],
		[187.20625, "187 ms"],
		[1234.5, "1,235 ms"],
	]);
});

describe("durations", () => {
	table(formatDuration, [
		[0, "0 seconds"],
		[0.4, "0 seconds"],
		[-0.4, "0 seconds"],
		[1, "1 millisecond"],
		[-1, "-1 millisecond"],
		[-0.5, "0 seconds"],
		[1500, "1 second 500 milliseconds"],
		[90 * second, "1 minute 30 seconds"],
		[90 * minute, "1 hour 30 minutes"],
		[7 * day, "7 days"],
		[day + hour + minute + second, "1 day 1 hour"],
		[day + second, "1 day 1 second"],
		[-90 * minute, "-1 hour 30 minutes"],
	]);
});

describe("nanoseconds", () => {
	table(formatNanoseconds, [
		[0, "0 seconds"],
		[0n, "0 seconds"],
		[1, "0 seconds"],
		[-1, "0 seconds"],
		[1_500_000_000, "1 second 500 milliseconds"],
		[604_800_000_000_000, "7 days"],
		[7_776_000_000_000_000n, "90 days"],
		[3_155_760_000_000_000_000n, "about 100 years"],
		[-3_600_000_000_000n, "-1 hour"],
		[63_115_200_000_000_000, "about 2 years"],
		[63_115_199_000_000_000, "730 days 11 hours"],
	]);
});

describe("durations in Go's format", () => {
	table(goDuration, [
		[0, "0s"],
		[0n, "0s"],
		[1, "1ns"],
		[999, "999ns"],
		[1000, "1µs"],
		[1500, "1.5µs"],
		[1_000_000, "1ms"],
		[1_234_567, "1.234567ms"],
		[1_000_000_000, "1s"],
		[1_500_000_000, "1.5s"],
		[59_999_999_999, "59.999999999s"],
		[60_000_000_000, "1m0s"],
		[3_600_000_000_000, "1h0m0s"],
		[86_400_000_000_000, "24h0m0s"],
		[3_155_760_000_000_000_000n, "876600h0m0s"],
		[9223372036854775807n, "2562047h47m16.854775807s"],
		[-9223372036854775808n, "-2562047h47m16.854775808s"],
		[-90_000_000_000, "-1m30s"],
		[1.9, "1ns"],
	]);
});

describe("ages", () => {
	const now = Date.parse("2026-08-07T10:00:00Z");
	const age = (distance: number) => formatAge(now + distance, now);
	table(age, [
		[0, "now"],
		[-400, "now"],
		[-12 * second, "12 seconds ago"],
		[-minute, "1 minute ago"],
		[-day, "yesterday"],
		[3 * day, "in 3 days"],
		[90 * second, "in 2 minutes"],
	]);
});

describe("points in time", () => {
	it("are formatted as date and time, or as time", () => {
		const moment = Date.parse("2026-08-07T14:05:09.123Z");
		assert.equal(plainSpaces(formatMoment(moment)), "Aug 7, 2026, 2:05 PM");
		assert.equal(plainSpaces(formatTime(moment)), "2:05:09 PM");
	});

	it("can be before the epoch, as Go's zero time is", () => {
		assert.match(formatMoment(Date.parse("0001-01-01T00:00:00Z")), /1/);
	});
});

describe("the user's language", () => {
	afterEach(() => {
		setLocale("en");
	});

	it("is used for numbers and dates", () => {
		setLocale("de");
		assert.equal(plainSpaces(formatBytes(48_318_382_080)), "48,3 GB");
		assert.equal(formatCount(1234567), "1.234.567");
		assert.equal(formatDuration(7 * day), "7 Tage");
		assert.equal(formatAge(0, 12 * second), "vor 12 Sekunden");
		assert.match(formatMoment(Date.parse("2026-08-07T14:05:09Z")), /07\.08\.2026/);
	});
});
