import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { JsonObject } from "../../../src/core/base/json.ts";
import { mainBuild, newestRelease, type Release } from "../../../src/core/coder/release.ts";
import { commandIds } from "../../../src/core/commands/commandIds.ts";
import { findingsOf } from "../../../src/core/findings/findingsOf.ts";
import { findingsSection } from "../../../src/core/overview/findings.ts";
import { optionHistories } from "../../../src/core/releases/options.ts";
import { statesIn } from "../../../src/core/upgrade/differences.ts";
import { droppedIn } from "../../../src/core/upgrade/droppedNames.ts";
import { releaseEdition } from "../../../src/core/upgrade/edition.ts";
import { nextRelease } from "../../../src/core/upgrade/nextRelease.ts";
import { isRenamed, refusals } from "../../../src/core/upgrade/refusals.ts";
import { optionOf } from "../../../src/core/variables/optionOf.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { liveBuilds, liveConfig } from "../../support/liveConfigs.ts";
import { recorded } from "../../support/recorded.ts";

const releases = Array.from({ length: mainBuild }, (_, release) => release);

/** All options of a release, set in one way. */
const allSet = (release: Release, valueSource: "flag" | "env" | "yaml") =>
	[...statesIn(release)].flatMap(([id, state]) => {
		const option = optionHistories().get(id);
		return option ? [{ ...optionOf(option, state), valueSource }] : [];
	});

describe("what the next release doesn't accept", () => {
	it("is what the table of all releases says, for each release", () => {
		for (const release of releases) {
			const [from, to] = [releaseEdition(release), releaseEdition(release + 1)];
			const gone = [...from.states].filter(
				([id, state]) =>
					!to.states.has(id) &&
					!isRenamed(state, to) &&
					// What has no name can't be set.
					[state.flag, state.env, state.yaml].some(Boolean),
			);
			const unread = [...from.states].filter(
				([id, { yaml }]) => yaml !== "" && to.states.has(id) && to.states.get(id)?.yaml !== yaml,
			);
			const ids = (list: readonly (readonly [string, unknown])[]) => list.map(([id]) => id).sort();
			const { options, yaml } = droppedIn(release + 1);
			assert.deepEqual([...options].sort(), ids(gone), to.name);
			assert.deepEqual([...yaml].sort(), ids(unread), to.name);
		}
	});

	it("is what the preview calls refused, however options are set", () => {
		for (const release of releases) {
			for (const source of ["flag", "env", "yaml"] as const) {
				const options = allSet(release, source);
				const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
				assert.deepEqual(
					ids(nextRelease(options, release).refused.map(({ option }) => option)),
					ids(refusals(releaseEdition(release), releaseEdition(release + 1), options)),
					`${release} ${source}`,
				);
			}
		}
	});
});

describe("the finding about the next release", () => {
	const findingsFor = async (version: string, ...options: readonly JsonObject[]) => {
		const { snapshot } = await recorded({
			deploymentConfig: { body: { options: [...options] } },
			buildInfo: { body: { version, external_url: "" } },
		});
		return findingsOf(snapshot).filter(({ rule }) => rule === "upgrade-next-release");
	};
	const inMemory = (value_source: string) => ({
		name: "In Memory Database",
		env: "CODER_IN_MEMORY",
		flag: "in-memory",
		yaml: "inMemoryDatabase",
		value: true,
		value_source,
	});

	it("names flags and YAML paths that stop the server, and variables that it ignores", async () => {
		for (const [source, severity, value] of [
			["flag", "warning", "--in-memory"],
			["yaml", "warning", "inMemoryDatabase"],
			["env", "info", "CODER_IN_MEMORY"],
		] as const) {
			const [finding, ...others] = await findingsFor("v2.24.3+abcdef0", inMemory(source));
			assert.deepEqual(others, []);
			assert.deepEqual([finding?.severity, finding?.value], [severity, value]);
			assert.match(finding?.title ?? "", /^Coder v2\.25 /);
			assert.equal(finding?.upgradeTo, 25);
		}
	});

	it("leads from its row to the preview of that release, and can be muted", async () => {
		const { snapshot } = await recorded({
			deploymentConfig: { body: { options: [inMemory("flag")] } },
			buildInfo: { body: { version: "v2.24.0", external_url: "" } },
		});
		const shown = await findingsFor("v2.24.0", inMemory("flag"));
		const row = findingsSection("key", snapshot, { shown, muted: [] }).children?.[0];
		assert.equal(row?.finding, "upgrade-next-release");
		assert.deepEqual(row.command, {
			id: commandIds.previewUpgrade,
			title: "Preview Upgrade",
			arguments: ["key", undefined, { kind: "release", release: 25 }],
		});
	});

	it("is missing for releases before that, unknown versions, and default values", async () => {
		for (const version of ["v2.23.0", "v2.25.0", "v2.99.0", "v0.0.0-devel+abc", "nonsense"])
			assert.deepEqual(await findingsFor(version, inMemory("flag")), [], version);
		assert.deepEqual(await findingsFor("v2.24.0", inMemory("default")), []);
	});

	it("names what v2.32 refuses, and nothing that only the development build refuses", async () => {
		const id = "CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE";
		const broken = { name: "GitHub", env: id, value: true, value_source: "env" };
		assert.equal((await findingsFor("v2.31.0", broken))[0]?.value, id);
		assert.deepEqual(await findingsFor("v2.32.0", broken), []);
		const ssh = {
			name: "SSH Config Options",
			env: "CODER_SSH_CONFIG_OPTIONS",
			value: ["ProxyCommand=secret", "ForwardAgent=yes"],
			value_source: "yaml",
		};
		assert.deepEqual(await findingsFor("v2.35.1+8b44bd6", ssh), []);
	});

	for (const version of ["v2.15.0", "v2.35.1", "main"] as const) {
		it(`agrees with the real server ${version}, which the next release, if there is one, accepts`, async function () {
			needFixtures(this);
			const { options } = liveConfig(version, "owner");
			const release = { "v2.15.0": 15, "v2.35.1": 35, main: mainBuild }[version];
			const { snapshot } = await recorded({
				deploymentConfig: {
					body: {
						options: options.map(({ id, valueSource }) => ({
							name: id,
							env: id,
							value_source: valueSource ?? "default",
						})),
					},
				},
				buildInfo: { body: { version: liveBuilds[version], external_url: "" } },
			});
			const found = findingsOf(snapshot).filter(({ rule }) => rule === "upgrade-next-release");
			const expected =
				release >= newestRelease
					? []
					: nextRelease(options, release).ignored.map(({ option }) => option.id);
			assert.deepEqual(
				found.flatMap(({ options: ids }) => ids),
				expected,
			);
		});
	}
});
