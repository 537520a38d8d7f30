import assert from "node:assert/strict";
import fc from "fast-check";
import "../../support/stable.ts";
import type { DeploymentConfig } from "../../../src/core/coder/model.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import { driftOf } from "../../../src/core/files/drift.ts";
import { fileSettings } from "../../../src/core/files/fileSettings.ts";
import type { Form } from "../../../src/core/variables/forms.ts";
import { isTemplated } from "../../../src/core/variables/forms/templates.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { liveBuilds, liveConfig, liveVersions } from "../../support/liveConfigs.ts";
import { madeUpValues } from "../../support/madeUp.ts";
import { everyChoice, facts, fixtureConfig, fixtureConfigs } from "../export/support/configs.ts";

/** The exports that set variables, and the forms of files that they are. */
const ways = [
	["env", "env"],
	["systemd", "systemd"],
	["helm", "yaml"],
] as const satisfies readonly (readonly [string, Form])[];

/** Reads every export of a configuration back, and finds nothing that differs from it. */
function readBack(config: DeploymentConfig, version: string): void {
	for (const [format, form] of ways) {
		for (const choices of everyChoice) {
			const text = exportText(config, format, { ...facts, version }, choices);
			const drift = driftOf(fileSettings(text, form), { options: config.options, version });
			const title = `${format}, ${choices.options}, ${choices.deprecated}`;
			for (const { setting, state } of drift) {
				assert.ok(state === "same" || state === "secret", `${setting.name} ${state} as ${title}`);
			}
			const same = drift.filter(({ state }) => state === "same").length;
			if (choices.options === "all") assert.ok(same > 70, `${title}: ${same.toString()}`);
		}
	}
}

describe("exports that are read as files", function () {
	this.timeout(60_000);
	before(function () {
		needFixtures(this);
	});

	for (const fixture of fixtureConfigs) {
		it(`equal the deployment: ${fixture}`, () => {
			const version = fixture.startsWith("main") ? "v2.35.1+8b44bd6" : "v2.15.0+190cd1c";
			readBack(fixtureConfig(fixture), version);
		});
	}

	for (const version of liveVersions) {
		for (const what of ["owner", "defaults"] as const) {
			it(`equal the deployment: a real ${version}, ${what}`, () => {
				readBack(liveConfig(version, what), liveBuilds[version]);
			});
		}
	}

	it("equal made-up configurations", () => {
		const config = fixtureConfig("main/deployment-config.json");
		const text = fc.string({ unit: "grapheme", maxLength: 30 });
		const awkward = fc
			.array(fc.constantFrom(..."$ ${X} $(X) $$ % %% \\ \" ' # { } , : a  \t \n ; = &".split(" ")))
			.map((parts) => parts.join(""));
		fc.assert(
			fc.property(fc.oneof(text, awkward), fc.array(text, { maxLength: 4 }), (value, list) => {
				// What looks like a template is taken for one.
				fc.pre(!isTemplated(value));
				const options = config.options.map((option) => {
					if (option.secret || option.choices) return option;
					if (option.id === "CODER_OIDC_SIGN_IN_TEXT") return { ...option, value };
					if (option.id === "CODER_OIDC_SCOPES") return { ...option, value: list };
					return option;
				});
				readBack({ ...config, options }, facts.version ?? "");
			}),
			{ numRuns: madeUpValues(60) },
		);
	});
});
