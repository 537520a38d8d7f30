import type { JsonValue } from "../../../src/core/base/json.ts";
import { readExperiments } from "../../../src/core/coder/experimentList.ts";
import { maskSecrets } from "../../../src/core/coder/mask.ts";
import type {
	DeploymentConfig,
	DeploymentOption,
	EndpointId,
} from "../../../src/core/coder/model.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { changeRows } from "../../../src/core/comparison/changeRow.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { defaultOptions } from "../../../src/core/comparison/defaults.ts";
import { configView } from "../../../src/core/configuration/configView.ts";
import { findOptions } from "../../../src/core/configuration/findOptions.ts";
import { exportFormats } from "../../../src/core/export/choices.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import { changesBetween } from "../../../src/core/history/eventBetween.ts";
import { changedOptions } from "../../../src/core/options/changedOptions.ts";
import { groupOptions } from "../../../src/core/options/optionGroups.ts";
import { csvOf } from "../../../src/core/statistics/csv.ts";
import { plotsOf } from "../../../src/core/statistics/plots.ts";
import { inOrder, type Sample } from "../../../src/core/statistics/sample.ts";
import { readSampleLines, sampleLine } from "../../../src/core/statistics/sampleLine.ts";
import { thin } from "../../../src/core/statistics/thin.ts";
import { trendOf } from "../../../src/core/statistics/trend.ts";
import { upgradeChecklist } from "../../../src/core/upgrade/checklist.ts";
import { releaseEdition, serverEdition, type Edition } from "../../../src/core/upgrade/edition.ts";
import { upgradePlan } from "../../../src/core/upgrade/plan.ts";
import { upgradedOptions } from "../../../src/core/upgrade/upgradedOptions.ts";
import { assertLinear } from "../../support/growth.ts";
import { hostileOptions, many } from "./hostileConfig.ts";

const facts = { name: "Larkspur", url: "https://coder.larkspur.example" };

function configOf(options: JsonValue[]): DeploymentConfig {
	const parsed = parseAnswer("deploymentConfig", { options });
	if (!parsed.ok) throw new Error(parsed.excess ?? parsed.field);
	return parsed.value;
}

function editionOf(version: string, options: readonly DeploymentOption[]): Edition {
	const edition = serverEdition(version, options);
	if (!edition) throw new Error(version);
	return edition;
}

/** Previews the upgrade of a version that the tables don't include, as on the page and as a checklist. */
function preview(options: readonly DeploymentOption[], to: Edition): unknown {
	const from = to.known ? releaseEdition(15) : editionOf("v2.98.0", options);
	const plan = upgradePlan("Larkspur", "v2.98.0", from, to, {
		options,
		experiments: options.map(({ name }) => name),
	});
	const checklist = upgradeChecklist(plan.sections, { ...plan, linkTo: (id) => `vscode://${id}` });
	return [plan, checklist, upgradedOptions(options, to)];
}

/** Everything that's done with configurations. */
const works: Readonly<Record<string, (config: DeploymentConfig) => unknown>> = {
	"groups and rows": (config) => [groupOptions(config.options), configView(config)],
	search: (config) => findOptions(configView(config).groups, "old dangerous aaaa"),
	"what was changed": ({ options }) => changedOptions(options),
	"the comparison with defaults": ({ options }) =>
		changeRows(compareOptions(options, defaultOptions(options))),
	"the preview of an upgrade to a release": ({ options }) => preview(options, releaseEdition(35)),
	"the preview of an upgrade to another deployment's version": ({ options }) =>
		preview(
			options,
			editionOf(
				"v2.99.0",
				options.map((option, index) =>
					index % 2 === 0 ? option : { ...option, id: `${option.id}_LATER`, default: "later" },
				),
			),
		),
	"the comparison with nothing": ({ options }) => changeRows(compareOptions(options, [])),
	...Object.fromEntries(
		exportFormats.flatMap((format) =>
			(["keep", "replace"] as const).map((deprecated) => [
				`the export as ${format}, ${deprecated}`,
				(config: DeploymentConfig) =>
					exportText(config, format, facts, { options: "all", deprecated }),
			]),
		),
	),
};

const texts = (count: number): string[] => many(count, (index) => `name-${String(index)}`);
const moment = Date.parse("2026-08-07T10:00:00Z");
const samples = (count: number): Sample[] =>
	many(count, (index) => ({
		at: moment + index * 30_000,
		id: moment + index * 30_000,
		intervalMs: 30_000,
		values: { p50: index, [`workspaces.${String(index)}`]: 1, [`sessions.${String(index)}`]: 1 },
	}));

