import { mainBuild, releaseName } from "../../../../src/core/coder/release.ts";
import { fileSettings } from "../../../../src/core/files/fileSettings.ts";
import { checkVariables } from "../../../../src/core/files/release/checkRelease.ts";
import { releaseReference } from "../../../../src/core/files/release/releaseReference.ts";
import { optionHistories } from "../../../../src/core/releases/options.ts";
import type { Form } from "../../../../src/core/variables/forms.ts";
import { assertGolden } from "../../../support/golden.ts";

const releases = [0, 15, 24, 33, 34, 35, mainBuild];
const histories = [...optionHistories().values()];
const variables = histories.map(({ id }) => id).filter((id) => /^CODER_\w+$/.test(id));
const flags = [
	...new Set(histories.flatMap(({ tracks }) => tracks.flag.map(([, flag]) => flag))),
].filter((flag) => flag !== "");

/** Returns what a release says about the names in a text, without those that it doesn't have yet. */
function saidOf(text: string, form: Form, release: number): readonly string[] {
	return checkVariables(fileSettings(text, form), releaseReference(release))
		.filter(({ message }) => !/Coder added it in|Only later versions/.test(message))
		.filter(({ kind, message }) => kind !== "refused" || /removed it in/.test(message))
		.map(({ kind, message, replacement }) => {
			const sentence = message.replace(/^\S+: /, "");
			return `  ${kind}: ${sentence}${replacement === undefined ? "" : ` → ${replacement}`}`;
		});
}

/** Returns a part of a report for each release. */
const perRelease = (said: (release: number) => readonly string[]): string =>
	releases.map((release) => [releaseName(release), ...said(release), ""].join("\n")).join("\n");

describe("all names checked against releases", () => {
	it("are these variables, each in a file of its own", () => {
		assertGolden(
			"release-variables",
			perRelease((release) => variables.flatMap((name) => saidOf(`${name}=1\n`, "env", release))),
		);
	});

	it("are these variables together, where a replacement may already be set", () => {
		const text = variables.map((name) => `${name}=1\n`).join("");
		assertGolden(
			"release-variables-together",
			perRelease((release) => saidOf(text, "env", release)),
		);
	});

	it("are these flags", () => {
		assertGolden(
			"release-flags",
			perRelease((release) =>
				flags.flatMap((flag) => saidOf(`coder server --${flag}=1\n`, "shell", release)),
			),
		);
	});
});
