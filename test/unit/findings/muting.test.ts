import assert from "node:assert/strict";
import { titleOfRule, type Finding } from "../../../src/core/findings/finding.ts";
import {
	applyMuted,
	everywhere,
	mute,
	readMuted,
	unmute,
	unmuteFor,
} from "../../../src/core/findings/muting.ts";
import { saved } from "../../support/recorded.ts";

const finding = (rule: string): Finding => ({
	rule,
	severity: "info",
	title: rule,
	meaning: "",
	value: "",
	advice: "",
	options: [],
});
const findings = [finding("telemetry-on"), finding("swagger-on")];
const rulesOf = (list: readonly Finding[]) => list.map(({ rule }) => rule);

describe("muting", () => {
	for (const place of [saved.key, saved.url, `${saved.url}/`, saved.name, everywhere]) {
		it(`removes rules that are muted for ${place}, and lists them separately`, () => {
			const { shown, muted } = applyMuted(findings, { [place]: ["swagger-on"] }, saved);
			assert.deepEqual(rulesOf(shown), ["telemetry-on"]);
			assert.deepEqual(rulesOf(muted), ["swagger-on"]);
		});
	}

	it("ignores what is muted at another deployment, and rules that don't exist", () => {
		const muted = { "https://other.example": ["swagger-on"], [saved.key]: ["no-such-rule"] };
		assert.deepEqual(rulesOf(applyMuted(findings, muted, saved).shown), [
			"telemetry-on",
			"swagger-on",
		]);
	});

	it("parses what users write into settings", () => {
		for (const junk of [undefined, null, "x", 1, [], ["a"]]) assert.deepEqual(readMuted(junk), {});
		assert.deepEqual(readMuted({ a: ["x", 1, null], b: "y", c: null }), {
			a: ["x"],
			b: [],
			c: [],
		});
	});

	it("adds a rule once, and removes it without a trace", () => {
		const before = { [everywhere]: ["a"] };
		const once = mute(before, saved.url, "b");
		assert.deepEqual(once, { [everywhere]: ["a"], [saved.url]: ["b"] });
		assert.deepEqual(mute(once, saved.url, "b"), once);
		assert.deepEqual(unmute(once, saved.url, "b"), before);
		assert.deepEqual(unmute(once, everywhere, "b"), once);
	});

	it("ends for a deployment wherever its rule is muted, and says whether that was everywhere", () => {
		const elsewhere = { "https://other.example": ["a"] };
		const muted = {
			[saved.url]: ["a", "b"],
			[saved.name]: ["a"],
			[saved.key]: ["b"],
			...elsewhere,
		};
		assert.deepEqual(unmuteFor(muted, saved, "a"), {
			muted: { [saved.url]: ["b"], [saved.key]: ["b"], ...elsewhere },
			everywhere: false,
		});
		assert.deepEqual(unmuteFor({ ...muted, [everywhere]: ["a", "b"] }, saved, "a"), {
			muted: { [saved.url]: ["b"], [saved.key]: ["b"], [everywhere]: ["b"], ...elsewhere },
			everywhere: true,
		});
		assert.deepEqual(unmuteFor(elsewhere, saved, "a"), { muted: elsewhere, everywhere: false });
	});
});

describe("the name of a rule", () => {
	it("is its finding's title, shown or muted, or its ID if it finds nothing", () => {
		const [shown, muted] = ["shown", "muted"].map((rule) => [
			{ ...finding(rule), title: `The ${rule}` },
		]);
		assert.ok(shown && muted);
		assert.equal(titleOfRule({ shown, muted }, "shown"), "The shown");
		assert.equal(titleOfRule({ shown, muted }, "muted"), "The muted");
		assert.equal(titleOfRule({ shown, muted }, "other"), "other");
	});
});
