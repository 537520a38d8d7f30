import assert from "node:assert/strict";
import path from "node:path";
import * as vscode from "vscode";
import type { Consumer } from "./consumer/extension.ts";
import { assertClean, signedInSample, type SignedInSample } from "./support/signedInSample.ts";

const ourId = "coder-deployment.coder-deployment";

describe("access to a deployment from outside", () => {
	let here: SignedInSample;
	let consumer: Consumer;

	before(async () => {
		const extension = vscode.extensions.getExtension<Consumer>("coder-deployment-tests.consumer");
		assert.ok(extension, "VS Code does not know the consumer");
		here = await signedInSample(async () => {
			consumer = await extension.activate();
			return consumer.api;
		});
	});
	after(() => here.close());

	describe("another extension", () => {
		it("gets what `activate` returns, frozen", () => {
			assert.equal(vscode.extensions.getExtension(ourId)?.exports, consumer.api);
			assert.ok(Object.isFrozen(consumer.api));
			assert.deepEqual(Object.keys(consumer.api).toSorted(), [
				"compareFile",
				"getDeployments",
				"getSnapshot",
				"onDidChange",
				"previewUpgrade",
				"version",
			]);
		});

		it("receives an event after the user signs in", async () => {
			assert.ok(consumer.changes.some(({ id }) => id === undefined));
			const { url } = here.sample;
			assert.deepEqual(await consumer.api.getDeployments(), [
				{ id: here.id, name: new URL(url).host, url, active: true },
			]);
		});

		it("reads what the deployment returned", async () => {
			assert.match(await consumer.describe(), /^127\.0\.0\.1:\d+ v2\.35\.1\+8b44bd6$/);
			const snapshot = await consumer.api.getSnapshot(here.id);
			assert.equal(snapshot?.configuration.value?.options.length, 292);
			assert.ok(consumer.changes.some(({ id }) => id === here.id));
			assert.equal(await consumer.api.getSnapshot("nowhere"), undefined);
		});

		it("previews an upgrade", async () => {
			const preview = await consumer.api.previewUpgrade(here.id, "main");
			assert.deepEqual([preview?.from, preview?.to], ["v2.35.1", "main"]);
			assert.ok(preview?.changes.some(({ when }) => when === "new"));
			assert.equal(await consumer.api.previewUpgrade(here.id, "v1"), undefined);
		});

		it("sees no secret, no token and no account", async () => {
			const { api, changes } = consumer;
			const upgrade = await api.previewUpgrade(here.id, "main");
			const seen = [
				await api.getDeployments(),
				await api.getSnapshot(here.id),
				upgrade,
				changes,
				api,
			];
			assertClean(JSON.stringify(seen));
		});

		it("can't change what it gets", async () => {
			const [deployment] = await consumer.api.getDeployments();
			assert.ok(deployment);
			assert.throws(() => Object.assign(deployment, { name: "mine" }), TypeError);
			assert.throws(() => Object.assign(consumer.api, { getSnapshot: undefined }), TypeError);
			const snapshot = await consumer.api.getSnapshot(here.id);
			const options = snapshot?.configuration.value?.options as unknown[];
			assert.throws(() => options.push({}), TypeError);
			assert.notEqual(await consumer.api.getSnapshot(here.id), snapshot);
		});
	});

	describe("a chat", () => {
		const names = [
			"getBuild",
			"searchOptions",
			"getExperiments",
			"getStatistics",
			"getHealth",
			"getLicense",
			"getFindings",
			"compareDeployments",
			"compareFile",
			"previewUpgrade",
		].map((name) => `coderDeployment_${name}`);

		it("finds the tools with their descriptions", async () => {
			const ours = () => vscode.lm.tools.filter(({ name }) => name.startsWith("coderDeployment_"));
			// VS Code 1.100 waits a moment before it updates the list of available tools.
			while (ours().length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
			const tools = ours();
			assert.deepEqual(tools.map(({ name }) => name).toSorted(), names.toSorted());
			for (const { description, inputSchema, tags } of tools) {
				assert.match(description, /Read-only\.$/);
				assert.ok(inputSchema);
				assert.deepEqual(tags, ["coder", "deployment"]);
			}
		});

		it("calls each tool and gets short JSON about the deployment without secrets", async () => {
			// No folder is open here, so no file can be compared.
			for (const name of names.filter((one) => !one.endsWith("compareFile"))) {
				const text = await call(name, {});
				assert.ok(text.includes(here.sample.url), name);
				assert.ok(Buffer.byteLength(text) <= 16_384, name);
				JSON.parse(text);
				assertClean(text);
			}
		});

		it("reads no file outside the workspace", async () => {
			for (const file of ["values.yaml", "/etc/passwd", "../../etc/passwd"]) {
				await assert.rejects(
					call("coderDeployment_compareFile", { file }),
					// The folders of the path aren't repeated.
					new RegExp(`(?<!/)${path.posix.basename(file)} is outside this workspace`),
				);
			}
		});

		it("searches options", async () => {
			const text = await call("coderDeployment_searchOptions", { query: "@secret oidc client" });
			const { options } = JSON.parse(text) as {
				readonly options: readonly { readonly env: string; readonly value: string }[];
			};
			assert.deepEqual(
				options.map(({ env, value }) => [env, value]),
				[["CODER_OIDC_CLIENT_SECRET", "Set"]],
			);
		});

		it("gets an explanation of invalid input", async () => {
			await assert.rejects(
				call("coderDeployment_getBuild", { deployment: "prod" }),
				/There is no deployment “prod”\. The user is signed in to: 127\.0\.0\.1/,
			);
		});

		it("gets nothing from a call that it canceled", async () => {
			const source = new vscode.CancellationTokenSource();
			source.cancel();
			await assert.rejects(call("coderDeployment_getBuild", {}, source.token), /cancel/i);
		});
	});

	/** Calls a tool as a chat does, and returns its text. */
	async function call(
		name: string,
		input: object,
		token?: vscode.CancellationToken,
	): Promise<string> {
		const options = { input, toolInvocationToken: undefined };
		const { content } = await vscode.lm.invokeTool(name, options, token);
		const [part] = content;
		assert.ok(content.length === 1 && part instanceof vscode.LanguageModelTextPart);
		return part.value;
	}
});
