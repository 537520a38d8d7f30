import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { slowMachine } from "../../support/slowMachine.ts";

describe("the third-party notices", function () {
	this.timeout(slowMachine);
	let folder: string;
	let text: string;

	before(() => {
		folder = mkdtempSync(path.join(tmpdir(), "coder-notices-"));
		execFileSync(process.execPath, ["esbuild.js", "--outdir", folder]);
		text = readFileSync(path.join(folder, "THIRD_PARTY_NOTICES.txt"), "utf8");
	});
	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	/** Returns the bundled packages: source maps list the files whose code is bundled. */
	function bundled(): string[] {
		const maps = readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((file) => file.endsWith(".map"))
			.map((file) => path.join(folder, file));
		const sources = maps.flatMap((map) => {
			const { sources } = JSON.parse(readFileSync(map, "utf8")) as { sources: string[] };
			return sources.map((source) => path.relative("", path.resolve(path.dirname(map), source)));
		});
		const packages = sources.flatMap(
			(source) =>
				/.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source.replaceAll("\\", "/"))?.[0] ?? [],
		);
		return [...new Set(packages)];
	}

	it("list every bundled package with its version and license, and no other", () => {
		const wanted = bundled().map((at) => {
			const { name, version, license } = JSON.parse(
				readFileSync(path.join(at, "package.json"), "utf8"),
			) as Readonly<Record<"name" | "version" | "license", string>>;
			return `${name} ${version} (${license})`;
		});
		assert.ok(wanted.some((line) => line.startsWith("axios ")));
		const named = [...text.matchAll(/^-{80}\n\n(.*)$/gm)].map(([, line]) => line);
		assert.deepEqual(named.toSorted(), wanted.toSorted());
	});

	it("contain the text of each license, as each license requires", () => {
		for (const section of text.split(/^-{80}$/m).slice(1)) {
			assert.match(section, /copyright/i, section);
			assert.match(section, /permi(ssion|tted)/i, section);
		}
	});

	it("contain no path of the machine that built them", () => {
		assert.equal(text.includes(process.cwd()), false);
		assert.equal(text.includes("node_modules"), false);
	});
});
