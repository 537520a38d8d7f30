import assert from "node:assert/strict";
import { hostEnvironment } from "../../../scripts/host/hostEnvironment.ts";

describe("the environment of a VS Code for tests", () => {
	const set = {
		CODER_SESSION_TOKEN: "sample",
		CODER_DEPLOYMENT_CACHE: "/cache",
		CODER_DEPLOYMENT_CACHES: "/caches",
		VSCODE_PID: "1",
		ELECTRON_RUN_AS_NODE: "1",
		NODE_OPTIONS: "--inspect",
		MY_NODE_OPTIONS: "--inspect",
	};
	const before = { ...process.env };

	beforeEach(() => {
		Object.assign(process.env, set);
	});

	afterEach(() => {
		for (const name of Object.keys(set)) Reflect.deleteProperty(process.env, name);
		Object.assign(process.env, before);
	});

	it("has no variables of Coder, VS Code, Electron, and Node, but this project's own", () => {
		const kept = Object.keys(hostEnvironment()).filter((name) => Object.hasOwn(set, name));
		assert.deepEqual(kept.toSorted(), ["CODER_DEPLOYMENT_CACHE", "MY_NODE_OPTIONS"]);
	});

	it("has those that a test adds", () => {
		const { CODER_URL } = hostEnvironment({ CODER_URL: "https://coder.larkspur.example" });
		assert.equal(CODER_URL, "https://coder.larkspur.example");
	});
});
