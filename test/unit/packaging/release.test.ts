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
	readonly environment?: string;
	readonly permissions: Readonly<Record<string, string>>;
	readonly steps: readonly Step[];
}

const text = readFileSync(".github/workflows/release.yml", "utf8");
const workflow = parse(text) as {
	readonly on: object;
	readonly permissions: object;
	readonly jobs: Readonly<Record<"test" | "package" | "attest" | "publish", Job>>;
};
const json = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const manifest = json("package.json") as {
	readonly scripts: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
};
const tools = json(".github/release/package.json") as {
	readonly dependencies: Readonly<Record<string, string>>;
};
const toolsLock = json(".github/release/package-lock.json") as {
	readonly packages: Readonly<Record<string, { version?: string; integrity?: string }>>;
};
const { test: testing, package: packing, attest, publish } = workflow.jobs;
const jobs = [testing, packing, attest, publish];
const steps = jobs.flatMap((job) => job.steps);
const runs = (job: Job): string[] => job.steps.flatMap(({ run }) => run ?? []);

describe("the release workflow", () => {
	it("runs only for tags of versions", () => {
		assert.deepEqual(workflow.on, { push: { tags: ["v*"] } });
	});

	it("pins every action to a commit with its version in a comment, like every workflow", () => {
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

	it("tests, packages, attests, and publishes in this order, each in its own job", () => {
		assert.deepEqual(
			jobs.map(({ needs }) => needs),
			[undefined, "test", "package", "attest"],
		);
		assert.ok(runs(testing).includes("npm test"));
		assert.ok(runs(packing).some((run) => run.startsWith("npm run package")));
		assert.ok(attest.steps.some(({ uses }) => uses?.includes("attest-build-provenance")));
	});

	it("gives no job unnecessary permissions", () => {
		assert.deepEqual(workflow.permissions, {});
		assert.deepEqual(testing.permissions, { contents: "read" });
		assert.deepEqual(packing.permissions, { contents: "read" });
		assert.deepEqual(attest.permissions, { "id-token": "write", attestations: "write" });
		assert.deepEqual(publish.permissions, { contents: "write" });
	});

	it("runs no code of the repository and no script of a dependency in jobs that can attest or publish", () => {
		assert.deepEqual(runs(attest), []);
		for (const run of runs(publish)) {
			assert.doesNotMatch(run, /\bnpx\b|npm (?:test|run|exec|install)\b/);
			if (run.startsWith("npm ")) assert.match(run, /^npm ci --ignore-scripts /);
		}
	});

	it("publishes exactly the attested file, to both registries", () => {
		const file = attest.steps.find(({ uses }) => uses?.includes("attest"))?.with?.["subject-path"];
		const commands = runs(publish).filter((run) => !run.startsWith("npm ci"));
		assert.equal(commands.length, 3);
		for (const command of commands) assert.ok(command.includes(String(file)), command);
		for (const tool of ["vsce", "ovsx"]) {
			const start = `.github/release/node_modules/.bin/${tool} publish `;
			assert.ok(commands.some((command) => command.startsWith(start)));
		}
	});

	it("pins each publishing tool and its dependencies by version and hash", () => {
		assert.deepEqual(Object.keys(tools.dependencies), ["@vscode/vsce", "ovsx"]);
		for (const version of Object.values(tools.dependencies)) assert.match(version, /^\d[\w.-]*$/);
		assert.equal(tools.dependencies["@vscode/vsce"], manifest.devDependencies["@vscode/vsce"]);
		const packages = Object.entries(toolsLock.packages).filter(([name]) => name !== "");
		assert.ok(packages.length > 50);
		for (const [name, { integrity = "" }] of packages) assert.match(integrity, /^sha512-/, name);
	});

	it("gives a secret only to the step that uses it", () => {
		const secrets = steps.filter(({ env }) => JSON.stringify(env ?? {}).includes("secrets."));
		assert.deepEqual(
			secrets.map(({ run = "", env }) => [/vsce|ovsx/.exec(run)?.[0], Object.keys(env ?? {})]),
			[
				["vsce", ["VSCE_PAT"]],
				["ovsx", ["OVSX_PAT"]],
			],
		);
		assert.deepEqual(
			jobs.map(({ environment }) => environment),
			[undefined, undefined, undefined, "release"],
		);
		// Commands get the tag's name from a variable: as part of the command, it would be run.
		for (const { run = "" } of steps) assert.doesNotMatch(run, /\$\{\{/);
	});
});
