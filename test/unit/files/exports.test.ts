import assert from "node:assert/strict";
import fc from "fast-check";
import "../../support/stable.ts";
import type { DeploymentConfig } from "../../../src/core/coder/model.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import { configProblems } from "../../../src/core/files/config/configProblems.ts";
import { configSettings } from "../../../src/core/files/config/configSettings.ts";
import { readConfigText } from "../../../src/core/files/config/configText.ts";
import { driftOf } from "../../../src/core/files/drift.ts";
import { fileSettings } from "../../../src/core/files/fileSettings.ts";
import type { Form } from "../../../src/core/variables/forms.ts";
import { isTemplated } from "../../../src/core/variables/forms/templates.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { liveBuilds, liveConfig, liveVersions } from "../../support/liveConfigs.ts";
import { generatedValues } from "../../support/generatedValues.ts";
import { everyChoice, facts, fixtureConfig, fixtureConfigs } from "../export/support/configs.ts";

/** The exports that set variables, and their forms as files. */
const ways = [
	["env", "env"],
	["systemd", "systemd"],
	["helm", "yaml"],
] as const satisfies readonly (readonly [string, Form])[];

/** Reads the `coder server --config` export: each option at its path, and no key that the server rejects. */
function readBackYaml(config: DeploymentConfig, version: string): void {
	const { options } = config;
	const reference = { options, version, name: "Larkspur", reported: true, experiments: [] };
	for (const choices of everyChoice) {
		const text = exportText(config, "yaml", { ...facts, version }, choices);
		const read = readConfigText(text);
		const title = `yaml, ${choices.options}, ${choices.deprecated}`;
		const problems = configProblems(read, reference).filter(({ kind }) => kind !== "deprecated");
		assert.deepEqual(problems, [], title);
		const drift = driftOf(configSettings(read), reference).filter(({ option }) => option);
		for (const { setting, state } of drift) {
			assert.ok(state === "same" || state === "secret", `${setting.name} ${state} as ${title}`);
		}
		if (choices.options === "all")
			assert.ok(drift.length > 70, `${title}: ${drift.length.toString()}`);
	}
}

/** Reads every export of a configuration, and asserts that nothing differs. */
function readBack(config: DeploymentConfig, version: string): void {
	readBackYaml(config, version);
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

	it("equal generated configurations", () => {
		const config = fixtureConfig("main/deployment-config.json");
		const text = fc.string({ unit: "grapheme", maxLength: 30 });
		const awkward = fc
			.array(fc.constantFrom(..."$ ${X} $(X) $$ % %% \\ \" ' # { } , : a  \t \n ; = &".split(" ")))
			.map((parts) => parts.join(""));
		fc.assert(
			fc.property(fc.oneof(text, awkward), fc.array(text, { maxLength: 4 }), (value, list) => {
				// Anything that looks like a template is treated as one.
				fc.pre(!isTemplated(value));
				const options = config.options.map((option) => {
					if (option.secret || option.choices) return option;
					if (option.id === "CODER_OIDC_SIGN_IN_TEXT") return { ...option, value };
					if (option.id === "CODER_OIDC_SCOPES") return { ...option, value: list };
					return option;
				});
				readBack({ ...config, options }, facts.version ?? "");
			}),
			{ numRuns: generatedValues(60, 10) },
		);
	});
});
