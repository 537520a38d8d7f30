import assert from "node:assert/strict";
import { comparisonMarkdown } from "../../../src/core/comparison/comparisonMarkdown.ts";
import {
	comparisonTitle,
	sideName,
	tabTitle,
	type NamedSide,
} from "../../../src/core/comparison/comparisonTitle.ts";

const at = (moment: string, version?: string, deployment = "Production"): NamedSide => ({
	name: `${deployment} of ${moment}`,
	snapshot: { deployment, moment },
	...(version !== undefined && { version }),
});
const live: NamedSide = { name: "Production", version: "v2.36.0+5a3b1c0" };

describe("the title of a comparison", () => {
	it("contains both sides", () => {
		assert.equal(comparisonTitle(live, { name: "Staging" }), "Production compared with Staging");
		assert.equal(tabTitle(live, { name: "Staging" }), "Production ↔ Staging");
		assert.equal(tabTitle(at("2:42 PM"), live), "Production of 2:42 PM ↔ Production");
		assert.equal(tabTitle(live, at("2:42 PM")), "Production ↔ Production of 2:42 PM");
	});

	it("contains the deployment of two snapshots once, with their versions if they differ", () => {
		const [before, after] = [at("2:42 PM", "v2.35.1+8b44bd6"), at("2:43 PM", "v2.36.0+5a3b1c0")];
		const title = "Production: v2.35.1 → v2.36.0 (2:42 PM → 2:43 PM)";
		assert.equal(comparisonTitle(before, after), title);
		assert.equal(tabTitle(before, after), title);
		assert.equal(
			comparisonTitle(after, before),
			"Production: v2.36.0 → v2.35.1 (2:43 PM → 2:42 PM)",
		);
		const same = at("2:44 PM", "v2.36.0+5a3b1c0");
		assert.equal(comparisonTitle(after, same), "Production: 2:43 PM → 2:44 PM");
		assert.equal(comparisonTitle(at("2:42 PM"), after), "Production: 2:42 PM → 2:43 PM");
		assert.equal(comparisonTitle(before, at("2:43 PM")), "Production: 2:42 PM → 2:43 PM");
	});

	it("contains both deployments of two snapshots", () => {
		const [one, two] = [at("2:42 PM"), at("2:43 PM", undefined, "Staging")];
		assert.equal(
			comparisonTitle(one, two),
			"Production of 2:42 PM compared with Staging of 2:43 PM",
		);
	});

	it("uses only the times in the columns", () => {
		const [before, after] = [at("2:42 PM", "v1"), at("2:43 PM", "v2")];
		assert.equal(sideName(before, after), "2:42 PM");
		assert.equal(sideName(before, live), "Production of 2:42 PM");
		assert.match(comparisonMarkdown(before, after, []), /^### Production: v1 → v2/);
	});
});
