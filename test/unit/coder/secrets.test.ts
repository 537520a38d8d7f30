import assert from "node:assert/strict";
import "../../support/stable.ts";
import { formatJson } from "../../../src/core/base/json.ts";
import { everythingShown } from "../../support/everything.ts";
import { fixtureJson, fixtureText, needFixtures } from "../../support/fixtures.ts";
import { recorded, recordedAt, type Recording } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";

/** The secret that the bodies leak, like real servers. */
const secret = "EXAMPLE-smtp-password";

const bodies = {
	root: "main/root.json",
	buildInfo: "main/buildinfo.json",
	deploymentSsh: "main/deployment-ssh.json",
	deploymentStats: "main/deployment-stats.json",
	experiments: "main/experiments.json",
	experimentsAvailable: "main/experiments-available.json",
	updateCheck: "main/updatecheck.json",
	tokenConfig: "main/tokenconfig.json",
};

function recordingWith(config: string): Recording {
	const names = Object.entries({ ...bodies, deploymentConfig: config });
	return Object.fromEntries(names.map(([id, name]) => [id, { body: fixtureJson(name) }]));
}

describe("secrets that servers leak", function () {
	this.timeout(slowMachine);

	before(function () {
		needFixtures(this);
	});

	it("are in the body to begin with", () => {
		assert.ok(fixtureText("main/deployment-config.json").includes(secret));
	});

	for (const config of ["main/deployment-config.json", "v2.15.0/deployment-config.json"]) {
		it(`don't reach models, tree, panel, summary, and status bar (${config})`, async () => {
			const deployment = await recorded(recordingWith(config));
			const shown = everythingShown(deployment, recordedAt);
			assert.ok(shown.length > 100_000, "something was shown");
			assert.ok(!shown.includes(secret));
		});

		it(`aren't in the masked JSON (${config})`, async () => {
			const { snapshot } = await recorded(recordingWith(config));
			const { value } = snapshot.deploymentConfig;
			assert.ok(value);
			assert.ok(!formatJson(value.masked).includes(secret));
		});
	}
});
