import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Context } from "mocha";
import { parseJson, type JsonValue } from "../../src/core/base/json.ts";

const beside = path.resolve(import.meta.dirname, "../../../shared");

const shared = path.join(process.env.CODER_DEPLOYMENT_SHARED ?? beside, "coder");

/** Bodies from Coder's servers. They're next to the repository and not part of it. */
const dir = path.join(shared, "fixtures");

/** Skips the suite or test, with the reason, if the fixtures don't exist. Call it in a hook or test. */
export function needFixtures(context: Context): void {
	if (existsSync(dir)) return;
	console.warn(
		"      skipped: there are no shared fixtures; set CODER_DEPLOYMENT_SHARED to their folder",
	);
	context.skip();
}

/** Returns the path of a file about Coder's servers, such as `options-history.tsv`. */
export function sharedPath(name: string): string {
	return path.join(shared, name);
}

/** Returns the text of a fixture, such as `main/buildinfo.json`. */
export function fixtureText(name: string): string {
	return readFileSync(path.join(dir, name), "utf8");
}

/** Returns a fixture's JSON, parsed as the extension parses answers. */
export function fixtureJson(name: string): JsonValue {
	return parseJson(fixtureText(name));
}

/** Returns the names of the JSON files in a folder of fixtures, sorted. */
export function fixtureNames(folder: string): string[] {
	return readdirSync(path.join(dir, folder))
		.filter((name) => name.endsWith(".json"))
		.sort()
		.map((name) => `${folder}/${name}`);
}
