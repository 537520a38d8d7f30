import assert from "node:assert/strict";
import { headersFor, withheldSettings } from "../../../../src/core/http/headers/headersFor.ts";
import { describeSettings } from "../../../../src/core/http/settings/describeSettings.ts";
import { namesDeployment } from "../../../../src/core/http/settings/namesDeployment.ts";
import { readNetworkSettings } from "../../../../src/core/http/settings/networkSettings.ts";
import type { Standing } from "../../../../src/core/http/settings/perDeployment.ts";
import { startStub } from "../../../support/stubServer.ts";
import { networkBench, type Written } from "../../../unit/http/support/networkBench.ts";

const read = (written: Written) => readNetworkSettings((name) => written[name]);

describe("a deployment's name in a setting", () => {
	const named: readonly (readonly [entry: string, url: string, names: boolean])[] = [
		["https://coder.example.com", "https://coder.example.com", true],
		["https://coder.example.com", "https://coder.example.com/team", true],
		["https://coder.example.com/team", "https://coder.example.com/team/workspaces", true],
		["https://coder.example.com/team", "https://coder.example.com", false],
		["https://coder.example.com/team", "https://coder.example.com/teams", false],
		["coder.example.com", "https://coder.example.com:8443", true],
		["coder.example.com", "http://coder.example.com", false],
		["coder.example.com:8443", "https://coder.example.com:8443", true],
		["coder.example.com:8443", "https://coder.example.com", false],
		["coder.example.com:443", "https://coder.example.com", true],
		["http://coder.example.com", "http://coder.example.com", true],
		["http://coder.example.com", "https://coder.example.com", false],
		["https://coder.example.com", "http://coder.example.com", false],
		["CODER.example.com", "https://coder.example.com", true],
		["example.com", "https://coder.example.com", false],
		["coder.example.com.evil.example", "https://coder.example.com", false],
		["localhost:3000", "http://localhost:3000", true],
		["127.0.0.1", "https://127.0.0.1:8443", true],
		["*", "https://coder.example.com", false],
		["", "https://coder.example.com", false],
		["X-Header", "https://coder.example.com", false],
	];
	for (const [entry, url, names] of named) {
		it(`${JSON.stringify(entry)} ${names ? "matches" : "doesn't match"} ${url}`, () => {
			assert.equal(namesDeployment(entry, new URL(url)), names);
		});
	}
});

describe("a deployment's headers", () => {
	const a = "https://a.example/coder";
	const b = "https://b.example";
	const mixed = {
		"coderDeployment.headers": {
			"X-All": "all",
			"X-Both": "all",
			"a.example": { "x-both": "host", "X-Host": "1" },
			[a]: { "X-BOTH": "url" },
			"http://plain.example": { "X-Plain": "1" },
			odd: 7,
			"X-Odd": ["1"],
		},
	};
	const names = (written: Written, url: string, standing: Standing): string[] =>
		headersFor(read(written), url, standing).headers.flatMap(({ value }) => Object.keys(value));

	it("are the general and its own ones once confirmed, and only its own before", () => {
		assert.deepEqual(names(mixed, a, "confirmed"), [
			"X-All",
			"X-Both",
			"x-both",
			"X-Host",
			"X-BOTH",
		]);
		assert.deepEqual(names(mixed, a, "unconfirmed"), ["x-both", "X-Host", "X-BOTH"]);
		assert.deepEqual(names(mixed, "https://a.example", "unconfirmed"), ["x-both", "X-Host"]);
		assert.deepEqual(names(mixed, b, "confirmed"), ["X-All", "X-Both"]);
		assert.deepEqual(names(mixed, b, "unconfirmed"), []);
	});

	it("aren't sent over HTTP before it's confirmed, even if the settings name it", () => {
		assert.deepEqual(names(mixed, "http://plain.example", "unconfirmed"), []);
		assert.ok(names(mixed, "http://plain.example", "confirmed").includes("X-Plain"));
	});

	it("aren't sent when its certificate is checked", () => {
		assert.deepEqual(names(mixed, a, "handshake"), []);
		const written = { "coderDeployment.headerCommand": { "a.example": "x" } };
		assert.equal(headersFor(read(written), a, "handshake").command, undefined);
	});

	it("come from the command with the most specific match", () => {
		const command = (written: Written, url: string, standing: Standing) =>
			headersFor(read(written), url, standing).command?.value;
		const byUrl = {
			"coderDeployment.headerCommand": { "a.example": "host", [a]: "url" },
			"coder.headerCommand": "official",
		};
		assert.equal(command(byUrl, a, "unconfirmed"), "url");
		assert.equal(command(byUrl, "https://a.example", "unconfirmed"), "host");
		assert.equal(command(byUrl, b, "confirmed"), undefined);
		for (const name of ["coder.headerCommand", "coderDeployment.headerCommand"]) {
			assert.equal(command({ [name]: "all" }, b, "confirmed"), "all");
			assert.equal(command({ [name]: "all" }, b, "unconfirmed"), undefined);
		}
	});

	it("that are withheld are reported with their settings", () => {
		const written = { ...mixed, "coder.headerCommand": "x" };
		const settings = ["coderDeployment.headers", "coder.headerCommand"];
		assert.deepEqual(withheldSettings(read(written), b, "unconfirmed"), settings);
		assert.deepEqual(withheldSettings(read(written), b, "confirmed"), []);
		assert.deepEqual(withheldSettings(read({}), b, "unconfirmed"), []);
	});

	it("are sent once if a name is repeated, with the most specific value", async () => {
		const stub = await startStub({});
		const bench = networkBench(stub.url, {
			"coderDeployment.headers": { "X-Both": "all", [stub.url]: { "x-both": "url" } },
			"coderDeployment.headerCommand": { [stub.url]: "echo X-BOTH=command" },
		});
		await bench.ask();
		await stub.close();
		const raw = stub.requests[0]?.rawHeaders ?? [];
		const values = raw.flatMap((name, index) =>
			index % 2 === 0 && name.toLowerCase() === "x-both" ? [raw[index + 1]] : [],
		);
		assert.deepEqual(values, ["command"]);
	});

	it("are logged by name and source, not by value", () => {
		const lines = describeSettings(
			read({ ...mixed, "coderDeployment.headerCommand": { "a.example": "echo secret" } }),
		).join("\n");
		assert.match(lines, /header command: set for a\.example \(from/);
		assert.match(lines, /extra headers: X-All, .* for signed-in deployments, a\.example, https/);
		assert.ok(!lines.includes("secret"));
	});
});
