import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { parse } from "yaml";

interface Step {
	readonly name?: string;
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
	readonly env?: Readonly<Record<string, string>>;
}

interface Job {
	readonly needs?: string;
	readonly permissions: Readonly<Record<string, string>>;
	readonly steps: readonly Step[];
}

const text = readFileSync(".github/workflows/release.yml", "utf8");
const workflow = parse(text) as {
	readonly on: object;
	readonly permissions: object;
	readonly jobs: { readonly package: Job; readonly publish: Job };
};
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
	readonly scripts: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
};
const { package: packing, publish } = workflow.jobs;
const steps = [packing, publish].flatMap((job) => job.steps);

describe("the release workflow", () => {
	it("runs for tags of versions only", () => {
		assert.deepEqual(workflow.on, { push: { tags: ["v*"] } });
	});

	it("pins every action to a commit and says which version that is, as every workflow does", () => {
		for (const file of readdirSync(".github/workflows")) {
			const lines = readFileSync(`.github/workflows/${file}`, "utf8");
			const used = [...lines.matchAll(/uses: *(.*)$/gm)].map(([, action]) => action ?? "");
			assert.ok(used.length > 1, file);
			for (const action of used)
				assert.match(action, /^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		}
	});

	it("runs only scripts that package.json has", () => {
		const scripts = [...text.matchAll(/npm (?:run ([\w:-]+)|(test)\b)/g)].map(
			([, script, test]) => script ?? test ?? "",
		);
		assert.deepEqual(scripts, ["test", "package"]);
		assert.deepEqual(
			scripts.filter((script) => !(script in manifest.scripts)),
			[],
		);
	});

	it("tests before it packages, and proves where the package comes from", () => {
		const order = packing.steps.map(({ run = "", uses = "" }) => run || uses.split("@")[0]);
		const at = (step: string): number => order.findIndex((entry) => entry?.startsWith(step));
		const places = ["npm ci", "npm test", "npm run package", "actions/attest-build-provenance"].map(
			at,
		);
		assert.ok(!places.includes(-1), order.join(", "));
		assert.deepEqual(
			places,
			places.toSorted((a, b) => a - b),
		);
		assert.equal(packing.permissions["id-token"], "write");
		assert.equal(packing.permissions["attestations"], "write");
	});

	it("publishes the very file that was tested and attested, to both registries", () => {
		assert.equal(publish.needs, "package");
		const file = packing.steps.find(({ uses }) => uses?.includes("attest"))?.with?.["subject-path"];
		const commands = publish.steps.flatMap(({ run }) => run ?? []);
		assert.equal(commands.length, 3);
		for (const command of commands) assert.ok(command.includes(String(file)), command);
		assert.ok(commands.some((command) => command.includes(" ovsx@")));
		const vsce = manifest.devDependencies["@vscode/vsce"] ?? "";
		assert.ok(commands.some((command) => command.includes(`@vscode/vsce@${vsce} publish`)));
	});

	it("gives no right and no secret to a step that does not need it", () => {
		assert.deepEqual(workflow.permissions, {});
		assert.deepEqual(publish.permissions, { contents: "write" });
		const secrets = steps.filter(({ env }) => JSON.stringify(env ?? {}).includes("secrets."));
		assert.deepEqual(
			secrets.map(({ run = "", env }) => [/vsce|ovsx/.exec(run)?.[0], Object.keys(env ?? {})]),
			[
				["vsce", ["VSCE_PAT"]],
				["ovsx", ["OVSX_PAT"]],
			],
		);
		// What a tag is called goes into commands by a variable: in the text itself, it would be run.
		for (const { run = "" } of steps) assert.doesNotMatch(run, /\$\{\{/);
	});
});
