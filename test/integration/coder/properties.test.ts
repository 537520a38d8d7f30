import assert from "node:assert/strict";
import fc from "fast-check";
import { anyCharacter } from "../../support/anyCharacter.ts";
import "../../support/stable.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { readCspReport } from "../../../src/core/coder/cspReport.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { endpointIds, endpoints } from "../../../src/core/coder/endpoints.ts";
import {
	formatJson,
	isJsonObject,
	parseJson,
	type JsonValue,
} from "../../../src/core/base/json.ts";
import { SavedDeployments } from "../../../src/core/deployments/savedDeployments.ts";
import { maskSecrets } from "../../../src/core/coder/mask.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import { changedRows } from "../../../src/core/overview/diff.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { scrub } from "../../../src/core/coder/scrub.ts";
import type { Snapshot } from "../../../src/core/deployments/slot.ts";
import { allAttention } from "../../support/attention.ts";
import { statusBarView } from "../../../src/core/overview/statusBarView.ts";
import { deploymentSummary } from "../../../src/core/overview/summary.ts";
import { canParse, urlAndParents } from "../../../src/core/base/url.ts";
import { readUrl } from "../../../src/core/coder/deploymentUrl.ts";
import { ask } from "../../sample-deployment/request.ts";
import {
	leakedSecrets,
	secretMark,
	startSampleDeployment,
} from "../../sample-deployment/server.ts";
import { versionIds } from "../../sample-deployment/versions.ts";
import { textOf } from "../../support/everything.ts";
import { toTree, writeTree, type JsonTree } from "../../support/jsonTree.ts";
import { generatedValues } from "../../support/generatedValues.ts";
import { openMemory } from "../../support/memories.ts";
import { modelProblems } from "../../support/modelCheck.ts";
import { mutated, mutationKinds, type Mutation } from "../../support/mutate.ts";
import { saved, recorded, recordedAt } from "../../support/recorded.ts";

/** Total number of cases: PROPERTY_CASES, or 12,000 in the load tier. */
const cases = Number(process.env.PROPERTY_CASES ?? generatedValues(12_000));
/** A failure prints its seed; PROPERTY_SEED repeats the same cases. */
const seed = process.env.PROPERTY_SEED;

/** Checks a property with its share of the cases. */
function check(share: number, property: fc.IRawProperty<unknown>): void {
	fc.assert(property as fc.IProperty<unknown>, {
		numRuns: Math.max(1, Math.round(cases * share)),
		...(seed === undefined ? {} : { seed: Number(seed) }),
	});
}

/** Only this many options of a long list are kept, for a small body; those that leak are among them. */
const keptOptions = 14;

/** Everything that can be wrong, so that answers have all possible parts. */
const sick = {
	troubles: ["accessUrl", "database", "derp", "proxy", "provisioners"],
	license: "ending",
	waitingJobs: 3,
	replicas: "apart",
	announcements: ["Maintenance on **Saturday**"],
} as const;

const mutation: fc.Arbitrary<Mutation> = fc.record({
	kind: fc.constantFrom(...mutationKinds),
	at: fc.nat(),
	variant: fc.nat(),
});
const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });

