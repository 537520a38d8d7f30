import assert from "node:assert/strict";
import { spokenLabel } from "../../../src/core/overview/spoken.ts";
import { welcomeCause } from "../../../src/core/overview/welcome.ts";
import { recorded } from "../../support/recorded.ts";

describe("the welcome text", () => {
	it("depends on whether there was a sign-in, and is missing if there are rows", async () => {
		const row = await recorded({});
		assert.equal(welcomeCause([], []), "neverSignedIn");
		assert.equal(welcomeCause([], ["https://a.example"]), "signedOut");
		assert.equal(welcomeCause([row], []), undefined);
		assert.equal(welcomeCause([row], ["https://a.example"]), undefined);
	});
});

describe("a row for screen readers", () => {
	const row = { id: "a", label: "Label", description: "description" };

	it("consists of its label and description, its own text, and what a surface adds", () => {
		assert.equal(spokenLabel(row), "Label: description");
		assert.equal(spokenLabel({ id: "a", label: "Label" }), "Label");
		assert.equal(spokenLabel({ ...row, description: "" }), "Label");
		assert.equal(spokenLabel({ ...row, spoken: "Spoken" }), "Spoken");
		assert.equal(spokenLabel(row, "Rising."), "Label: description. Rising.");
	});
});
