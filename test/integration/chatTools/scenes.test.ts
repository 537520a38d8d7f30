import "../../support/stable.ts";
import { toolNames } from "../../../src/core/chatTools/toolNames.ts";
import { comparedFile, secretFile } from "../../support/comparedFile.ts";
import { assertGolden } from "../../support/golden.ts";
import { now, play, scenes } from "../../support/scenes.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { contextOf, run } from "../../unit/chatTools/support/toolBench.ts";

/** The states that a model can distinguish. */
const names = [
	"experiments-wildcard",
	"member-current",
	"owner-ancient",
	"owner-not-configured",
	"owner-sick",
	"owner-unlicensed",
	"owner-up-to-date",
	"session-ended-later",
	"stats-processing",
	"stats-unknown-numbers",
	"unreachable-from-the-start",
] as const;

/** Inputs that keep the results short; the other tools have none. */
const inputs: Readonly<Record<string, object>> = {
	searchOptions: { query: "@changed url", limit: 2 },
	getFindings: { limit: 4 },
	compareDeployments: { left: "coder.larkspur.example", right: "defaults", limit: 4 },
	compareFile: { file: "deploy/coder.env", limit: 4 },
	previewUpgrade: { limit: 4 },
};

describe("the answers of chat tools", function () {
	this.timeout(10 * slowMachine);
	for (const name of names) {
		it(`say what is known of the deployment: ${name}`, async () => {
			const { store, host } = await play(scenes[name]);
			const context = contextOf([store], {
				now: () => now,
				readFile: () => Promise.resolve(comparedFile(secretFile, store)),
			});
			const parts: string[] = [];
			for (const tool of toolNames) {
				const short = tool.slice("coderDeployment_".length) as Parameters<typeof run>[0];
				const answer = await run(short, inputs[short] ?? {}, context).catch(String);
				parts.push(`${short}\n${JSON.stringify(answer, undefined, "\t")}\n`);
			}
			const deprecated = { query: "@deprecated", limit: 3 };
			const { options } = await run("searchOptions", deprecated, context);
			parts.push(`deprecated options\n${JSON.stringify(options, undefined, "\t")}\n`);
			assertGolden(`chat-${name}`, parts.join("\n").replaceAll(host, "HOST"));
		});
	}
});
