import assert from "node:assert/strict";
import {
	announceChanges,
	listDeployments,
	takeSnapshot,
} from "../../../src/core/publicApi/answers.ts";
import { describeSnapshot } from "../../../src/core/publicApi/describeDeployment.ts";
import {
	markerSecrets,
	secretMark,
	startSampleDeployment,
	tokenMark,
} from "../../sample-deployment/server.ts";
import { compareFile } from "../../../src/core/publicApi/compareFile.ts";
import { previewUpgrade } from "../../../src/core/publicApi/previewUpgrade.ts";
import { comparedFile, secretFile } from "../../support/comparedFile.ts";
import { fixtureJson, needFixtures } from "../../support/fixtures.ts";
import { recorded } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { deploymentsAt } from "./support/deploymentsAt.ts";

describe("secrets, tokens, and accounts", function () {
	this.timeout(slowMachine);

	for (const version of ["ancient", "old", "current", "dev"] as const) {
		it(`are never returned to other extensions (${version})`, async () => {
			const sample = await startSampleDeployment({ version });
			const deployments = await deploymentsAt({ url: sample.url, token: sample.tokens.owner });
			try {
				const reported: unknown[] = [];
				announceChanges(deployments, (change) => reported.push(change));
				await deployments.active?.refresh();
				reported.push(listDeployments(deployments), await takeSnapshot(deployments, sample.url));
				const file = comparedFile(secretFile, deployments.active);
				reported.push(await compareFile(deployments, file, undefined));
				reported.push(await previewUpgrade(deployments, sample.url, "main"));
				const text = JSON.stringify(reported);
				assert.ok(text.length > 30_000, "something was told");
				for (const secret of [...markerSecrets, secretMark, tokenMark, "SampleOwnr"]) {
					assert.ok(!text.includes(secret), secret);
				}
				for (const word of ["mira", "Mira", "6b0c6a5e"]) assert.ok(!text.includes(word), word);
			} finally {
				deployments.dispose();
				await sample.close();
			}
		});
	}

	for (const config of ["main/deployment-config.json", "v2.15.0/deployment-config.json"]) {
		it(`that real servers leak are never returned to other extensions (${config})`, async function () {
			needFixtures(this);
			const deployment = await recorded({ deploymentConfig: { body: fixtureJson(config) } });
			const text = JSON.stringify(describeSnapshot(deployment, deployment));
			assert.ok(text.length > 50_000, "something was told");
			assert.ok(!text.includes("EXAMPLE-smtp-password"));
		});
	}

	it("don't interfere with large integers", async () => {
		const deployment = await recorded({
			deploymentStats: { body: { workspaces: { running: 2n ** 60n, rx_bytes: 1n } } },
			deploymentConfig: { body: { options: [{ name: "Big", env: "BIG", value: 2n ** 60n }] } },
		});
		const { statistics, configuration } = describeSnapshot(deployment, undefined);
		assert.equal(statistics.value?.workspaces.running, 2 ** 60);
		assert.equal(configuration.value?.options[0]?.value, "1152921504606846976");
	});
});
