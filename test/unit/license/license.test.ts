import assert from "node:assert/strict";
import { parseJson, type JsonValue } from "../../../src/core/base/json.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { licenseAttention } from "../../../src/core/license/licenseAttention.ts";
import {
	exceededFeatures,
	licenseEndsSoonMs,
	readLicense,
	unlicensedFeatures,
} from "../../../src/core/license/license.ts";
import { failureOf, recorded, recordedAt } from "../../support/recorded.ts";

const now = recordedAt;
const day = 86_400_000;

/** Returns a license of a server, with times relative to now in ms. */
function license(
	times: { readonly starts?: number; readonly term?: number; readonly ends?: number },
	more: Record<string, JsonValue> = {},
): JsonValue {
	const seconds = (offset: number): number => (now + offset) / 1000;
	const { starts, term, ends } = times;
	return {
		id: 1,
		claims: {
			...(starts === undefined ? {} : { nbf: seconds(starts) }),
			...(term === undefined ? {} : { license_expires: seconds(term) }),
			...(ends === undefined ? {} : { exp: seconds(ends) }),
			...more,
		},
	};
}

const licensed: JsonValue = {
	features: { scim: { entitlement: "entitled", enabled: true } },
	has_license: true,
};

async function deployment(licenses: readonly JsonValue[], entitlements = licensed) {
	return recorded({ entitlements: { body: entitlements }, licenses: { body: [...licenses] } });
}

async function read(...args: Parameters<typeof deployment>) {
	return readLicense((await deployment(...args)).snapshot, now);
}

describe("a license", () => {
	it("isn't known as long as the server doesn't report what is included", async () => {
		const { snapshot } = await recorded({ entitlements: { failure: failureOf("forbidden") } });
		assert.equal(readLicense(snapshot, now), undefined);
	});

	it("is missing if the server has none, whatever list of licenses is known", async () => {
		const state = await read([license({ term: day })], { has_license: false, features: {} });
		assert.deepEqual(
			{ ...state, entitlements: undefined },
			{ kind: "none", trial: false, entitlements: undefined },
		);
	});

	it("without dates of its own is just licensed", async () => {
		const { snapshot } = await recorded({ entitlements: { body: licensed } });
		for (const state of [readLicense(snapshot, now), await read([license({})])]) {
			assert.deepEqual(Object.keys(state ?? {}).toSorted(), ["entitlements", "kind", "trial"]);
			assert.equal(state?.kind, "licensed");
		}
	});

	it("has its dates, its feature set, and whether it's a trial", async () => {
		const state = await read(
			[license({ term: 30 * day, ends: 60 * day }, { feature_set: "premium" })],
			{
				...(licensed as object),
				trial: true,
			},
		);
		assert.equal(state?.termEndsAt, now + 30 * day);
		assert.equal(state.endsAt, now + 60 * day);
		assert.equal(state.featureSet, "premium");
		assert.equal(state.trial, true);
		assert.equal(state.kind, "licensed");
	});

	const kinds: readonly (readonly [string, number, string])[] = [
		["14 days before its term ends", licenseEndsSoonMs, "licensed"],
		["less than 14 days before its term ends", licenseEndsSoonMs - 1000, "endsSoon"],
		["a second before its term ends", 1000, "endsSoon"],
		["when its term ends", 0, "grace"],
		["after its term", -day, "grace"],
	];
	for (const [when, term, kind] of kinds) {
		it(`is "${kind}" ${when}`, async () => {
			assert.equal((await read([license({ term, ends: 60 * day })]))?.kind, kind);
		});
	}

	it("without a term ends with its grace period", async () => {
		const state = await read([license({ ends: day })]);
		assert.equal(state?.termEndsAt, now + day);
		assert.equal(state.kind, "endsSoon");
	});

	it("is in its grace period if the server says so about a feature, even among others", async () => {
		const state = await read([license({ term: 30 * day })], {
			has_license: true,
			features: {
				audit_log: { entitlement: "entitled", enabled: true },
				scim: { entitlement: "grace_period", enabled: true },
			},
		});
		assert.equal(state?.kind, "grace");
	});

	it("is the valid one that lasts longest", async () => {
		const named = (name: string, times: Parameters<typeof license>[0]): JsonValue =>
			license(times, { feature_set: name });
		const state = await read([
			named("short", { starts: -day, term: day }),
			named("long", { starts: 0, term: 90 * day, ends: 91 * day }),
			named("without end", {}),
			named("of the future", { starts: 1000, term: 200 * day }),
			named("of the past", { starts: -day, term: 300 * day, ends: 0 }),
		]);
		assert.equal(state?.featureSet, "long");
		const longFirst = await read([named("long", { term: 9 * day }), named("short", { term: day })]);
		assert.equal(longFirst?.featureSet, "long");
	});

	it("needs no attention as long as it isn't known", async () => {
		const unknown = await recorded({ licenses: { body: [] } });
		assert.deepEqual(licenseAttention(unknown, now), {});
	});

	it("needs attention when it ends soon and in its grace period, as one need", async () => {
		const need = async (term: number) =>
			licenseAttention(await deployment([license({ term })]), now).need;
		assert.deepEqual(await need(30 * day), undefined);
		const [soon, grace] = [await need(day), await need(-day)];
		assert.equal(soon?.words, "license ends soon");
		assert.equal(grace?.words, "license in its grace period");
		assert.equal(soon.section, "license");
		assert.equal(grace.section, "license");
	});
});

describe("features of a license", () => {
	const entitlementsOf = (features: Record<string, JsonValue>) =>
		read([], { has_license: true, features }).then((state) => {
			assert.ok(state);
			return state.entitlements;
		});
	const names = (features: readonly { readonly name: string }[]): string[] =>
		features.map(({ name }) => name);

	it("are unlicensed if they're enabled without being included", async () => {
		const entitlements = await entitlementsOf({
			scim: { entitlement: "not_entitled", enabled: true },
			audit_log: { entitlement: "entitled", enabled: true },
			appearance: { entitlement: "not_entitled", enabled: false },
		});
		assert.deepEqual(names(unlicensedFeatures(entitlements)), ["scim"]);
	});

	it("are exceeded above a limit, not at it, and never without one", async () => {
		const counted = (limit: number | null, actual: number | null): JsonValue => ({
			entitlement: "entitled",
			enabled: true,
			...(limit === null ? {} : { limit }),
			...(actual === null ? {} : { actual }),
		});
		const entitlements = await entitlementsOf({
			a_above: counted(5, 6),
			b_at: counted(5, 5),
			c_below: counted(5, 4),
			d_without_limit: counted(null, 6),
			e_unlimited: counted(0, 6),
			f_uncounted: counted(5, null),
			g_negative: counted(-1, 3),
		});
		assert.deepEqual(names(exceededFeatures(entitlements)), ["a_above"]);
	});

	it("may have the largest integer as a limit", () => {
		const features = parseJson('{"a":{"enabled":true,"limit":9223372036854775807,"actual":3}}');
		const parsed = parseAnswer("entitlements", { features });
		assert.ok(parsed.ok);
		const [feature] = parsed.value.features;
		assert.deepEqual([feature?.limit, feature?.actual], [2 ** 63, 3]);
	});
});