describe("processing time of a list", function () {
	this.timeout(120_000);
	for (const [what, options] of Object.entries(hostileOptions)) {
		it(`is linear for parsing a configuration: ${what}`, () => {
			assertLinear("mask", 2_000, options, (list) => maskSecrets({ options: list }));
			assertLinear("parse", 2_000, options, configOf);
		});
		it(`is linear for everything done with a configuration: ${what}`, () => {
			for (const [name, work] of Object.entries(works))
				assertLinear(name, 800, (count) => configOf(options(count)), work);
		});
	}

	it("is linear for experiments", () => {
		assertLinear("experiments", 40_000, texts, (names) =>
			readExperiments(
				names,
				names.map((name) => `${name}s`),
				undefined,
				undefined,
			),
		);
		assertLinear("changes", 40_000, texts, (names) =>
			changesBetween({ experiments: names }, { experiments: names.map((name) => `${name}s`) }),
		);
	});

	const answers: Readonly<Partial<Record<EndpointId, (count: number) => JsonValue>>> = {
		experiments: texts,
		experimentsAvailable: (count) => ({ safe: texts(count) }),
		deploymentSsh: (count) => ({
			ssh_config_options: Object.fromEntries(texts(count).map((name) => [name, name])),
		}),
		deploymentStats: (count) => ({
			workspaces: Object.fromEntries(texts(count).map((name) => [name, 1])),
			session_count: { nested: Object.fromEntries(texts(count).map((name) => [name, 1])) },
		}),
		user: (count) => ({
			id: "1",
			username: "mira",
			roles: texts(count).map((name) => ({ name })),
		}),
		health: (count) => {
			const warnings = texts(count).map((name) => ({ code: "EDB02", message: name }));
			return {
				access_url: { severity: "error", error: texts(count).join("\n") },
				database: { severity: "error", warnings },
				derp: {
					severity: "error",
					regions: Object.fromEntries(
						texts(count).map((name, index) => [
							String(index),
							{ node_reports: [{ severity: "error", client_errs: [[name], ["x"]] }] },
						]),
					),
				},
				workspace_proxy: {
					warnings,
					workspace_proxies: {
						regions: texts(count).map((name) => ({
							id: name,
							name,
							status: { report: { errors: [name, name], warnings: [name] } },
						})),
					},
				},
				provisioner_daemons: {
					items: texts(count).map((name) => ({
						provisioner_daemon: { id: name, name, version: name },
						warnings: [{ code: name, message: name }],
					})),
				},
			};
		},
		healthSettings: (count) => ({ dismissed_healthchecks: texts(count) }),
		entitlements: (count) => ({
			features: Object.fromEntries(
				texts(count).map((name) => [name, { enabled: true, limit: 1, actual: 2 }]),
			),
			warnings: texts(count),
			errors: texts(count),
		}),
		licenses: (count) =>
			texts(count).map((name, id) => ({ id, claims: { feature_set: name, nbf: id, exp: id } })),
		regions: (count) => ({
			regions: texts(count).map((name) => ({
				id: name,
				name,
				path_app_url: `https://u:${name}@${name}.example`,
			})),
		}),
		replicas: (count) => texts(count).map((name) => ({ id: name, hostname: name, error: name })),
		provisionerDaemons: (count) =>
			texts(count).map((name) => ({ id: name, name, version: name, tags: { [name]: name } })),
		provisionerQueue: (count) => texts(count).map(() => ({ queue_size: 1 })),
		appearance: (count) => ({
			application_name: "Larkspur",
			announcement_banners: texts(count).map((message) => ({ enabled: true, message })),
			support_links: texts(count).map((name) => ({ name, target: `https://${name}.example` })),
		}),
		permissions: (count) => ({
			health: true,
			...Object.fromEntries(texts(count).map((name) => [name, true])),
		}),
	};
	for (const [id, body] of Object.entries(answers)) {
		it(`is linear for an answer of ${id}`, () => {
			assertLinear(id, 16_000, body, (answer) => parseAnswer(id as EndpointId, answer));
		});
	}

	it("is linear for samples of statistics, whatever the names of their numbers", () => {
		const now = moment + 40_000 * 30_000;
		assertLinear("lines", 16_000, samples, (list) =>
			readSampleLines(list.map(sampleLine).join("")),
		);
		assertLinear("order", 16_000, samples, (list) => thin(inOrder(list), now));
		assertLinear("plots", 4_000, samples, (list) => plotsOf(list, 400, now));
		assertLinear("csv", 4_000, samples, csvOf);
		assertLinear("trend", 16_000, samples, (list) => trendOf(list, "workspaces", moment));
	});

	it("doesn't overflow the stack, however long the list is", () => {
		const list = many(300_000, (index) => ({
			at: moment + index,
			id: moment + index,
			intervalMs: 1,
			values: { p50: index },
		}));
		plotsOf(list, 2, moment);
		trendOf(list, "p50", moment);
	});
});
