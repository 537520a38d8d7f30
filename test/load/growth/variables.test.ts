import { findProblems } from "../../../src/core/variables/problems.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { namePlace } from "../../../src/core/variables/places.ts";
import { scan } from "../../../src/core/variables/scan.ts";
import type { Form } from "../../../src/core/variables/forms.ts";
import { assertLinear } from "../../support/growth.ts";
import { pieces } from "./pieces.ts";

const forms: readonly Form[] = [
	...(["env", "yaml", "docker", "shell", "systemd"] as const),
	...(["terraform", "json", "toml", "nix"] as const),
];
const none = new KnownVariables(undefined);

describe("processing time of a file with variables", function () {
	this.timeout(120_000);
	for (const form of forms) {
		it(`is linear: ${form}`, () => {
			for (const piece of pieces) {
				assertLinear(
					`${form} of ${JSON.stringify(piece)}`,
					16_000,
					(size) => `CODER_A=1 ${piece.repeat(Math.ceil(size / piece.length))}CODER_B`,
					(text) => [
						scan(text, form),
						namePlace(text, text.length, form),
						findProblems(text, form, none, () => false),
					],
				);
			}
		});
	}

	it("is linear in a line of variables with several equals signs", () => {
		assertLinear(
			"ENV a=b=c",
			16_000,
			(size) => `ENV ${"a=b=c ".repeat(size / 6)}-C`,
			(text) => [namePlace(text, text.length, "docker"), scan(text, "docker")],
		);
	});
});
