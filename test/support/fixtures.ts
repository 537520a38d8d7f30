import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Context } from "mocha";
import { parseJson, type JsonValue } from "../../src/core/base/json.ts";

const beside = path.resolve(import.meta.dirname, "../../../shared");

const shared = path.join(process.env.CODER_DEPLOYMENT_SHARED ?? beside, "coder");

/** Bodies as Coder's servers send them. They live beside the repository and are not part of it. */
const dir = path.join(shared, "fixtures");

/** Skips the suite or test, and says why, where the fixtures are not there. To be called in a hook or test. */
export function needFixtures(context: Context): void {
	if (existsSync(dir)) return;
	console.warn(
		"      skipped: there are no shared fixtures; set CODER_DEPLOYMENT_SHARED to their folder",
	);
	context.skip();
}

/** Where a file about Coder's servers is, such as `options-history.tsv`. */
export function sharedPath(name: string): string {
	return path.join(shared, name);
}

/** The text of a fixture, such as `main/buildinfo.json`. */
export function fixtureText(name: string): string {
	return readFileSync(path.join(dir, name), "utf8");
}

/** A fixture's JSON, read as the extension reads answers. */
export function fixtureJson(name: string): JsonValue {
	return parseJson(fixtureText(name));
}

/** The JSON files of a folder of fixtures, sorted. */
export function fixtureNames(folder: string): string[] {
	return readdirSync(path.join(dir, folder))
		.filter((name) => name.endsWith(".json"))
		.sort()
		.map((name) => `${folder}/${name}`);
}
