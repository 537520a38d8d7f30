import { findProblems } from "../../../src/core/variables/problems.ts";
import { withoutOtherEntries } from "../../../src/core/variables/forms/yamlPruning.ts";
import { fileSettings } from "../../../src/core/files/fileSettings.ts";
import { checkVariables } from "../../../src/core/files/release/checkRelease.ts";
import { releaseReference } from "../../../src/core/files/release/releaseReference.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { flagPlace } from "../../../src/core/variables/flagPlace.ts";
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
						flagPlace(`${text} --a`, text.length + 4, form),
						findProblems(text, form, none, () => false),
					],
				);
			}
		});
	}

	const values = [
		"    - name: OTHER\n      value: x\n",
		"    - name: CODER_A\n      value: x\n",
		"    other: {a: b}\n",
		"    script: |\n      - a\n",
		"    - a:\n        - b: 1\n",
		'    - value: "open\n',
		`    a: b${" ".repeat(500)}'\n`,
		"    - - - a\n",
	];
	for (const piece of values) {
		it(`is linear in long YAML: ${JSON.stringify(piece.slice(0, 40))}`, () => {
			assertLinear(
				JSON.stringify(piece),
				32_000,
				(size) => `coder:\n  env:\n${piece.repeat(Math.ceil(size / piece.length))}CODER_B: 1\n`,
				(text) => withoutOtherEntries(text, "CODER_"),
			);
		});
	}

	it("is linear in nested lists", () => {
		const level = (depth: number): string => `${" ".repeat(depth)}- a\n${" ".repeat(depth)}- b:\n`;
		assertLinear(
			"nested lists",
			16_000,
			(size) => Array.from({ length: Math.sqrt(size) }, (_, depth) => level(depth)).join(""),
			(text) => withoutOtherEntries(text, "CODER_", 0),
		);
	});

	it("is linear in the number of settings checked against a release", () => {
		const reference = releaseReference(35);
		for (const line of ["CODER_IN_MEMORY=1", "CODER_AIBRIDGE_ENABLED=x", "CODER_HIDE_AI_TASKS=x"]) {
			assertLinear(
				line,
				250,
				(size) => `${line}\n`.repeat(size),
				(text) => checkVariables(fileSettings(text, "env"), reference),
			);
		}
	});

	it("is linear in a line of variables with several equals signs", () => {
		assertLinear(
			"ENV a=b=c",
			16_000,
			(size) => `ENV ${"a=b=c ".repeat(size / 6)}-C`,
			(text) => [namePlace(text, text.length, "docker"), scan(text, "docker")],
		);
	});
});
