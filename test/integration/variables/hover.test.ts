import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { JsonValue } from "../../../src/core/base/json.ts";
import type { DeploymentConfig } from "../../../src/core/coder/model.ts";
import { variableHover } from "../../../src/core/variables/hover.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { ask } from "../../sample-deployment/request.ts";
import {
	markerSecrets,
	secretMark,
	startSampleDeployment,
} from "../../sample-deployment/server.ts";
import { needFixtures } from "../../support/fixtures.ts";
import {
	configOf,
	configWith,
	fixtureConfig,
	fixtureConfigs,
} from "../../unit/export/support/configs.ts";

const larkspur = { key: "larkspur", name: "Larkspur", sourcesReported: true };

function hover(name: string, config?: DeploymentConfig, sourcesReported = true): string {
	const variable = new KnownVariables(config).find(name);
	assert.ok(variable, name);
	return variableHover(variable, config && { ...larkspur, sourcesReported }).join("\n\n");
}

/** Returns the hovers of all variables of a deployment. */
const allHovers = (config: DeploymentConfig): string =>
	new KnownVariables(config).names.map((name) => hover(name, config)).join("\n");

const config = configWith(
	{
		name: "Access URL",
		env: "CODER_ACCESS_URL",
		flag: "access-url",
		yaml: "accessURL",
		group: { name: "Networking", yaml: "networking" },
		description: "Where *people* go.",
		value: "https://coder.larkspur.example",
		value_source: "env",
	},
	{
		name: "Token",
		env: "CODER_SECRET_THING",
		annotations: { secret: "true" },
		value: "EXAMPLE",
		value_source: "yaml",
	},
	{ name: "Other", env: "CODER_OTHER_SECRET", annotations: { secret: "true" }, value: "" },
	{ name: "Long", env: "CODER_LONG", value: "x".repeat(2000), value_source: "flag" },
	{
		name: "Interval",
		env: "CODER_INTERVAL",
		annotations: { format_duration: "true" },
		default: "1m0s",
		value: 90e9,
		value_source: "flag",
	},
	{
		name: "Old",
		env: "CODER_OLD",
		value: true,
		value_source: "env",
		use_instead: [{ env: "CODER_INTERVAL", name: "Interval" }],
	},
);

