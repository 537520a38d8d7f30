import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { Sample } from "../../../src/core/statistics/sample.ts";
import { readSampleLines, sampleLine } from "../../../src/core/statistics/sampleLine.ts";
import { sampleAt } from "./made.ts";

const values = fc.dictionary(
	fc.oneof(
		fc.constantFrom("workspaces.running", "p50", "tx", "sessions.ssh"),
		fc.string({ maxLength: 20 }).map((name) => `workspaces.${name}`),
	),
	fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => n + 0),
);

const sample: fc.Arbitrary<Sample> = fc.record({
	at: fc.integer({ min: 1, max: 4e12 }),
	id: fc.integer({ min: 1, max: 4e12 }),
	intervalMs: fc.integer({ min: 1, max: 1e9 }),
	values,
});

const text = (samples: readonly Sample[]): string => samples.map(sampleLine).join("");
const plain = (samples: readonly Sample[]): unknown => JSON.parse(JSON.stringify(samples));

describe("lines of a sample log", () => {
	it("are parsed as they were written", () => {
		fc.assert(
			fc.property(fc.array(sample), (samples) => {
				assert.deepEqual(plain(readSampleLines(text(samples))), plain(samples));
			}),
		);
	});

	it("are almost as short as possible", () => {
		const { length } = sampleLine(sampleAt(1_764_034_959_123));
		console.log(`      one sample: ${length} bytes`);
		assert.ok(length < 170, String(length));
	});

	it("lose at most the last sample if the end is cut off", () => {
		fc.assert(
			fc.property(fc.array(sample, { minLength: 1 }), fc.nat(), (samples, cut) => {
				const last = sampleLine(samples.at(-1) ?? assert.fail()).length;
				const whole = text(samples);
				const read = readSampleLines(whole.slice(0, whole.length - (cut % last)));
				assert.ok(read.length >= samples.length - 1);
				assert.deepEqual(plain(read), plain(samples.slice(0, read.length)));
			}),
		);
	});

	it("continue after an incomplete line", () => {
		fc.assert(
			fc.property(sample, fc.nat(), fc.array(sample), (torn, cut, later) => {
				const line = sampleLine(torn);
				// Losing a trailing line break doesn't matter: the next line starts with one.
				const half = line.slice(0, cut % (line.length - 1));
				assert.deepEqual(plain(readSampleLines(half + text(later))), plain(later));
			}),
		);
	});

	it("lose at most one sample if a byte is damaged", () => {
		const bytes = fc.integer({ min: 0, max: 255 });
		fc.assert(
			fc.property(fc.array(sample, { minLength: 1 }), fc.nat(), bytes, (samples, place, byte) => {
				const buffer = Buffer.from(text(samples));
				buffer[place % buffer.length] = byte;
				const read = plain(readSampleLines(buffer.toString())) as Sample[];
				const written = plain(samples) as Sample[];
				// A line break between two lines can be lost, because both have one.
				assert.ok(read.length >= samples.length - 1);
				for (const one of read) assert.ok(written.some((other) => isDeepStrictEqual(one, other)));
			}),
		);
	});

	it("are empty if the file is something else", () => {
		fc.assert(
			fc.property(fc.string(), (other) => {
				assert.deepEqual(readSampleLines(other), []);
			}),
		);
		assert.deepEqual(readSampleLines(`${"\0".repeat(5000)}\n{"a":1}\n`), []);
	});
});
