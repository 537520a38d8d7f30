import assert from "node:assert/strict";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { runTool } from "../../../src/core/chatTools/runTool.ts";
import { toolNames } from "../../../src/core/chatTools/toolNames.ts";
import {
	markerSecrets,
	secretMark,
	startSampleDeployment,
	tokenMark,
} from "../../sample-deployment/server.ts";
import { bench, knownAt } from "../../support/bench.ts";
import { comparedFile, secretFile } from "../../support/comparedFile.ts";
import { fixtureJson, needFixtures } from "../../support/fixtures.ts";
import { recorded, recordedAt } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { contextOf } from "../../unit/chatTools/support/toolBench.ts";

/** Returns every page of every tool's result. */
async function everythingReported(deployment: Deployment, now: () => number): Promise<string> {
	const readFile = () => Promise.resolve(comparedFile<Deployment>(secretFile));
	const context = contextOf([deployment], { now, readFile });
	const reported: string[] = [];
	for (const name of toolNames) {
		const pages = /search|Findings|compare|preview/.test(name);
		for (let skip = 0; skip === 0 || (pages && skip < 300); skip += 20) {
			const file = name === "coderDeployment_compareFile" ? { file: "coder.env" } : {};
			reported.push(await runTool(name, pages ? { skip, limit: 20, ...file } : {}, context));
		}
	}
	return reported.join("\n");
}

describe("secrets", function () {
	this.timeout(slowMachine);

	for (const version of ["ancient", "old", "current", "dev"] as const) {
		it(`never appear in results of chat tools (${version})`, async () => {
			const sample = await startSampleDeployment({ version });
			try {
				const { store } = bench(sample.url, { token: sample.tokens.owner });
				const reported = await everythingReported(store, Date.now);
				assert.ok(reported.length > 50_000, "something was told");
				for (const secret of [...markerSecrets, secretMark, tokenMark, "SampleOwnr"]) {
					assert.ok(!reported.includes(secret), secret);
				}
				const { username, id } = knownAt(sample.url).account;
				assert.ok(!reported.includes(username) && !reported.includes(id), "an account");
			} finally {
				await sample.close();
			}
		});
	}

	for (const config of ["main/deployment-config.json", "v2.15.0/deployment-config.json"]) {
		it(`that real servers leak never appear in results of chat tools (${config})`, async function () {
			needFixtures(this);
			const deployment = await recorded({ deploymentConfig: { body: fixtureJson(config) } });
			const reported = await everythingReported(deployment, () => recordedAt);
			assert.ok(reported.length > 50_000, "something was told");
			assert.ok(!reported.includes("EXAMPLE-smtp-password"));
		});
	}
});
