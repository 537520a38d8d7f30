import assert from "node:assert/strict";
import { isDeprecated } from "../../../src/core/options/optionFacts.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { optionType } from "../../../src/core/options/optionType.ts";
import { tableText } from "../../../src/core/variables/table.ts";
import { readTable } from "../../../src/core/variables/readTable.ts";
import { writeTable } from "../../../src/core/variables/writeTable.ts";
import { fixtureJson, needFixtures } from "../../support/fixtures.ts";
import { newer, older } from "./support/tables.ts";

const { entries } = readTable(tableText);

describe("the bundled table of options", () => {
	it("is small, and has no sentence in it", () => {
		assert.ok(Buffer.byteLength(tableText) < 13_500, String(Buffer.byteLength(tableText)));
		// Names of groups are the longest words in a row.
		assert.deepEqual(tableText.match(/[A-Za-z]+( [A-Za-z]+){3,}/g), ["User Quiet Hours Schedule"]);
	});

	it("knows the variables of both versions", () => {
		assert.equal(entries.size, 290);
		assert.equal(new KnownVariables(undefined).optionNames.length, 290);
		assert.ok([...entries.keys()].every((name) => /^CODER_[A-Z0-9_]+$/.test(name)));
	});

	it("tells what is secret, deprecated, and in one version only", () => {
		const known = new KnownVariables(undefined);
		assert.equal(known.find("CODER_PG_CONNECTION_URL")?.option?.secret, true);
		assert.deepEqual(known.find("CODER_ADDRESS")?.useInstead, [
			"CODER_HTTP_ADDRESS",
			"CODER_TLS_ADDRESS",
		]);
		assert.equal(known.find("CODER_PROVISIONER_DAEMON_POLL_INTERVAL")?.deprecated, true);
		assert.deepEqual(known.find("CODER_IN_MEMORY")?.onlyIn, { older: "v2.15.0" });
		assert.deepEqual(known.find("CODER_HOST_PREFIX_COOKIE")?.onlyIn, { newer: "v2.35.1" });
		assert.equal(known.find("CODER_ACCESS_URL")?.onlyIn, undefined);
	});

	it("names options after their variables", () => {
		const names = ["CODER_ACCESS_URL", "CODER_OAUTH2_GITHUB_CLIENT_ID", "CODER_TLS_MIN_VERSION"];
		assert.deepEqual(
			names.map((name) => entries.get(name)?.option.name),
			["Access URL", "OAuth2 GitHub Client ID", "TLS Min Version"],
		);
	});

	describe("beside the servers that it was made from", () => {
		before(function () {
			needFixtures(this);
		});

		it("is what scripts/variableTable.ts writes", () => {
			assert.equal(writeTable(older(), newer()), tableText);
		});

		it("has their facts", () => {
			let compared = 0;
			for (const { version, options } of [older(), newer()]) {
				for (const option of options) {
					const entry = entries.get(option.env ?? "");
					if (!option.env?.startsWith("CODER_")) continue;
					assert.ok(entry, option.env);
					// What both versions have is told as the newer one has it.
					if (version === "v2.15.0" && entry.only !== "older") continue;
					const { flag, yamlPath, secret, hidden, enterprise } = option;
					assert.deepEqual(
						{ ...pick(entry.option), type: entry.type, deprecated: entry.deprecated },
						{
							flag,
							yamlPath,
							secret,
							hidden,
							enterprise,
							groups: option.groups.map(({ name }) => name),
							useInstead: option.useInstead.map(({ env }) => env),
							type: optionType(option),
							deprecated: isDeprecated(option),
						},
						option.env,
					);
					const told = (option.default ?? "").replace(/^false$/, "");
					const ours = entry.option.default ?? "";
					if (!["CODER_DOCS_URL", "CODER_CACHE_DIRECTORY"].includes(option.env))
						assert.equal(ours, told, option.env);
					compared++;
				}
			}
			assert.equal(compared, 290);
		});

		it("has no description and no secret of theirs", () => {
			for (const folder of ["v2.15.0", "main"]) {
				const { options } = fixtureJson(`${folder}/deployment-config.json`) as {
					options: { description?: string }[];
				};
				const copied = options.filter(
					({ description }) => description && tableText.includes(description.slice(0, 25)),
				);
				assert.deepEqual(copied, []);
			}
			assert.ok(!tableText.includes("EXAMPLE"));
		});
	});
});

function pick({
	flag,
	yamlPath,
	secret,
	hidden,
	enterprise,
	groups,
	useInstead,
}: NonNullable<ReturnType<typeof entries.get>>["option"]) {
	return {
		flag,
		yamlPath,
		secret,
		hidden,
		enterprise,
		groups: groups.map(({ name }) => name),
		useInstead: useInstead.map(({ env }) => env),
	};
}
