import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type * as vscode from "vscode";
import type { activate } from "../../../src/extension.ts";
import type { CoderDeploymentApi, DeploymentChange, DeploymentInfo } from "../../../src/api.ts";

/** Compiles only if `A` is assignable to `B`. */
type Fits<A extends B, B> = A;

/** What the extension returns matches the published types, and its event is one of VS Code's. */
export type Promises = [
	Fits<ReturnType<typeof activate>, CoderDeploymentApi>,
	Fits<CoderDeploymentApi["onDidChange"], vscode.Event<DeploymentChange>>,
	Fits<Awaited<ReturnType<CoderDeploymentApi["getDeployments"]>>, readonly DeploymentInfo[]>,
];

/** Checks that the compiler rejects changes to returned objects. */
export function change(deployment: DeploymentInfo): void {
	// @ts-expect-error it is read-only
	deployment.name = "mine";
}

describe("the types for other extensions", () => {
	const text = readFileSync("src/api.ts", "utf8");

	it("can be copied: they import no other file and contain no code", () => {
		assert.doesNotMatch(text, /\bimport\b(?!s)/);
		assert.doesNotMatch(text, /^export (?!interface |type )/m);
	});

	it("are in docs/api.md under the same names", () => {
		const docs = readFileSync("docs/api.md", "utf8");
		for (const [, name = ""] of text.matchAll(/^export (?:interface|type) (\w+)/gm)) {
			assert.ok(docs.includes(`\`${name}`), name);
		}
	});
});
