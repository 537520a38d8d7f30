import assert from "node:assert/strict";
import "../../support/stable.ts";
import { now, kindOf, ready, deploymentWith, looking } from "./support/kindBench.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

describe("the notification of a license that ends soon", () => {
	it("is due two weeks before its end, once the license has been read", () => {
		const kind = kindOf("licenseEndsSoon");
		const entitlements = ready({ trial: false, hasLicense: true, features: [] });
		const find = (endsAt: number | undefined, slots = {}) =>
			kind.find(
				looking(
					deploymentWith({
						entitlements,
						licenses: ready(endsAt === undefined ? [] : [{ endsAt }]),
						...slots,
					}),
				),
			);
		const soon = now + 14 * day - minute;
		assert.deepEqual(find(soon), [{ subject: String(soon), words: "in 14 days" }]);
		for (const end of [now + 14 * day, now - day, undefined]) assert.deepEqual(find(end), []);
		assert.equal(find(soon, { licenses: { failures: 0, loading: true } }), undefined);
		assert.equal(find(soon, { entitlements: { failures: 0, loading: true } }), undefined);
	});
});
