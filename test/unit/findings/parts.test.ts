import assert from "node:assert/strict";
import "../../support/stable.ts";
import { listensEverywhere } from "../../../src/core/findings/addresses.ts";
import type { Finding } from "../../../src/core/findings/finding.ts";
import { findingsOf } from "../../../src/core/findings/findingsOf.ts";
import { unmute, unmuteFor } from "../../../src/core/findings/muting.ts";
import { placeFindings } from "../../../src/core/findings/placeFindings.ts";
import { findingsReport } from "../../../src/core/findings/report.ts";
import { countSeverities, severities } from "../../../src/core/findings/severity.ts";
import type { YamlPlace } from "../../../src/core/export/yamlPlaces.ts";
import { failureOf, recorded, saved } from "../../support/recorded.ts";

const finding = (more: Partial<Finding> = {}): Finding => ({
	rule: "some-rule",
	severity: "info",
	title: "Title",
	meaning: "Meaning.",
	value: "",
	advice: "Advice.",
	options: [],
	...more,
});

describe("an address that a server listens on", () => {
	it("is reachable from everywhere if it has no host or an all-zero one", () => {
		for (const address of [":80", "0.0.0.0:80", "*:80", "[::]:80", ":::80", "[0:0::0]:80"])
			assert.ok(listensEverywhere(address), address);
		for (const address of [
			"",
			"80",
			"localhost:80",
			"127.0.0.1:80",
			"[::1]:80",
			"0:80",
			"0.0.0.0",
			"0[.0.0.0:80",
			"[0]:]:80",
		])
			assert.ok(!listensEverywhere(address), address);
	});
});

describe("the number of findings by severity", () => {
	it("is in words, without those that there are none of", () => {
		const count = (...numbers: readonly number[]) =>
			countSeverities(
				severities.flatMap((severity, index) =>
					Array.from({ length: numbers[index] ?? 0 }, () => ({ severity })),
				),
			);
		assert.equal(count(), "");
		assert.equal(count(1, 1, 1), "1 high, 1 warning, 1 info");
		assert.equal(count(2, 2, 2), "2 high, 2 warnings, 2 info");
		assert.equal(count(0, 1), "1 warning");
	});
});

describe("findings of a configuration", () => {
	const body = { options: [{ name: "A", env: "CODER_PPROF_ENABLE", value: true }] };

	it("stay while it can't be read again", async () => {
		const { snapshot } = await recorded(
			{ deploymentConfig: { body } },
			{ deploymentConfig: { failure: failureOf("network") } },
		);
		assert.deepEqual(
			findingsOf(snapshot).map(({ rule }) => rule),
			["pprof-on"],
		);
	});

	it("are gone without it", async () => {
		const { snapshot } = await recorded({ deploymentConfig: { failure: failureOf("network") } });
		assert.deepEqual(findingsOf(snapshot), []);
	});
});

describe("a finding in a report", () => {
	const report = (one: Finding): string[] =>
		findingsReport(
			{ deployment: saved, version: undefined, at: undefined },
			{ shown: [one], muted: [] },
		)
			.split("\n")
			.slice(5);

	it("has no line for what it doesn't have", () => {
		assert.deepEqual(report(finding()), [
			"## Info",
			"",
			"### Title",
			"",
			"Meaning.",
			"",
			"- What to do: Advice.",
			"- Rule: `some-rule`",
			"",
		]);
	});

	it("has its value, options, and link", () => {
		const one = finding({
			value: "x",
			options: ["CODER_A", "Two words", "--`a"],
			link: "https://coder.com/docs",
		});
		assert.deepEqual(report(one).slice(6, -1), [
			"- Value: x",
			"- Options: `CODER_A`, Two words, \\--\\`a",
			"- What to do: Advice.",
			"- Rule: `some-rule`",
			"- Documentation: <https://coder.com/docs>",
		]);
	});
});

describe("the places of findings in a file", () => {
	it("are those of their first option that it contains", () => {
		const [a, b] = [{}, {}] as unknown as [YamlPlace, YamlPlace];
		const places = new Map([
			["A", a],
			["B", b],
		]);
		const [both, second, neither] = [
			finding({ options: ["A", "X", "B"] }),
			finding({ options: ["X", "B"] }),
			finding({ options: ["X"] }),
		];
		assert.deepEqual(placeFindings([both, second, neither], { places }), [
			{ finding: both, option: "A", place: a, others: [{ option: "B", place: b }] },
			{ finding: second, option: "B", place: b, others: [] },
		]);
	});
});

describe("unmuting a rule", () => {
	it("changes nothing where it isn't muted", () => {
		assert.deepEqual(unmute({ a: ["x"] }, "b", "x"), { a: ["x"] });
		assert.deepEqual(unmute({ a: ["x", "y"] }, "a", "x"), { a: ["y"] });
		const muted = { "*": ["y"], [saved.url]: ["x"] };
		assert.deepEqual(unmuteFor(muted, saved, "x"), { muted: { "*": ["y"] }, everywhere: false });
		const everywhere = unmuteFor(muted, saved, "y");
		assert.deepEqual(everywhere, { muted: { [saved.url]: ["x"] }, everywhere: true });
	});
});
