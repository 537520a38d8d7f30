import assert from "node:assert/strict";
import { parse } from "yaml";
import "../../support/stable.ts";
import { yamlText } from "../../../src/core/export/yamlText.ts";
import { fixtureText, needFixtures } from "../../support/fixtures.ts";
import { all, facts, fixtureConfig } from "./support/configs.ts";

/** A passage of the golden file, and what the server reports instead: both depend on the machine or the build. */
interface Difference {
	readonly why: string;
	readonly golden: string;
	readonly ours: string;
}

const cacheDirectory: Difference = {
	why: "a placeholder of Coder's test, not even valid as the text that it stands for",
	golden: "# (default: [cache dir], type: string)\ncacheDir: [cache dir]\n",
	ours: "# (default: /home/coder/.cache/coder, type: string)\ncacheDir: /home/coder/.cache/coder\n",
};

/** A development build wrote the golden file; it turns two defaults off. */
const ofReleases: readonly Difference[] = [
	{
		why: "releases send telemetry unless told otherwise",
		golden: "  # (default: false, type: bool)\n  enable: false\n  # URL to send telemetry.\n",
		ours: "  # (default: true, type: bool)\n  enable: true\n  # URL to send telemetry.\n",
	},
	{
		why: "releases look for updates unless told otherwise",
		golden: "# (default: false, type: bool)\nupdateCheck: false\n",
		ours: "# (default: true, type: bool)\nupdateCheck: true\n",
	},
];

const docsOfTheVersion: Difference = {
	why: "the default of releases since v2.16 names the version",
	golden: "  # (default: https://coder.com/docs, type: url)\n  docsURL: https://coder.com/docs\n",
	ours: "  # (default: https://coder.com/docs/@v2.35.1, type: url)\n  docsURL: https://coder.com/docs/@v2.35.1\n",
};

/** Everything that the API omits or reports differently, by version. */
const differences: Readonly<Record<string, readonly Difference[]>> = {
	main: [docsOfTheVersion, ...ofReleases, cacheDirectory],
	"v2.15.0": [...ofReleases, cacheDirectory],
};

/** Returns the part between our header and footer, which are comments. */
function coderPart(text: string): string {
	const [head = "", ...rest] = text.split("\n\n");
	assert.match(head, /^(#.*\n?)+$/);
	assert.match(rest.pop() ?? "", /^(#.*\n)+$/);
	assert.equal(rest.length, 1);
	return `${rest.join("")}\n`;
}

describe("the YAML of an unconfigured server", () => {
	before(function () {
		needFixtures(this);
	});

	for (const [version, reported] of Object.entries(differences)) {
		describe(version, () => {
			let ours: string;
			let golden: string;
			before(() => {
				const config = fixtureConfig(`${version}/deployment-config-defaults.json`);
				ours = yamlText(config, facts, all).text;
				golden = fixtureText(`${version}/server-config.golden.yaml`);
				for (const { golden: passage, ours: instead } of reported) {
					assert.equal(golden.split(passage).length, 2, passage);
					golden = golden.replace(passage, instead);
				}
			});

			it("equals Coder's own file, parsed", () => {
				assert.deepEqual(parse(ours), parse(golden));
			});

			it("equals Coder's own file byte for byte, including comments", () => {
				assert.equal(coderPart(ours), golden);
			});
		});
	}
});
