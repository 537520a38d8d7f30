import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { sampleTokens } from "../../sample-deployment/auth/accounts.ts";
import { parseDuration } from "../../sample-deployment/config/duration.ts";
import { optionKey } from "../../sample-deployment/config/optionFact.ts";
import { allOptions } from "../../sample-deployment/data/allOptions.ts";
import { groupDescriptions } from "../../sample-deployment/data/groups.ts";
import { ask } from "../../sample-deployment/request.ts";
import {
	leakedSecrets,
	markerSecrets,
	secretMark,
	startSampleDeployment,
	tokenMark,
} from "../../sample-deployment/server.ts";

/** Next to the working copy; tests run in its root folder. */
const fixtures = pathToFileURL(resolve("../shared/coder/fixtures") + sep);

interface WithDescription {
	readonly description?: string;
	readonly group?: WithDescription;
	readonly parent?: WithDescription;
}

describe("sample deployment: data", () => {
	it("has unique names of options, and replacements that exist", () => {
		const keys = allOptions.map(optionKey);
		assert.equal(new Set(keys).size, keys.length);
		for (const { useInstead = [], description, name } of allOptions) {
			assert.ok(
				useInstead.every((key) => keys.includes(key)),
				name,
			);
			assert.ok(description || name === "Telemetry (backwards compatibility)", name);
		}
	});

	it("parses durations in Coder's format", () => {
		const day = 86_400_000_000_000;
		assert.equal(parseDuration("876600h0m0s"), 3_155_760_000_000_000_000);
		assert.deepEqual(["0", "1.5s", "100ms", "60d"].map(parseDuration), [0, 1.5e9, 1e8, 60 * day]);
		assert.throws(() => parseDuration("soon"));
	});

	it("has well-formed tokens that are obviously invented", () => {
		for (const token of Object.values(sampleTokens)) {
			assert.match(token, /^Sample[A-Za-z]{4}-Sample[A-Za-z]{5}NotRealTokn$/);
			assert.match(token, /^[A-Za-z0-9]{10}-[A-Za-z0-9]{22}$/);
			assert.ok(token.endsWith(tokenMark));
		}
	});

	it("leaks exactly the secrets that real servers leak", async () => {
		const config = async (version: "old" | "current") => {
			const { url, tokens, close } = await startSampleDeployment({ version });
			const { text } = await ask(`${url}/api/v2/deployment/config`, { token: tokens.owner });
			await close();
			return text;
		};
		const [old, current] = [await config("old"), await config("current")];
		assert.ok(!old.includes(secretMark));
		const seen = markerSecrets.filter((secret) => current.includes(secret));
		assert.deepEqual(seen, [...leakedSecrets, "SAMPLE-SECRET-in-proxy-url"]);
		assert.ok(markerSecrets.every((secret) => secret.includes(secretMark)));
	});

	it("describes options and groups in its own words", function () {
		if (!existsSync(fixtures)) {
			this.skip();
		}
		const theirs = coderTexts();
		const sentences = theirs.flatMap((text) => text.split(/(?<=\.)\s+/)).map(words);
		const runs = new Set(theirs.flatMap((text) => wordRuns(words(text))));
		assert.ok(sentences.length > 400);
		for (const text of [...allOptions.map((one) => one.description), ...groupDescriptions()]) {
			const ours = ` ${words(text)} `;
			const copied = sentences.find((one) => one.length > 12 && ours.includes(` ${one} `));
			assert.equal(copied, undefined, text);
			// Names and quoted values are facts, not prose.
			const plain = words(text.replace(/"[^"]*"|`[^`]*`/g, " "));
			assert.equal(
				wordRuns(plain).find((run) => runs.has(run)),
				undefined,
				text,
			);
		}
	});
});

/** Returns every description of an option or a group in the fixtures. */
function coderTexts(): string[] {
	const texts = new Set<string>();
	const collect = (one: WithDescription | undefined): void => {
		if (one) {
			texts.add(one.description ?? "");
			collect(one.group);
			collect(one.parent);
		}
	};
	for (const version of ["main", "v2.15.0"]) {
		const text = readFileSync(new URL(`${version}/deployment-config.json`, fixtures), "utf8");
		(JSON.parse(text) as { options: WithDescription[] }).options.forEach(collect);
	}
	return [...texts];
}

function words(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, " ")
		.trim();
}

/** Returns every sequence of six words. */
function wordRuns(text: string): string[] {
	const list = text.split(" ");
	return list.slice(5).map((_, index) => list.slice(index, index + 6).join(" "));
}
