import assert from "node:assert/strict";
import { parse } from "yaml";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { formatJson, isJsonObject, type JsonValue } from "../../../src/core/base/json.ts";
import { maskSecrets } from "../../../src/core/coder/mask.ts";
import type { DeploymentConfig, DeploymentOption } from "../../../src/core/coder/model.ts";
import { fixtureJson, fixtureText, needFixtures } from "../../support/fixtures.ts";
import { slowMachine } from "../../support/slowMachine.ts";

/** The content of each configuration, counted manually or taken from the list of releases. */
const expected = [
	{ name: "main/deployment-config", options: 292, groups: 39, ungrouped: 33, secrets: 18 },
	{ name: "main/deployment-config-defaults", options: 292, groups: 39, ungrouped: 33, secrets: 18 },
	{ name: "v2.15.0/deployment-config", options: 161, groups: 24, ungrouped: 24, secrets: 8 },
	{
		name: "v2.15.0/deployment-config-defaults",
		options: 161,
		groups: 24,
		ungrouped: 24,
		secrets: 8,
	},
] as const;

interface Inventory {
	readonly options: readonly {
		readonly name: string;
		readonly flag?: string;
		readonly env?: string;
		readonly yaml?: string;
		readonly group?: InventoryGroup;
		readonly annotations?: Readonly<Record<string, string>>;
		readonly go_type: string;
	}[];
}

interface InventoryGroup {
	readonly yaml?: string;
	readonly parent?: InventoryGroup;
}

function readConfig(name: string): DeploymentConfig {
	const parsed = parseAnswer("deploymentConfig", fixtureJson(`${name}.json`));
	assert.ok(parsed.ok);
	return parsed.value;
}

const chain = ({ groups }: DeploymentOption) => groups.map(({ name }) => name);

describe("the configuration of servers", function () {
	this.timeout(slowMachine);

	before(function () {
		needFixtures(this);
	});

	for (const { name, options: count, groups, ungrouped, secrets } of expected) {
		describe(name, () => {
			let config: DeploymentConfig;
			before(() => {
				config = readConfig(name);
			});

			it(`has ${count} options with unique IDs`, () => {
				assert.equal(config.options.length, count);
				assert.equal(new Set(config.options.map(({ id }) => id)).size, count);
			});

			it(`has ${groups} groups, distinguished by all of their parents' names`, () => {
				const chains = new Set(
					config.options.flatMap((option) =>
						option.groups.map((_group, index) =>
							chain(option)
								.slice(0, index + 1)
								.join(" / "),
						),
					),
				);
				assert.equal(chains.size, groups);
				assert.equal(
					config.options.filter((option) => chain(option).length === 0).length,
					ungrouped,
				);
			});

			it("marks its secrets and contains none of their values", () => {
				const secret = config.options.filter((option) => option.secret);
				assert.equal(secret.length, secrets);
				for (const option of secret) {
					assert.ok(!("value" in option), option.id);
					assert.ok(!("default" in option), option.id);
				}
			});

			it("keeps the masked response as sent", () => {
				assert.equal(
					formatJson(config.masked),
					formatJson(maskSecrets(fixtureJson(`${name}.json`))),
				);
				assert.deepEqual(Object.keys(config.masked), ["config", "options"]);
			});
		});
	}

	it("distinguishes groups with the same name", () => {
		const { options } = readConfig("main/deployment-config");
		const emails = new Set(
			options.map((option) => chain(option).join(" / ")).filter((path) => /Email$/.test(path)),
		);
		assert.deepEqual([...emails].sort(), ["Email", "Notifications / Email"]);
	});

	it("matches the inventory of options", () => {
		const { options } = readConfig("main/deployment-config-defaults");
		const inventory = fixtureJson("main/options-inventory.json") as unknown as Inventory;
		assert.equal(inventory.options.length, options.length);
		const above = (group: InventoryGroup | undefined): string[] =>
			group ? [...above(group.parent), ...(group.yaml ? [group.yaml] : [])] : [];
		inventory.options.forEach((fact, index) => {
			const option = options[index];
			assert.ok(option);
			const { annotations = {}, yaml } = fact;
			assert.deepEqual(
				{
					id: option.id,
					name: option.name,
					yamlPath: option.yamlPath,
					secret: option.secret,
					enterprise: option.enterprise,
					workspaceProxies: option.workspaceProxies,
					duration: option.duration,
				},
				{
					id: fact.env ?? fact.flag ?? fact.name,
					name: fact.name,
					yamlPath: yaml ? [...above(fact.group), yaml] : undefined,
					secret: "secret" in annotations,
					enterprise: "enterprise" in annotations,
					workspaceProxies: "external_workspace_proxies" in annotations,
					duration: "format_duration" in annotations,
				},
			);
			assert.equal(option.duration, fact.go_type === "serpent.Duration", option.id);
		});
	});

	for (const version of ["main", "v2.15.0"]) {
		it(`has the paths of the YAML file that a ${version} server writes`, () => {
			const { options } = readConfig(`${version}/deployment-config-defaults`);
			const file = parse(fixtureText(`${version}/server-config.golden.yaml`)) as JsonValue;
			const paths = options.flatMap(({ yamlPath }) => (yamlPath ? [yamlPath] : []));
			for (const path of paths) assert.ok(has(file, path), path.join("."));
			assert.deepEqual(leaves(file, new Set(paths.map(String))), paths.map(String).sort());
		});
	}

	it("reports nothing as set if nothing was configured", () => {
		const { options } = readConfig("main/deployment-config-defaults");
		const sources = new Set(options.map(({ valueSource }) => valueSource));
		assert.deepEqual([...sources].sort(), ["default", undefined]);
	});

	it("reduces enums to the selected value", () => {
		const { options } = readConfig("main/deployment-config");
		const enums = options.filter(({ choices }) => choices);
		assert.deepEqual(
			enums.map(({ name }) => name),
			["Postgres Auth", "SameSite Auth Cookie", "AI Budget Policy", "AI Budget Period"],
		);
		for (const { choices, value } of enums) {
			assert.ok(typeof value === "string" && (value === "" || choices?.includes(value)));
		}
	});

	it("keeps a default above 2^53 exact", () => {
		const lifetime = readConfig("v2.15.0/deployment-config-defaults").options.find(
			({ id }) => id === "CODER_MAX_TOKEN_LIFETIME",
		);
		assert.ok(typeof lifetime?.value === "number" || typeof lifetime?.value === "bigint");
		assert.equal(BigInt(lifetime.value).toString(), "3155760000000000000");
	});
});

function has(tree: JsonValue | undefined, path: readonly string[]): boolean {
	const [key, ...rest] = path;
	if (key === undefined) return true;
	return isJsonObject(tree) && key in tree && has(tree[key], rest);
}

/** Returns the paths of a YAML tree's values; everything below one of `known` belongs to its value. */
function leaves(tree: JsonValue, known: ReadonlySet<string>): string[] {
	const found: string[] = [];
	const visit = (value: JsonValue, path: readonly string[]): void => {
		if (!known.has(String(path)) && isJsonObject(value) && Object.keys(value).length > 0) {
			for (const [key, child] of Object.entries(value)) visit(child, [...path, key]);
		} else found.push(String(path));
	};
	visit(tree, []);
	return found.sort();
}
