import assert from "node:assert/strict";
import "../../support/stable.ts";
import { rules } from "../../../src/core/findings/rules.ts";
import { changeRows } from "../../../src/core/comparison/changeRow.ts";
import { changeText, kindLabel, kindMeaning } from "../../../src/core/comparison/changeText.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { endpoints } from "../../../src/core/coder/endpoints.ts";
import { explainStatus } from "../../../src/core/http/explainResponse.ts";
import { explainTransport } from "../../../src/core/http/explainTransport.ts";
import { optionHover } from "../../../src/core/options/optionHover.ts";
import { sourceHint } from "../../../src/core/export/sourceHint.ts";
import { changesBetween } from "../../../src/core/history/eventBetween.ts";
import { changesSection } from "../../../src/core/overview/changes.ts";
import type { DeploymentConfig } from "../../../src/core/coder/model.ts";
import { TransportError, type TransportProblem } from "../../../src/core/http/transport.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { variableHover } from "../../../src/core/variables/hover.ts";
import { findingsAt, deploymentOf } from "../findings/support/findingsAt.ts";
import { escapeMarkdown } from "../../../src/core/base/markdown.ts";
import { optionHistories } from "../../../src/core/releases/options.ts";
import { ruleCases } from "../findings/support/cases.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { outlineTexts } from "./support/outlineTexts.ts";
import { Data, derived, speakEnglish, speakPseudo, untranslated } from "./support/pseudo.ts";

/** Names in a rule's texts, as SSH spells them. */
const sshOptions = ["ProxyCommand", "localcommand"];

async function companyConfig(version: "current" | "old"): Promise<DeploymentConfig> {
	const { snapshot } = await deploymentOf({ version, company: true });
	assert.ok(snapshot.deploymentConfig.value);
	return snapshot.deploymentConfig.value;
}

/** Returns every default that an option ever had, as hovers write it in Markdown, and texts that aren't versions. */
function formerDefaults(): string[] {
	return [
		"main",
		...[...optionHistories().values()].flatMap(({ tracks }) =>
			tracks.default.map(([, value]) => escapeMarkdown(value)),
		),
	];
}

describe("pseudo-localization of texts", function () {
	this.timeout(slowMachine);
	beforeEach(() => {
		speakPseudo();
	});
	afterEach(() => {
		speakEnglish();
	});

	it("covers all findings", async () => {
		const ids = rules.map(({ id }) => id);
		const names = (await companyConfig("current")).options.map(({ name }) => name);
		for (const { rule, fires, value } of ruleCases) {
			const texts = (await findingsAt(fires)).map(
				({ title, meaning, advice, value }) => `${title}\n${meaning}\n${advice}\n${value}`,
			);
			const data = new Data(fires, value, ids, names, sshOptions);
			assert.deepEqual(untranslated(texts, data), [], rule);
		}
	});

	for (const version of ["current", "old"] as const) {
		it(`covers the hovers of all options and variables of version ${version}`, async () => {
			const { options } = await companyConfig(version);
			const known = new KnownVariables({ options });
			const deployment = { name: "Larkspur", sourcesReported: true, key: "x" };
			const hovers = options.flatMap((option) => {
				const variable = known.find(option.env ?? "");
				return [
					...optionHover(option),
					sourceHint(option) ?? "",
					...(variable ? variableHover(variable, deployment) : []),
					...(variable ? variableHover(variable, undefined) : []),
				];
			});
			const texts = hovers.map((text) => text.replace(/(?<!\\)`[^`]*`|\]\([^)]*\)|\*\*/g, "\n"));
			const data = new Data(options, derived(options), deployment, formerDefaults());
			assert.deepEqual(untranslated(texts, data), []);
		});
	}

	it("covers all forms of changes", async () => {
		const [before, after] = [await companyConfig("old"), await companyConfig("current")];
		const changes = changesBetween(
			{
				version: "v1",
				experiments: ["one"],
				config: before,
				health: { database: { severity: "ok" } },
			},
			{
				version: "v2",
				experiments: ["two"],
				config: after,
				health: { database: { severity: "error" } },
			},
		);
		const event = { id: "2", beforeId: "1", at: 2, changes };
		const rows = changeRows(compareOptions(before.options, after.options));
		const texts = [
			...outlineTexts([
				changesSection("key", { events: [event], health: [event], since: 1 }, 3),
				changesSection("key", { events: [], health: [], since: 1 }, 3),
				changesSection("key", undefined, 3),
			]),
			...rows.flatMap((row) => [
				changeText(row),
				kindLabel(row.kind, { name: "one" }, { name: "two" }),
				kindMeaning(row.kind),
			]),
		];
		const data = new Data(before, after, "one", "two", "v1", "v2");
		assert.deepEqual(untranslated(texts, data), []);
	});

	const problems: readonly TransportProblem[] = [
		"cancelled",
		"timeout",
		"nameNotFound",
		"refused",
		"connectionLost",
		"certificate",
		"clientCertificate",
		"proxyAuth",
		"proxy",
		"wrongScheme",
		"notHttp",
		"tooLarge",
		"network",
	];
	for (const problem of problems) {
		it(`covers the failure ${problem}`, () => {
			const url = "https://coder.example.com/api/v2/buildinfo";
			const request = {
				method: "GET",
				url,
				headers: {},
				timeoutMs: 15_000,
				maxBytes: 1e6,
			} as const;
			const codes = ["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "OTHER"];
			const texts = codes.flatMap((code) => {
				const details = [{}, { proxy: "http://proxy.example:3128", proxyStatus: 403 }];
				return details.flatMap((one) => {
					const error = new TransportError(problem, code, [], one);
					const { message, advice } = explainTransport(error, request);
					return [message, advice];
				});
			});
			const data = new Data(
				"coder.example.com",
				"http://",
				codes,
				"http.proxy",
				"http.noProxy",
				"http.proxyAuthorization",
			);
			assert.deepEqual(untranslated(texts, data), []);
		});
	}

	for (const status of [302, 400, 401, 403, 404, 418, 429, 500, 502]) {
		it(`covers the failure with status ${String(status)}`, () => {
			const bodies = [JSON.stringify({ message: "So it is." }), "<title>Elsewhere</title>", ""];
			const url = new URL("https://coder.example.com/api/v2/users/me");
			const texts = bodies.flatMap((body) =>
				Object.values(endpoints).flatMap((endpoint) => {
					const header = (name: string) =>
						name === "Location" ? "https://elsewhere.example" : undefined;
					const response = { status, header, values: () => [], body };
					const { message, advice } = explainStatus(response, url, endpoint);
					return [message, advice];
				}),
			);
			const data = new Data(url.host, endpoints, "So it is.", "Elsewhere");
			assert.deepEqual(untranslated(texts, data), []);
		});
	}
});