describe("properties", function () {
	this.timeout(300_000);

	const bodies = new Map<EndpointId, JsonTree[]>();
	let wholeConfig: JsonTree;
	let empty: Deployment;

	before(async () => {
		empty = await recorded({});
		for (const version of versionIds) {
			const sample = await startSampleDeployment({ version, conditions: sick });
			try {
				for (const id of endpointIds) {
					const path = endpoints[id].path.replace("{keyId}", "SampleOwnr");
					const { method, body: sent } = endpoints[id];
					const answer = await ask(`${sample.url}/api/v2${path}`, {
						token: sample.tokens.owner,
						method,
						...(sent && { body: JSON.stringify(sent) }),
					});
					if (answer.status !== 200) continue;
					const body = parseJson(answer.text);
					if (id === "deploymentConfig" && version === "current") wholeConfig = toTree(body);
					const few = id === "deploymentConfig" ? someOptions(body) : body;
					bodies.set(id, [...(bodies.get(id) ?? []), toTree(few)]);
				}
			} finally {
				await sample.close();
			}
		}
	});

	it("the bodies contain secrets to begin with", () => {
		const all = [...bodies.values()].flat().map(writeTree).join("\n");
		for (const secret of leakedSecrets) assert.ok(all.includes(secret), secret);
	});

	/** Parses a text as an answer, and asserts that the result is valid and can be shown. */
	function readAndShow(id: EndpointId, text: string): void {
		let body: JsonValue;
		try {
			body = parseJson(text);
		} catch (error) {
			// Only nesting deeper than the stack, next to a large integer, can't be parsed.
			assert.ok(error instanceof RangeError, String(error));
			return;
		}
		const parsed = parseAnswer(id, body);
		if (!parsed.ok) {
			assert.ok(parsed.field !== "" && !parsed.field.includes(secretMark));
			return;
		}
		assert.deepEqual(modelProblems(id, parsed.value), []);
		const slot = { value: parsed.value, at: recordedAt, failures: 0, loading: false };
		const snapshot = { ...empty.snapshot, [id]: slot } as Snapshot;
		const deployment: Deployment = { ...empty, saved, snapshot, server: empty.server };
		const nodes = outline([deployment], deployment, recordedAt);
		assert.deepEqual(changedRows(nodes, nodes), []);
		const shown = [
			nodes,
			statusBarView(deployment, { several: true, attention: allAttention() }),
			deploymentSummary(deployment),
		];
		assert.ok(!textOf([parsed.value, shown]).includes(secretMark), "a secret is shown");
	}

	const shares: Partial<Record<EndpointId, number>> = {
		deploymentConfig: 0.18,
		deploymentStats: 0.06,
	};

	for (const id of endpointIds) {
		it(`any modified response of ${id} is rejected or valid, and contains no secret`, () => {
			const trees = bodies.get(id) ?? [];
			check(
				shares[id] ?? 0.04,
				fc.property(fc.nat(), mutations, (which, changes) => {
					const tree = trees[which % trees.length];
					assert.ok(tree);
					readAndShow(id, writeTree(mutated(tree, changes)));
				}),
			);
		});
	}

	it("the same applies to whole configurations", () => {
		check(
			0.003,
			fc.property(mutations, (changes) => {
				readAndShow("deploymentConfig", writeTree(mutated(wholeConfig, changes)));
			}),
		);
	});

	it("a response of one endpoint is rejected or valid at every other", () => {
		const all = [...bodies.values()].flat();
		check(
			0.05,
			fc.property(fc.constantFrom(...endpointIds), fc.nat(), mutations, (id, which, changes) => {
				const tree = all[which % all.length];
				assert.ok(tree);
				readAndShow(id, writeTree(mutated(tree, changes)));
			}),
		);
	});

	const anyJson = fc.jsonValue({ maxDepth: 4 }).chain((value) => fc.constant(value as JsonValue));

	it("any JSON is rejected or valid", () => {
		check(
			0.07,
			fc.property(fc.constantFrom(...endpointIds), anyJson, (id, value) => {
				readAndShow(id, formatJson(value));
			}),
		);
	});

	const exact: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
		value: fc.oneof(
			{ maxDepth: 4 },
			fc.constantFrom(null, true, false),
			fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map((big) => parseJson(big.toString())),
			fc
				.double({ noNaN: true, noDefaultInfinity: true })
				.map((double) => parseJson(String(double))),
			fc.string({ unit: anyCharacter }),
			fc.array(tie("value")),
			fc.dictionary(fc.string(), tie("value")).map((object) => ({ ...object })),
		),
	})).value;

	it("JSON survives a round trip, including long integers", () => {
		check(
			0.06,
			fc.property(exact, (value) => {
				assert.deepEqual(parseJson(formatJson(value)), value);
			}),
		);
	});

	it("a text is JSON if and only if the engine's own parser agrees", () => {
		const pieces = fc.constantFrom(
			...'{}[],:"\\ \n-+.eE0123456789'.split(""),
			"9007199254740993",
			'"a"',
			"true",
			"null",
			'{"a":1}',
		);
		const outcome = (parse: (text: string) => unknown, text: string) => {
			try {
				parse(text);
				return "JSON";
			} catch {
				return "none";
			}
		};
		check(
			0.06,
			fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
				for (const text of [parts.join(""), `[9007199254740993,${parts.join("")}]`]) {
					assert.equal(outcome(parseJson, text), outcome(JSON.parse, text), text);
				}
			}),
		);
	});

	it("masking never fails, leaves nothing of a secret option, and is idempotent", () => {
		const word = `${secretMark}word`;
		check(
			0.04,
			fc.property(anyJson, fc.boolean(), (value, inside) => {
				const option = { name: "x", annotations: { secret: "true" }, value: [word, value] };
				const answer = inside ? { a: [value, { use_instead: [option] }] } : [option, word, value];
				const once = maskSecrets(answer);
				assert.ok(!textOf(once).includes(word));
				assert.deepEqual(maskSecrets(once), once);
			}),
		);
	});

	it("scrubbing never fails and never leaves a token", () => {
		const part = fc.stringMatching(/^[A-Za-z0-9]{10}-[A-Za-z0-9]{22}$/);
		check(
			0.05,
			fc.property(fc.string(), part, fc.string(), (before, token, after) => {
				const scrubbed = scrub(before + token + after);
				assert.ok(!scrubbed.includes(token.slice(11)));
			}),
		);
	});

	it("any input is a URL of a web server or is rejected with a sentence", () => {
		const typed = fc.oneof(
			fc.string({ unit: anyCharacter }),
			fc.webUrl({ withFragments: true, withQueryParameters: true }),
			fc
				.tuple(fc.constantFrom("http://", "https://", "", "localhost"), fc.string())
				.map((two) => two.join("")),
		);
		check(
			0.05,
			fc.property(typed, (text) => {
				const reading = readUrl(text);
				if (!reading.ok) {
					assert.match(reading.message, /\.$/);
					return;
				}
				const { protocol, username, password, search, hash } = new URL(reading.url);
				assert.ok(["http:", "https:"].includes(protocol));
				assert.equal(username + password + search + hash, "");
				assert.ok(!reading.url.endsWith("/"));
				assert.deepEqual(readUrl(reading.url), reading);
				assert.ok(urlAndParents(reading.url).length >= 1);
			}),
		);
	});

	it("a CSP report is parsed or rejected with a sentence", () => {
		check(
			0.02,
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				const reading = readCspReport(text);
				if (reading.ok) assert.ok(isJsonObject(reading.report["csp-report"]));
				else assert.notEqual(reading.message, "");
			}),
		);
	});

	it("deployments can be read from any stored state", () => {
		const entry = fc.oneof(
			anyJson,
			fc.constant(saved as unknown as JsonValue),
			fc.record({ key: anyJson, url: anyJson, name: anyJson, account: anyJson }),
		);
		check(
			0.03,
			fc.property(fc.oneof(anyJson, fc.array(entry)), anyJson, (stored, other) => {
				const memory = openMemory();
				for (const key of ["deployments"]) memory.put(key, stored);
				for (const key of ["activeDeployment", "seenUrls"]) memory.put(key, other);
				const { list, activeKey, seenUrls } = new SavedDeployments(memory);
				assert.equal(new Set(list.map(({ key }) => key)).size, list.length);
				assert.ok(list.every(({ url }) => canParse(url)));
				assert.ok(activeKey === undefined || typeof activeKey === "string");
				assert.ok(seenUrls.every((url) => typeof url === "string"));
			}),
		);
	});
});

/** Returns a configuration with few of its options and values: those with a secret, and some others. */
function someOptions(body: JsonValue): JsonValue {
	assert.ok(isJsonObject(body) && Array.isArray(body.options));
	const options = body.options as readonly JsonValue[];
	const leaking = options.filter((option) => textOf(option).includes(secretMark));
	const step = Math.ceil(options.length / Math.max(1, keptOptions - leaking.length));
	const others = options.filter((option, index) => index % step === 0 && !leaking.includes(option));
	const values = Object.entries(body.config as Record<string, JsonValue>).filter(
		([, value], index) => index % 8 === 0 || textOf(value).includes(secretMark),
	);
	return { ...body, config: Object.fromEntries(values), options: [...leaking, ...others] };
}
