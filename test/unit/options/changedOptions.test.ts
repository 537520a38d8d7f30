import assert from "node:assert/strict";
import { parseJson } from "../../../src/core/base/json.ts";
import type { DeploymentOption } from "../../../src/core/coder/model.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { compareOptions, newest } from "../../../src/core/comparison/compare.ts";
import { defaultOptions } from "../../../src/core/comparison/defaults.ts";
import { configView } from "../../../src/core/configuration/configView.ts";
import { entryOf, matches } from "../../../src/core/configuration/match.ts";
import { parseQuery } from "../../../src/core/configuration/query.ts";
import { changedOptions } from "../../../src/core/options/changedOptions.ts";
import { liveAnswer, liveVersions, needLiveAnswers } from "../../support/liveAnswers.ts";

function optionsOf(body: string): readonly DeploymentOption[] {
	const parsed = parseAnswer("deploymentConfig", parseJson(body));
	assert.ok(parsed.ok);
	return parsed.value.options;
}

/** Returns the IDs of the options that the panel lists for a search text. */
function found(options: readonly DeploymentOption[], text: string): string[] {
	return configView({ options }).groups.flatMap((group) =>
		group.rows.filter((row) => matches(entryOf(group, row), parseQuery(text))).map(({ id }) => id),
	);
}

describe("changed options", () => {
	describe("on real servers", () => {
		before(function () {
			needLiveAnswers(this);
		});

		for (const version of liveVersions) {
			for (const name of ["owner-config", "defaults-config"]) {
				it(`are the same in tree, panel, and comparison (${version} ${name})`, () => {
					const options = optionsOf(liveAnswer(version, name).body);
					const ids = [...changedOptions(options).ids].sort();
					const compared = compareOptions(defaultOptions(options), options);
					assert.deepEqual(compared.map((change) => newest(change).id).sort(), ids);
					assert.deepEqual(found(options, "@changed").sort(), ids);
					const bySource = ["flag", "env", "yaml"].flatMap((source) =>
						found(options, `@source:${source}`),
					);
					assert.ok(bySource.every((id) => ids.includes(id)));
					assert.ok(ids.length > 0);
				});
			}
		}

		it("are counted once on v2.35.1", () => {
			const { ids, aliases } = changedOptions(
				optionsOf(liveAnswer("v2.35.1", "owner-config").body),
			);
			assert.deepEqual([ids.size, ids.size + aliases.size], [76, 87]);
		});
	});

	const email = { env: "CODER_EMAIL_FROM", name: "Email: From Address" };
	const former = {
		env: "CODER_NOTIFICATIONS_EMAIL_FROM",
		name: "Notifications: Email: From Address",
		use_instead: [email],
	};
	const options = (ours: object, theirs: object) =>
		optionsOf(
			JSON.stringify({
				options: [
					{ ...email, ...ours },
					{ ...former, ...theirs },
				],
			}),
		);

	it("are one change under the current name if both names have the same value", () => {
		const twins = options(
			{ value: "a@b.example", value_source: "env" },
			{ value: "a@b.example", value_source: "env" },
		);
		assert.deepEqual([...changedOptions(twins).ids], ["CODER_EMAIL_FROM"]);
		assert.deepEqual(found(twins, "@source:env"), ["CODER_EMAIL_FROM"]);
		assert.deepEqual(found(twins, "@deprecated @source:env"), ["CODER_NOTIFICATIONS_EMAIL_FROM"]);
		assert.deepEqual(found(twins, "notifications"), [
			"CODER_EMAIL_FROM",
			"CODER_NOTIFICATIONS_EMAIL_FROM",
		]);
	});

	it("are two changes if the names have different values, as before v2.18", () => {
		const two = options(
			{ value: "a@b.example", value_source: "env" },
			{ value: "c@d.example", value_source: "yaml" },
		);
		assert.equal(changedOptions(two).ids.size, 2);
		for (const [value, value_source] of [
			["c@d.example", "env"],
			["a@b.example", "yaml"],
			["a@b.example", undefined],
		])
			assert.deepEqual(
				changedOptions(
					options(
						{ value: "a@b.example", value_source: "env" },
						{ value, ...(value_source !== undefined && { value_source }) },
					),
				).ids,
				new Set(["CODER_EMAIL_FROM", "CODER_NOTIFICATIONS_EMAIL_FROM"]),
			);
		const one = options({ value: "" }, { value: "c@d.example", value_source: "yaml" });
		assert.deepEqual([...changedOptions(one).ids], ["CODER_NOTIFICATIONS_EMAIL_FROM"]);
	});

	it("include options that are only related to their replacement, counted separately", () => {
		const related = optionsOf(
			JSON.stringify({
				options: [
					{ env: "CODER_REDIRECT_TO_ACCESS_URL", value: true, value_source: "env" },
					{
						env: "CODER_TLS_REDIRECT_HTTP_TO_HTTPS",
						use_instead: [{ env: "CODER_REDIRECT_TO_ACCESS_URL" }],
						value: true,
						value_source: "env",
					},
				],
			}),
		);
		assert.equal(changedOptions(related).ids.size, 2);
	});
});
