import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { repoRoot } from "../../../scripts/paths.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { liveConfig, liveVersions } from "../../support/liveConfigs.ts";

/** Shorter pieces are too common to be recognized. */
const shortest = 45;

describe("Coder's descriptions of its options", () => {
	before(function () {
		needFixtures(this);
	});

	it("are in no file of this repository, not even in part", function () {
		this.timeout(60_000);
		const sentences = new Set(
			liveVersions.flatMap((version) =>
				liveConfig(version, "defaults").options.flatMap(({ description }) =>
					description
						.split(/(?<=[.:;])\s+|\n/)
						.map(plain)
						.filter((sentence) => sentence.length >= shortest),
				),
			),
		);
		assert.ok(sentences.size > 300);
		const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
			cwd: repoRoot,
			encoding: "utf8",
		})
			.split("\n")
			.filter((file) => /\.(?:[cm]?[jt]s|json|md|txt|ya?ml|css|html)$/.test(file));
		const texts = files.flatMap((file) => {
			try {
				return [[file, plain(readFileSync(path.join(repoRoot, file), "utf8"))] as const];
			} catch {
				return [];
			}
		});
		assert.ok(texts.length > 500);
		const found = texts.flatMap(([file, text]) =>
			[...sentences].filter((sentence) => text.includes(sentence)).map((one) => `${file}: ${one}`),
		);
		assert.deepEqual(found, []);
	});
});

/** Removes what formatting adds: line breaks, comment marks, and backslashes. */
function plain(text: string): string {
	return text
		.replace(/[\\`]/g, "")
		.replace(/\s+(?:[#*/]+\s+)?/g, " ")
		.toLowerCase();
}
