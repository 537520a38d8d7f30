import assert from "node:assert/strict";
import type { DeploymentOption, ValueSource } from "../../../src/core/coder/model.ts";
import { mainBuild, type Release } from "../../../src/core/coder/release.ts";
import { releaseEdition, serverEdition, type Edition } from "../../../src/core/upgrade/edition.ts";
import { upgradePlan, type UpgradePlan } from "../../../src/core/upgrade/plan.ts";
import { upgradedOptions } from "../../../src/core/upgrade/upgradedOptions.ts";
import { optionHistories } from "../../../src/core/releases/options.ts";
import { optionOf } from "../../../src/core/variables/optionOf.ts";
import { option } from "../configuration/support/options.ts";
import { assertGolden } from "../../support/golden.ts";

const each: readonly (ValueSource | undefined)[] = ["env", "yaml", "flag", "default", undefined];

/** Returns the options of a release as a server with that release reports them, set in turn by each of the sources. */
function optionsOf(release: Release, sources = each): readonly DeploymentOption[] {
	return [...releaseEdition(release).states].map(([id, state], index): DeploymentOption => {
		const history = optionHistories().get(id);
		assert.ok(history);
		const valueSource = sources[index % sources.length];
		return {
			...optionOf(history, state),
			default: state.default,
			// All values here are texts; a server sends durations as numbers.
			duration: false,
			value: valueSource && valueSource !== "default" ? `value ${index}` : state.default,
			...(valueSource && { valueSource }),
			useInstead: [],
		};
	});
}

/** Writes everything that a plan contains, a line each. */
function written({ title, notes, sections, replaceable }: UpgradePlan): string {
	const parts = sections.flatMap((section) => [
		`== ${section.time}: ${section.title}${section.todo ? " (to do)" : ""}`,
		...section.groups.flatMap((group) => [
			`-- ${group.title ?? "(no title)"}`,
			...group.lines.map(({ id, name = "", text, docs = "", here, stops }) =>
				[id, name, text, docs, here ? "here" : "", stops ? "stops" : ""].join(" | "),
			),
		]),
	]);
	return [title, ...notes, replaceable ? "(replaceable)" : "", ...parts, ""].join("\n");
}

function planOf(
	from: Edition,
	to: Edition,
	experiments: readonly string[] = [],
	sources?: typeof each,
): string {
	const options = optionsOf(Math.floor(from.release), sources).map((option) =>
		option.id === "CODER_EXPERIMENTS" ? { ...option, value: ["*"] } : option,
	);
	return written(upgradePlan("Larkspur", from.name, from, to, { options, experiments }));
}

function reported(version: string, release: Release): Edition {
	const edition = serverEdition(version, optionsOf(release));
	assert.ok(edition);
	return edition;
}

describe("the whole plan of an upgrade", () => {
	const cases: readonly (readonly [string, () => string])[] = [
		["from-first-to-newest", () => planOf(releaseEdition(0), releaseEdition(35))],
		["from-15-to-main", () => planOf(releaseEdition(15), releaseEdition(mainBuild))],
		[
			"with-experiments",
			() =>
				planOf(releaseEdition(15), releaseEdition(21), [
					"notifications",
					"multi-organization",
					"custom-roles",
					"invented",
				]),
		],
		["of-defaults", () => planOf(releaseEdition(0), releaseEdition(35), [], ["default"])],
		["of-yaml", () => planOf(releaseEdition(0), releaseEdition(mainBuild), [], ["yaml"])],
		["from-34-to-35", () => planOf(releaseEdition(34), releaseEdition(35))],
		["from-a-build-between", () => planOf(reported("v2.30.0-devel+a", 30), releaseEdition(33))],
		["from-a-candidate", () => planOf(reported("v2.30.0-rc.1+a", 29), releaseEdition(31))],
	];
	for (const [name, text] of cases) {
		it(`is as reviewed: ${name}`, () => {
			assertGolden(`upgrade-${name}`, text());
		});
	}

	it("differs by what's set", () => {
		const options = optionsOf(15);
		const [from, to] = [releaseEdition(15), releaseEdition(35)];
		const unset = upgradePlan("Larkspur", "v2.15.0", from, to, {
			options: options.map((option) => ({
				...option,
				value: option.default ?? null,
				valueSource: "default",
			})),
			experiments: [],
		});
		assert.deepEqual(unset.sections[0]?.groups, []);
		assert.equal(unset.replaceable, false);
	});
});

describe("the options after an upgrade", () => {
	it("are as reviewed", () => {
		const lines = upgradedOptions(optionsOf(15), releaseEdition(35)).map((option) =>
			[
				option.id,
				option.name,
				typeof option.value === "string" ? option.value : "no value",
				option.valueSource ?? "no source",
				option.useInstead.map(({ id }) => id).join(","),
				(option.yamlPath ?? []).join("."),
			].join(" | "),
		);
		assertGolden("upgrade-options-15-to-35", `${lines.join("\n")}\n`);
	});

	it("don't repeat a replacement that's also set, or that two names have", () => {
		const options = optionsOf(15);
		const ids = upgradedOptions(options, releaseEdition(35)).map(({ id }) => id);
		assert.equal(new Set(ids).size, ids.length);
	});

	it("include a replacement with the value and source of the deprecated name, if the version has it", () => {
		const from = option({ id: "CODER_NOTIFICATIONS_EMAIL_FROM", name: "From" });
		const useInstead = [
			{ id: "CODER_EMAIL_FROM", name: "Email: From Address", env: "CODER_EMAIL_FROM" },
		];
		const current = optionHistories().get("CODER_EMAIL_FROM") ?? assert.fail();
		const { CODER_EMAIL_FROM: state } = Object.fromEntries(releaseEdition(35).states);
		assert.ok(state);
		for (const set of [
			{ value: "a@b.example", valueSource: "env" },
			{ value: "a@b.example" },
			{ valueSource: "yaml" },
		] as const)
			assert.deepEqual(upgradedOptions([{ ...from, ...set }], releaseEdition(35)), [
				{ ...from, ...set, useInstead },
				{ ...optionOf(current, state), ...set },
			]);
		assert.deepEqual(upgradedOptions([from], releaseEdition(35)), [{ ...from, useInstead }]);

		// A server may name a replacement that it doesn't have, or that no release has.
		const reported = (id: string, ...others: readonly DeploymentOption[]) => {
			const one = { ...from, useInstead: [{ id, name: id }] };
			return serverEdition("v2.40.0", [one, ...others]) ?? assert.fail();
		};
		const set = { ...from, value: "a@b.example" };
		for (const to of [
			reported("CODER_EMAIL_FROM"),
			reported("CODER_INVENTED"),
			reported("CODER_INVENTED", option({ id: "CODER_INVENTED" })),
		])
			assert.deepEqual(
				upgradedOptions([set], to).map(({ id }) => id),
				[set.id],
			);
	});

	it("leave what the server says about replacements, and what the tables don't know", () => {
		const [first, second] = optionsOf(35);
		assert.ok(first && second);
		const named = { ...first, useInstead: [{ id: second.id, name: second.name }] };
		assert.deepEqual(upgradedOptions([named], releaseEdition(35)), [named]);
	});
});
