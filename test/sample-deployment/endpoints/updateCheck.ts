import type { JsonObject } from "../json.ts";
import type { SampleState } from "../state.ts";
import { commitUrl } from "../versions.ts";

/**
 * States of the update check. "notChecked" is the same whether checks are off or GitHub can't be reached; in
 * "aheadOfStable", the server is newer than the latest stable release.
 */
export type UpdateState = "available" | "current" | "notChecked" | "aheadOfStable";

/** All states, for users who type one. */
export const updateStates: readonly UpdateState[] = [
	"available",
	"current",
	"notChecked",
	"aheadOfStable",
];

/** Returns the body of GET /updatecheck. Turning off the option "Update Check" overrides the state. */
export function updateCheck(state: SampleState): JsonObject {
	const { version } = state;
	const off = state.optionValues().value("CODER_UPDATE_CHECK") === false;
	switch (off ? "notChecked" : state.updateState) {
		case "notChecked":
			return { current: true, version: version.version, url: commitUrl(version) };
		case "current":
			return release(true, version.release);
		case "aheadOfStable":
			return release(true, minorFrom(version.release, -1));
		case "available":
			return release(false, minorFrom(version.release, 1));
	}
}

function release(current: boolean, tag: string): JsonObject {
	return { current, version: tag, url: `https://github.com/coder/coder/releases/tag/${tag}` };
}

function minorFrom(tag: string, step: number): string {
	const minor = Number(tag.split(".")[1]);
	return `v2.${minor + step}.0`;
}
