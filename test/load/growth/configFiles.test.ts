import { configPlace } from "../../../src/core/files/config/configPlace.ts";
import { configProblems } from "../../../src/core/files/config/configProblems.ts";
import { configSuggestions } from "../../../src/core/files/config/configSuggestions.ts";
import { isConfigText } from "../../../src/core/files/config/configFile.ts";
import { mayBeConfig } from "../../../src/core/files/config/configMark.ts";
import { readConfigText } from "../../../src/core/files/config/configText.ts";
import { releaseOptions } from "../../../src/core/files/config/releaseOptions.ts";
import { driftOf } from "../../../src/core/files/drift.ts";
import { configSettings } from "../../../src/core/files/config/configSettings.ts";
import { assertLinear } from "../../support/growth.ts";
import { pieces } from "./pieces.ts";

const options = releaseOptions(35);
const reference = { options, version: "v2.35.0", name: "Coder", reported: false, experiments: [] };

/** Does everything that's done with a text that may be a configuration file of `coder server`. */
function work(text: string): unknown {
	const config = readConfigText(text);
	const place = configPlace(text, text.length);
	return [
		mayBeConfig(text),
		isConfigText(config),
		configProblems(config, reference),
		driftOf(configSettings(config), { options }),
		place && configSuggestions(place, reference),
	];
}

describe("processing time of a configuration file", function () {
	this.timeout(120_000);
	const lines = ["mine: 1\n", "networking:\n", "oidc: {scopes: [a]}\n", "a: &a [*a]\n", "- "];
	for (const piece of [...pieces, ...lines]) {
		it(`is linear in its length: ${JSON.stringify(piece)}`, () => {
			assertLinear(
				JSON.stringify(piece),
				8_000,
				(size) => `networking:\n  accessURL: ${piece.repeat(Math.ceil(size / piece.length))}`,
				work,
			);
		});
	}

	it("is linear in the number of keys", () => {
		assertLinear(
			"keys",
			500,
			(size) =>
				`networking:\n${Array.from({ length: size }, (_, index) => `  key${index.toString()}: 1\n`).join("")}`,
			work,
		);
	});
});
