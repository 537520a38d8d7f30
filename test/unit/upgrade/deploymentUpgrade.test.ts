import assert from "node:assert/strict";
import type { DeploymentConfig } from "../../../src/core/coder/model.ts";
import { mainBuild } from "../../../src/core/coder/release.ts";
import {
	editionOf,
	planDeploymentUpgrade,
	releaseNamed,
} from "../../../src/core/upgrade/deploymentUpgrade.ts";
import { releaseEdition, type Edition } from "../../../src/core/upgrade/edition.ts";
import { failureOf, recorded } from "../../support/recorded.ts";
import { configWith } from "../export/support/configs.ts";

const removed = configWith({
	env: "CODER_IN_MEMORY",
	name: "In Memory Database",
	value: true,
	value_source: "flag",
});

/** Returns a deployment that runs a version, whose options are those given. */
const running = (version: string, config = removed) =>
	recorded({
		buildInfo: { body: { version, external_url: "", dashboard_url: "" } },
		deploymentConfig: { value: config },
		experiments: { value: ["custom-roles", "notifications"] },
		updateCheck: { body: { current: false, version: "v2.31.4", url: "https://e.example" } },
	});

function editionIn(deployment: Parameters<typeof editionOf>[0]): Edition {
	const edition = editionOf(deployment);
	assert.ok(edition);
	return edition;
}

describe("the upgrade of a deployment", () => {
	it("begins at the version that it runs", async () => {
		const edition = editionIn(await running("v2.15.0+abcdef0"));
		assert.deepEqual([edition.name, edition.release], ["v2.15.0", 15]);
	});

	it("can't be previewed without its version, its options, or a version of Coder 2", async () => {
		const noConfig = await recorded({
			buildInfo: { body: { version: "v2.15.0", external_url: "", dashboard_url: "" } },
			deploymentConfig: { failure: failureOf("forbidden") },
		});
		assert.equal(editionOf(noConfig), undefined);
		const noBuild = await recorded({ deploymentConfig: { value: removed } });
		assert.equal(editionOf(noBuild), undefined);
		const ancient = await running("v0.13.0");
		assert.throws(
			() => editionOf(ancient),
			/^Error: Upgrades from v0\.13\.0 can't be previewed\.$/,
		);
	});

	it("leads to the latest stable release, and names the reported version", async () => {
		const deployment = await running("v2.15.0+abcdef0");
		const { to, plan, problem } = planDeploymentUpgrade(
			deployment,
			editionIn(deployment),
			undefined,
		);
		assert.equal(problem, undefined);
		assert.equal(to?.release, 31);
		assert.equal(plan?.title, "Upgrade coder.larkspur.example to v2.31");
		assert.equal(plan.notes.length, 1);
		assert.match(plan.notes[0] ?? "", /^From v2\.15\.0\+abcdef0\./);
		assert.deepEqual(
			plan.sections[0]?.groups[0]?.lines.map(({ id }) => id),
			["CODER_IN_MEMORY", "custom-roles"],
		);
	});

	it("leads to the selected version, under the given name", async () => {
		const deployment = await running("v2.15.0");
		const { to, plan } = planDeploymentUpgrade(
			deployment,
			editionIn(deployment),
			releaseEdition(20),
			"Production",
		);
		assert.equal(to?.release, 20);
		assert.equal(plan?.title, "Upgrade Production to v2.20");
	});

	it("has no remark on the latest release if another version is selected", async () => {
		const deployment = await recorded({
			buildInfo: { body: { version: "v2.15.0", external_url: "", dashboard_url: "" } },
			deploymentConfig: { value: removed },
			updateCheck: { body: { current: false, version: "v2.99.0", url: "https://e.example" } },
		});
		const from = editionIn(deployment);
		const { plan } = planDeploymentUpgrade(deployment, from, releaseEdition(20));
		assert.equal(plan?.notes.length, 1);
		assert.equal(planDeploymentUpgrade(deployment, from, from).problem?.includes("v2.99.0"), false);
	});

	it("needs nothing but the edition that the deployment runs", async () => {
		const unread = await recorded({ deploymentConfig: { failure: failureOf("forbidden") } });
		const { to, plan, problem } = planDeploymentUpgrade(unread, releaseEdition(34), undefined);
		assert.deepEqual([problem, to], [undefined, releaseEdition(35)]);
		assert.equal(plan?.title, "Upgrade coder.larkspur.example to v2.35");
		assert.equal(plan.notes.length, 1);
		assert.match(plan.notes[0] ?? "", /^From v2\.34\./);
		assert.deepEqual(plan.sections[0]?.groups, []);
		const safe = plan.sections[2]?.groups[0]?.lines.map(({ id }) => id);
		assert.deepEqual(safe, ["minimum-implicit-member"]);
	});

	it("depends on the deployment's options and experiments", async () => {
		const aboutExperiments = async (config: DeploymentConfig, ...enabled: readonly string[]) => {
			const deployment = await recorded({
				deploymentConfig: { value: config },
				experiments: { value: enabled },
			});
			const { plan } = planDeploymentUpgrade(deployment, releaseEdition(34), undefined);
			return plan?.sections
				.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines.map(({ id }) => id)))
				.filter((id) => ["CODER_EXPERIMENTS", "minimum-implicit-member"].includes(id));
		};
		const star = configWith({ env: "CODER_EXPERIMENTS", value: ["*"], value_source: "env" });
		assert.deepEqual(await aboutExperiments(removed), ["minimum-implicit-member"]);
		assert.deepEqual(await aboutExperiments(removed, "minimum-implicit-member"), []);
		assert.deepEqual(await aboutExperiments(star, "minimum-implicit-member"), [
			"CODER_EXPERIMENTS",
		]);
	});

	it("remarks on a latest release that isn't known", async () => {
		const deployment = await recorded({
			buildInfo: { body: { version: "v2.15.0", external_url: "", dashboard_url: "" } },
			deploymentConfig: { value: removed },
			updateCheck: { body: { current: false, version: "v2.99.0", url: "https://e.example" } },
		});
		const { to, plan } = planDeploymentUpgrade(deployment, editionIn(deployment), undefined);
		assert.equal(to?.release, 35);
		assert.equal(plan?.notes[1], "v2.99.0 is available, but only releases up to v2.35 are known.");
	});

	it("says why there is none, and remarks on a latest release that isn't known", async () => {
		const newest = await recorded({
			buildInfo: { body: { version: "v2.35.0", external_url: "", dashboard_url: "" } },
			deploymentConfig: { value: removed },
			updateCheck: { body: { current: false, version: "v2.99.0", url: "https://e.example" } },
		});
		assert.deepEqual(planDeploymentUpgrade(newest, editionIn(newest), undefined), {
			problem:
				"coder.larkspur.example already runs the newest known release. You can still select a development build. v2.99.0 is available, but only releases up to v2.35 are known.",
		});
		assert.deepEqual(planDeploymentUpgrade(newest, editionIn(newest), releaseEdition(20)), {
			problem:
				"coder.larkspur.example runs v2.35.0, which is newer than v2.20. Only upgrades can be previewed.",
		});
	});
});

describe("the name of a release", () => {
	it("can include a patch version", () => {
		assert.equal(releaseNamed("v2.35"), 35);
		assert.equal(releaseNamed("v2.35.1"), 35);
		assert.equal(releaseNamed("v2.3"), 3);
		assert.equal(releaseNamed("main"), mainBuild);
		for (const unknown of ["v2.99", "v2.350", "2.35", "", undefined])
			assert.equal(releaseNamed(unknown), undefined);
	});
});
