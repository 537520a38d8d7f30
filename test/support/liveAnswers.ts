import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Context } from "mocha";

const beside = path.resolve(import.meta.dirname, "../../../shared");

/** Answers of real Coder servers. They're next to the repository and not part of it. */
const dir = path.join(process.env.CODER_DEPLOYMENT_SHARED ?? beside, "coder", "live");

/** Versions with answers. */
export const liveVersions = ["v2.15.0", "v2.35.1", "main"] as const;
export type LiveVersion = (typeof liveVersions)[number];

/** An answer as it arrived. */
export interface LiveAnswer {
	readonly status: number;
	/** Each header's values by its lowercase name. */
	readonly headers: ReadonlyMap<string, readonly string[]>;
	readonly body: string;
}

/** Skips the suite or test, with the reason, if there are no answers. Call it in a hook or test. */
export function needLiveAnswers(context: Context): void {
	if (existsSync(dir)) return;
	console.warn(
		"      skipped: there are no live answers; set CODER_DEPLOYMENT_SHARED to their folder",
	);
	context.skip();
}

/**
 * Returns the names of a version's answers without extension, such as `owner-config`; none if the folder doesn't exist.
 */
export function liveNames(version: LiveVersion): string[] {
	if (!existsSync(dir)) return [];
	return readdirSync(path.join(dir, version))
		.filter((name) => name.endsWith(".http"))
		.map((name) => name.slice(0, -".http".length))
		.sort();
}

/** Returns another file of a version, such as `write-config.yaml`. */
export function liveText(version: LiveVersion, file: string): string {
	return readFileSync(path.join(dir, version, file), "utf8");
}

/** Reads an answer. */
export function liveAnswer(version: LiveVersion, name: string): LiveAnswer {
	const text = liveText(version, `${name}.http`).replaceAll("\r\n", "\n");
	const [head = "", ...rest] = text.split("\n\n");
	const [statusLine = "", ...lines] = head.split("\n");
	const headers = new Map<string, string[]>();
	for (const line of lines) {
		const [, key = "", value = ""] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
		const values = headers.get(key.toLowerCase()) ?? [];
		headers.set(key.toLowerCase(), [...values, value]);
	}
	return { status: Number(statusLine.split(" ")[1]), headers, body: rest.join("\n\n") };
}
