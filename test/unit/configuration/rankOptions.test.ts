import assert from "node:assert/strict";
import { configView } from "../../../src/core/configuration/configView.ts";
import { needLiveAnswers } from "../../support/liveAnswers.ts";
import { liveConfig } from "../../support/liveConfigs.ts";
import { rankedOptions, rankOptions } from "../../../src/core/configuration/rankOptions.ts";

describe("the order of options in Go to Option", () => {
	let options: ReturnType<typeof rankedOptions>;
	before(function () {
		needLiveAnswers(this);
		options = rankedOptions(configView(liveConfig("v2.35.1", "owner")).groups);
	});
	const found = (typed: string): string[] => rankOptions(options, typed).map(({ row }) => row.name);
	const first = (typed: string): string | undefined => found(typed)[0];

	it("starts with an exact variable, flag, YAML path, or name", () => {
		for (const { row, names } of options)
			for (const typed of [row.env, row.flag, row.yamlPath]) {
				if (typed === undefined) continue;
				const [best] = rankOptions(options, typed);
				assert.ok(best?.names.includes(typed.toLowerCase()), `${typed}: ${String(names)}`);
			}
		assert.equal(first("Access URL"), "Access URL");
		assert.equal(first("networking.accessURL"), "Access URL");
		assert.equal(first("export CODER_ACCESS_URL=https://coder.example.com"), "Access URL");
		assert.equal(first("--access-url=x"), "Access URL");
	});

	it("ranks prefixes of variables above scattered letters", () => {
		assert.equal(first("CODER_OIDC_ISS"), "OIDC Issuer URL");
		assert.equal(first("oidc iss"), "OIDC Issuer URL");
	});

	it("ranks words in descriptions and values below words in names", () => {
		const names = found("telemetry");
		assert.match(names[0] ?? "", /telemetry/i);
		const described = options.find(({ row }) => /\btelemetry\b/i.test(row.description));
		assert.ok(described && names.includes(described.row.name));
	});

	it("includes scattered letters if nothing else matches", () => {
		assert.ok(found("accsurl").includes("Access URL"));
		assert.deepEqual(found("no option has these words"), []);
	});

	it("includes all options if nothing is typed", () => {
		assert.equal(found(" ").length, options.length);
	});
});
