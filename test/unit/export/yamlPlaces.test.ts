import assert from "node:assert/strict";
import { isPair, isScalar, LineCounter, parseDocument, visit } from "yaml";
import "../../support/stable.ts";
import { optionAt, type YamlNode, type YamlText } from "../../../src/core/export/yamlPlaces.ts";
import { yamlText } from "../../../src/core/export/yamlText.ts";
import type { DeploymentConfig } from "../../../src/core/coder/model.ts";
import { needFixtures } from "../../support/fixtures.ts";
import {
	all,
	configWith,
	everyChoice,
	facts,
	fixtureConfig,
	fixtureConfigs,
} from "./support/configs.ts";

/** Returns where the library finds each path's key: line and column, from 0. */
function placesByLibrary(text: string): Map<string, readonly [line: number, column: number]> {
	const lines = new LineCounter();
	const found = new Map<string, readonly [number, number]>();
	visit(parseDocument(text, { lineCounter: lines }), {
		Pair: (_key, pair, ancestors) => {
			if (!isScalar(pair.key)) return;
			const path = [...ancestors, pair].flatMap((node) =>
				isPair(node) && isScalar(node.key) ? [String(node.key.value)] : [],
			);
			const { line, col } = lines.linePos(pair.key.range?.[0] ?? 0);
			found.set(path.join("."), [line - 1, col - 1]);
		},
	});
	return found;
}

function eachNode(
	nodes: readonly YamlNode[],
	visitNode: (node: YamlNode, parent?: YamlNode) => void,
	parent?: YamlNode,
): void {
	for (const node of nodes) {
		visitNode(node, parent);
		eachNode(node.children, visitNode, node);
	}
}

describe("the position of a key", () => {
	it("is that of its text, in a group, in a comment, and of a variable", () => {
		const web = { name: "Web", yaml: "web", description: "About the web." };
		const tls = { parent: web, name: "TLS", yaml: "on" };
		const config = configWith(
			{ name: "A", env: "CODER_A", yaml: "a", value: "b\n\nc", group: web },
			// The server wouldn't read an empty address.
			{ name: "B", env: "CODER_TLS_ADDRESS", yaml: "address", value: "", group: tls },
			{ name: "C", env: "CODER_C", yaml: "no", value: 1 },
			{ name: "D", env: "CODER_D", value: "x" },
		);
		const { text, nodes, places } = yamlText(config, facts, all);
		const lines = text.split("\n");
		const found: string[] = [];
		eachNode(nodes, ({ key, option, place }, parent) => {
			const written = lines[place.line]?.slice(place.start, place.end) ?? "";
			found.push(`${parent?.key ?? ""} > ${key}: ${written}`);
			if (option) assert.deepEqual(places.get(option.id), place);
			for (const above of lines.slice(place.firstLine, place.line)) assert.match(above, /^ *#/);
		});
		assert.deepEqual(found, [
			" > web: web",
			"web > a: a",
			'web > on: "on"',
			"on > address: address",
			' > no: "no"',
			" > Environment variables: server:",
			"Environment variables > CODER_D: CODER_D",
		]);
		assert.equal(places.size, 4);
	});
});

describe("positions of options in the YAML", () => {
	before(function () {
		needFixtures(this);
	});

	for (const fixture of fixtureConfigs) {
		for (const choices of everyChoice) {
			describe(`${fixture}, ${choices.options}, ${choices.deprecated}`, () => {
				let config: DeploymentConfig;
				let yaml: YamlText;
				let lines: readonly string[];
				before(() => {
					config = fixtureConfig(fixture);
					yaml = yamlText(config, facts, choices);
					lines = yaml.text.split("\n");
				});

				it("are where a parser finds them", () => {
					const found = placesByLibrary(yaml.text);
					let compared = 0;
					for (const { id, yamlPath } of config.options) {
						const place = yaml.places.get(id);
						const key = yamlPath && found.get(yamlPath.join("."));
						if (!place || !key) continue;
						assert.deepEqual([place.line, place.start], key, id);
						compared++;
					}
					assert.ok(compared > 10 || yaml.places.size === 0);
				});

				it("cover each key between its columns, below its comment, in its group", () => {
					eachNode(yaml.nodes, ({ key, place, option }, parent) => {
						const { firstLine, line, lastLine, start, end } = place;
						assert.ok(firstLine <= line && line <= lastLine && lastLine < lines.length - 1);
						if (option) assert.equal(lines[line]?.slice(start, end), key);
						for (const above of lines.slice(firstLine, line)) assert.match(above, /^ *#/);
						if (!parent) return;
						assert.ok(parent.place.line < firstLine && lastLine <= parent.place.lastLine);
					});
				});

				it("never overlap, and are found by any of their lines", () => {
					let next = 0;
					eachNode(yaml.nodes, ({ place, option }) => {
						assert.ok(place.firstLine >= next, String(place.firstLine));
						next = option ? place.lastLine + 1 : place.line + 1;
						if (!option) return;
						for (const line of [place.firstLine, place.line, place.lastLine]) {
							assert.equal(optionAt(yaml.nodes, line)?.option, option);
						}
					});
					if (yaml.places.size > 0) assert.equal(next, lines.length - 1);
					assert.equal(optionAt(yaml.nodes, 0), undefined);
				});

				it("exist for every written option", () => {
					if (choices.options !== "all" || choices.deprecated !== "keep") return;
					assert.deepEqual(
						[...yaml.places.keys()].toSorted(),
						config.options.map(({ id }) => id).toSorted(),
					);
				});
			});
		}
	}
});