describe("a variable's hover", () => {
	it("shows the deployment's value, its source, and how it can be set", () => {
		assert.equal(
			hover("CODER_ACCESS_URL", config),
			[
				"**Access URL** `CODER_ACCESS_URL`",
				"Where \\*people\\* go.",
				[
					"| | |",
					"| --- | --- |",
					"| Value on Larkspur | `https://coder.larkspur.example` |",
					"| Source | Environment |",
					"| Default | Not set |",
					"| Type | Text |",
					"| Flag | `--access-url` |",
					"| YAML | `networking.accessURL` |",
				].join("\n"),
				"[Go to Option](command:coderDeployment.openConfiguration?%5B%22larkspur%22%2C%22%40id%3ACODER_ACCESS_URL%22%5D) · [Documentation](https://coder.com/docs/reference/cli/server#--access-url)",
			].join("\n\n"),
		);
	});

	it("only shows whether secrets are set", () => {
		const text = hover("CODER_SECRET_THING", config);
		assert.match(text, /\*\*Token\*\* .* · Secret\n/);
		assert.match(text, /\| Value on Larkspur \| Set \|\n\| Source \| YAML \|/);
		assert.ok(!text.includes("EXAMPLE"));
		assert.match(hover("CODER_OTHER_SECRET", config), /\| Value on Larkspur \| Not set \|/);
		assert.match(
			hover("CODER_OTHER_SECRET", config, false),
			/\| Value on Larkspur \| This server doesn't report whether it's set \|/,
		);
	});

	it("shows durations as typed and in words, and shortens long values", () => {
		const text = hover("CODER_INTERVAL", config);
		assert.match(text, /\| Value on Larkspur \| `1m30s` \(.*\) \|/);
		assert.match(
			text,
			/\| Default \| `1m0s` \(1 minute\) \|\n\| Type \| Duration, such as 1h30m \|/,
		);
		assert.ok(hover("CODER_LONG", config).length < 700);
	});

	it("names the replacement of a deprecated variable, and whose source is reported", () => {
		const text = hover("CODER_OLD", config);
		assert.match(text, /· Deprecated\n/);
		assert.match(text, /Use `CODER_INTERVAL` instead\./);
		assert.match(text, /Environment, under this name or its replacement's/);
	});

	it("shows bundled facts without a deployment", () => {
		assert.equal(
			hover("CODER_UPDATE_CHECK"),
			[
				"**Update Check** `CODER_UPDATE_CHECK`",
				"Coder server option.",
				[
					"| | |",
					"| --- | --- |",
					"| Default | `true` |",
					"| Type | true or false |",
					"| Flag | `--update-check` |",
					"| YAML | `updateCheck` |",
				].join("\n"),
				"[Documentation](https://coder.com/docs/reference/cli/server#--update-check)",
			].join("\n\n"),
		);
		const pool = hover("CODER_AGENT_STATS_REFRESH_INTERVAL");
		assert.match(pool, /\| Default \| `30s` \(30 seconds\) \|/);
		assert.match(hover("CODER_BROWSER_ONLY"), /· Enterprise\n[\s\S]*\| Default \| `false` \|/);
		assert.match(hover("CODER_HOST_PREFIX_COOKIE"), /Available since v2\.32\./);
		assert.match(hover("CODER_IN_MEMORY"), /Coder removed it in v2\.25\./);
		assert.match(
			hover("CODER_AIBRIDGE_ENABLED"),
			/Deprecated since v2\.34 in favor of CODER\\_AI\\_GATEWAY\\_ENABLED\. Before v2\.34, the default was false\./,
		);
	});

	it("says that a deployment doesn't have an option", () => {
		const text = hover("CODER_UPDATE_CHECK", config);
		assert.match(text, /This version of Larkspur doesn't have this option/);
		assert.ok(!text.includes("Value on"));
		assert.ok(!text.includes("Go to Option"));
	});

	it("says which program reads a variable that isn't an option", () => {
		assert.equal(
			hover("CODER_SESSION_TOKEN", config),
			"**`CODER_SESSION_TOKEN`**\n\nRead by the Coder CLI.\n\n[Documentation](https://coder.com/docs/reference/cli)",
		);
		const verbose = hover("CODER_VERBOSE");
		assert.match(verbose, /Use `CODER_LOG_FILTER` instead\.\n\nCoder server option, /);
		assert.match(verbose, /Read by the Coder CLI\./);
	});

	it("shows the server's text literally", () => {
		const evil = configWith({
			name: "[a](command:b) <img>",
			env: "CODER_EVIL",
			description: "[click](command:workbench.action.quit)\n\n| a | b |",
			value: "`| [x](command:y)",
			default: "a|b",
		});
		const text = hover("CODER_EVIL", evil);
		assert.ok(!/[^\\]\]\(command:(b|y|workbench)/.test(text), text);
		assert.ok(!/[^\\]<img/.test(text));
	});

	describe("with recorded servers", () => {
		before(function () {
			needFixtures(this);
		});
		for (const fixture of fixtureConfigs) {
			it(`contains no secret (${fixture})`, () => {
				const text = allHovers(fixtureConfig(fixture));
				assert.ok(text.length > 50_000);
				assert.ok(!text.includes("EXAMPLE-smtp-password"));
			});
		}
	});

	for (const version of ["current", "old"] as const) {
		it(`contains no secret of a ${version} sample deployment`, async () => {
			const deployment = await startSampleDeployment({ version });
			try {
				const path = `${deployment.url}/api/v2/deployment/config`;
				const body = (await ask(path, { token: deployment.tokens.owner })).json() as JsonValue;
				const text = allHovers(configOf(body));
				assert.ok(text.length > 50_000);
				assert.ok(!text.includes(secretMark) && !text.includes(deployment.tokens.owner));
				for (const secret of markerSecrets) assert.ok(!text.includes(secret));
			} finally {
				await deployment.close();
			}
		});
	}
});
