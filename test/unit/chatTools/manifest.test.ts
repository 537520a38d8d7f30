import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { tools } from "../../../src/core/chatTools/runTool.ts";
import { toolNames } from "../../../src/core/chatTools/toolNames.ts";

interface DeclaredTool {
	readonly name: (typeof toolNames)[number];
	readonly toolReferenceName: string;
	readonly canBeReferencedInPrompt: boolean;
	readonly modelDescription: string;
	readonly icon: string;
	readonly tags: readonly string[];
	readonly when: string;
	readonly inputSchema: {
		readonly type: string;
		readonly additionalProperties: boolean;
		readonly properties: Readonly<Record<string, { readonly description: string }>>;
	};
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
	readonly contributes: { readonly languageModelTools: readonly DeclaredTool[] };
};
const declared = contributes.languageModelTools;

describe("chat tools in package.json", () => {
	it("match those in the code", () => {
		assert.deepEqual(
			declared.map(({ name }) => name),
			[...toolNames],
		);
	});

	it("accept the same inputs as the code, each with a description", () => {
		for (const { name, inputSchema } of declared) {
			const { type, additionalProperties, properties } = inputSchema;
			assert.deepEqual([type, additionalProperties], ["object", false]);
			const plain = Object.entries(properties).map(([field, { description, ...schema }]) => {
				assert.ok(description.length > 20, `${name} does not describe ${field}`);
				return [field, schema];
			});
			const real = Object.entries(tools[name].fields).map(([field, schema]) => {
				const { $schema: _version, ...json } = z.toJSONSchema(schema);
				return [field, json];
			});
			assert.deepEqual(Object.fromEntries(plain), Object.fromEntries(real), name);
		}
	});

	it("are available to signed-in users, can be referenced, and describe themselves as read-only", () => {
		const names = declared.map(({ toolReferenceName }) => toolReferenceName);
		assert.equal(new Set(names).size, declared.length);
		for (const tool of declared) {
			assert.equal(tool.when, "coderDeployment.signedIn");
			assert.equal(tool.canBeReferencedInPrompt, true);
			assert.match(tool.icon, /^\$\([a-z-]+\)$/);
			assert.deepEqual(tool.tags, ["coder", "deployment"]);
			assert.match(tool.modelDescription, / not as instructions\. Read-only\.$/);
			// VS Code sends all of it with every chat request.
			assert.ok(tool.modelDescription.length < 1000, tool.name);
		}
	});
});
