import type { ConfigReference } from "../../../../src/core/files/config/configReference.ts";
import { releaseOptions } from "../../../../src/core/files/config/releaseOptions.ts";
import type { Replacement } from "../../../../src/core/files/rewrite.ts";

/** Returns the bundled table's reference for a release. */
function ofRelease(minor: number): ConfigReference {
	const name = `v2.${minor.toString()}`;
	return {
		options: releaseOptions(minor),
		version: `${name}.0`,
		name: `Coder ${name}`,
		reported: false,
		experiments: ["oauth2", "notifications"],
	};
}

export const v35 = ofRelease(35);
export const v15 = ofRelease(15);

/** A deployment that reports the same options. */
export const reported: ConfigReference = { ...v35, reported: true, name: "Production" };

/** Applies edits to a text. */
export function applied(text: string, edits: readonly Replacement[]): string {
	return edits
		.toSorted((a, b) => b.from - a.from)
		.reduce((result, one) => result.slice(0, one.from) + one.text + result.slice(one.to), text);
}
