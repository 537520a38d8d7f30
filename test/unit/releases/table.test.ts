import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { isDeprecated } from "../../../src/core/options/optionMarks.ts";
import { optionType } from "../../../src/core/options/optionType.ts";
import { stateIn } from "../../../src/core/releases/optionHistory.ts";
import { optionHistories } from "../../../src/core/releases/options.ts";
import { isDeprecatedIn, optionOf, typeOf } from "../../../src/core/variables/optionOf.ts";
import { mainBuild, releaseOf } from "../../../src/core/coder/release.ts";
import { tableText } from "../../../src/core/releases/table.ts";
import { writeTable } from "../../../src/core/releases/writeTable.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { liveBuilds, liveConfig, liveVersions } from "../../support/liveConfigs.ts";
import { sharedRows, sharedText } from "../../support/sharedTables.ts";

describe("the table of releases", () => {
	it("is small, and contains no descriptions", () => {
		const { length } = gzipSync(tableText, { level: 9 });
		assert.ok(length < 12_000, String(length));
		assert.doesNotMatch(tableText, /\. [A-Z]|EXAMPLE/);
	});

	it("shows when options were added, changed, and removed", () => {
		const enabled = optionHistories().get("CODER_AIBRIDGE_ENABLED");
		assert.ok(enabled);
		assert.equal(enabled.since, 27);
		assert.deepEqual(enabled.tracks.default, [
			[27, "false"],
			[34, "true"],
		]);
		assert.equal(stateIn(enabled, 26), undefined);
		assert.equal(stateIn(enabled, 33)?.successors, "");
		assert.equal(stateIn(enabled, 34)?.successors, "CODER_AI_GATEWAY_ENABLED");
		assert.equal(optionHistories().get("CODER_IN_MEMORY")?.last, 24);
	});

	it("has a release for each version that it covers, and for no other", () => {
		assert.equal(releaseOf("v2.15.0+190cd1c"), 15);
		assert.equal(releaseOf("v2.35.1"), 35);
		assert.equal(releaseOf("v2.35.1-devel+e751b285ca"), mainBuild);
		for (const version of ["v2.35.2", "v2.36.0", "v2.33.0-rc.1+8b44bd6", "v3.0.0", "v0.0.0", ""])
			assert.equal(releaseOf(version), undefined, version);
	});

	it("is short where a row has few cells, or cells that follow from its ID", () => {
		const head = "id\tsince\tlast\tname\tgroup\tflag\tenv\tyaml\ttype\tdefault";
		const rows = [
			"CODER_A",
			"CODER_B_C\tv2.0\t\tB\tG\tb-c\tCODER_B_C\tb.CODER_x\tbool\t/home/mira/.cache",
			"XCODER_D\tv2.0\tv2.1\tD\t\txcoder-d\tCODER_D\t\t\t/srv/home/mira/x yes",
		];
		assert.equal(
			writeTable([head, ...rows, ""].join("\r\n")),
			[
				"~A",
				"~B_C|v2.0||B|G|-|=|b.~x|bool|~/.cache",
				"X~D|v2.0|v2.1|D||-|CODER_D|||/srv/home/mira/x y",
			].join("\n"),
		);
	});

	describe("compared with its servers and source tables", () => {
		before(function () {
			needFixtures(this);
		});

		it("is what scripts/facts.ts writes", () => {
			assert.equal(writeTable(sharedText("options-history.tsv")), tableText);
			assert.equal(optionHistories().size, sharedRows("options-history.tsv").length);
		});

		for (const version of liveVersions) {
			it(`has what the server of ${version} reports, option by option`, () => {
				const release = releaseOf(liveBuilds[version]);
				assert.ok(release !== undefined);
				const { options } = liveConfig(version, "defaults");
				const ours = new Map(
					[...optionHistories().values()].flatMap((history) => {
						const state = stateIn(history, release);
						return state ? [[history.id, { history, state }] as const] : [];
					}),
				);
				assert.deepEqual([...ours.keys()].sort(), options.map(({ id }) => id).sort());
				for (const option of options) {
					const { history, state } = ours.get(option.id) ?? assert.fail(option.id);
					const reported = optionOf(history, state);
					const type = typeOf(history.id, state);
					if (exceptions.has(option.id)) continue;
					assert.deepEqual(
						{ ...pick(reported), type, deprecated: isDeprecatedIn(history.id, state) },
						{ ...pick(option), type: optionType(option), deprecated: isDeprecated(option) },
						option.id,
					);
				}
			});
		}
	});
});

/**
 * Options that a server reports differently than the table, because of its host, its build, or the words of a
 * description.
 */
const exceptions = new Set([
	// The home folder of the user who runs the server, and the server's version.
	"CODER_CACHE_DIRECTORY",
	"CODER_DOCS_URL",
	// Off in development builds.
	"CODER_UPDATE_CHECK",
	// A secret list reports no value, so its type isn't known.
	"CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS",
	// Deprecated by a sentence that only some versions have.
	"CODER_ALLOW_WORKSPACE_RENAMES",
	"CODER_CHAT_AI_GATEWAY_ROUTING_ENABLED",
]);

function pick(option: ReturnType<typeof optionOf>) {
	const { name, env, flag, yamlPath, secret, hidden, enterprise, groups, useInstead } = option;
	return {
		name,
		env,
		flag,
		yamlPath,
		secret,
		hidden,
		enterprise,
		default: option.default === "false" ? undefined : option.default,
		groups: groups.map((group) => group.name),
		useInstead: useInstead.map(({ id }) => id),
	};
}
