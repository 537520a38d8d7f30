import assert from "node:assert/strict";
import "../../support/stable.ts";
import { releaseName } from "../../../src/core/coder/release.ts";
import { rules } from "../../../src/core/findings/rules.ts";
import { findingsAt } from "./support/findingsAt.ts";
import { prevented, ruleCases } from "./support/cases.ts";
import { assertGolden } from "./support/golden.ts";

describe("finding rules", () => {
	it("are all tested, and have unique IDs in kebab case", () => {
		// One rule checks two options with the same meaning.
		const ids = new Set(rules.map(({ id }) => id));
		assert.deepEqual(new Set(ruleCases.map(({ rule }) => rule)), ids);
		assert.ok(ids.size >= 60, `there are ${ids.size} rules`);
		for (const id of ids) assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
	});

	it("say which values they are about, which options, and where to read more", async () => {
		const lines: string[] = [];
		for (const { rule, when, fires } of ruleCases) {
			const found = (await findingsAt(fires)).filter((finding) => finding.rule === rule);
			lines.push(
				[rule, ...(when ? [`(${when})`] : [])].join(" "),
				...found.flatMap(({ value, options, link, upgradeTo }) => [
					`    value    ${value}`,
					`    options  ${options.join(", ")}`,
					...(link === undefined ? [] : [`    link     ${link}`]),
					...(upgradeTo === undefined ? [] : [`    upgrade  ${releaseName(upgradeTo)}`]),
				]),
			);
		}
		assertGolden("ruleCases.txt", `${lines.join("\n")}\n`);
	});

	for (const { rule, when, fires, severity, value, silent } of ruleCases) {
		it(`${rule} fires as ${severity}${when ? `, when ${when}` : ""}`, async () => {
			const found = (await findingsAt(fires)).filter((finding) => finding.rule === rule);
			assert.deepEqual(
				found.map((finding) => finding.severity),
				[severity],
			);
			const [finding] = found;
			assert.ok(finding);
			if (value !== undefined) assert.ok(finding.value.includes(value), finding.value);
			for (const sentence of [finding.meaning, finding.advice]) assert.match(sentence, /\.$/);
			assert.match(finding.title, /[^.]$/);
			assert.match(finding.link ?? "https://coder.com/docs/", /^https:\/\/coder\.com\/docs\//);
		});

		it(`${rule} is silent otherwise${when ? `, when ${when}` : ""}`, async () => {
			const found = (await findingsAt(silent)).filter((finding) => finding.rule === rule);
			assert.deepEqual(found, []);
		});
	}

	for (const [rule, by, server] of prevented) {
		it(`${rule} is prevented by ${by}`, async () => {
			const found = await findingsAt(server);
			assert.deepEqual(
				found.filter((finding) => finding.rule === rule),
				[],
			);
		});
	}

	it("report debug logs once, under the filter, if several settings turn them on", async () => {
		const found = await findingsAt({ env: { CODER_VERBOSE: true, CODER_LOG_FILTER: [".*"] } });
		assert.deepEqual(
			found.filter(({ rule }) => rule === "debug-logs").map(({ options }) => options),
			[["CODER_LOG_FILTER"]],
		);
	});

	it("find one weak policy among others, at its start or later", async () => {
		const severityOf = async (...policies: string[]) =>
			(await findingsAt({ env: { CODER_ADDITIONAL_CSP_POLICY: policies } })).find(
				({ rule }) => rule === "csp-weakened",
			)?.severity;
		assert.equal(await severityOf("img-src https://a.example", "img-src *"), "warning");
		assert.equal(await severityOf("data:"), "warning");
		assert.equal(await severityOf("img-src https://a.example/*"), "info");
	});
});
