import assert from "node:assert/strict";
import "../../support/stable.ts";
import { exportFormats } from "../../../src/core/export/choices.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import { optionHover } from "../../../src/core/options/optionHover.ts";
import { sourceHint } from "../../../src/core/export/sourceHint.ts";
import type { JsonValue } from "../../../src/core/base/json.ts";
import type { DeploymentConfig } from "../../../src/core/coder/model.ts";
import {
	markerSecrets,
	secretMark,
	startSampleDeployment,
} from "../../sample-deployment/server.ts";
import { ask } from "../../sample-deployment/request.ts";
import { fixtureText, needFixtures } from "../../support/fixtures.ts";
import {
	configOf,
	everyChoice,
	facts,
	fixtureConfig,
	fixtureConfigs,
} from "../../unit/export/support/configs.ts";

/**
 * Returns everything that's written about a configuration, in every format, and everything that the YAML document
 * shows.
 */
function everythingWritten(config: DeploymentConfig): string {
	const exports = exportFormats.flatMap((format) =>
		everyChoice.map((choices) => exportText(config, format, facts, choices)),
	);
	const beside = config.options.flatMap((option) => [
		...optionHover(option),
		sourceHint(option) ?? "",
	]);
	return [...exports, ...beside].join("\n");
}

describe("secrets in exports", function () {
	this.timeout(60_000);
	describe("that fixtures leak", () => {
		before(function () {
			needFixtures(this);
		});

		it("are in the answers", () => {
			assert.ok(fixtureText("main/deployment-config.json").includes("EXAMPLE-smtp-password"));
		});

		for (const fixture of fixtureConfigs) {
			it(`never appear in exports (${fixture})`, () => {
				const written = everythingWritten(fixtureConfig(fixture));
				assert.ok(written.length > 300_000);
				assert.ok(!written.includes("EXAMPLE-smtp-password"));
			});
		}
	});

	for (const version of ["current", "old"] as const) {
		it(`of a ${version} sample deployment never appear, including passwords in its URLs`, async () => {
			const deployment = await startSampleDeployment({ version });
			try {
				const path = `${deployment.url}/api/v2/deployment/config`;
				const body = (await ask(path, { token: deployment.tokens.owner })).json() as JsonValue;
				const written = everythingWritten(configOf(body));
				assert.ok(written.length > 300_000);
				assert.ok(!written.includes(secretMark));
				for (const secret of markerSecrets) assert.ok(!written.includes(secret));
				assert.ok(!written.includes(deployment.tokens.owner));
			} finally {
				await deployment.close();
			}
		});
	}
});
