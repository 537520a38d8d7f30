import assert from "node:assert/strict";
import "../../support/stable.ts";
import { findingsOf } from "../../../src/core/findings/findingsOf.ts";
import { placeFindings } from "../../../src/core/findings/placeFindings.ts";
import { yamlText } from "../../../src/core/export/yamlText.ts";
import { deploymentOf, type Server } from "./support/findingsAt.ts";

async function placed(server: Server) {
	const { snapshot, saved } = await deploymentOf(server);
	const config = snapshot.deploymentConfig.value;
	assert.ok(config);
	const yaml = yamlText(
		config,
		{ name: saved.name, url: saved.url },
		{ options: "all", deprecated: "keep" },
	);
	const findings = findingsOf(snapshot);
	const lines = yaml.text.split("\n");
	const textAt = ({ line, start, end }: { line: number; start: number; end: number }) =>
		lines[line]?.slice(start, end);
	return { findings, placed: placeFindings(findings, yaml), textAt };
}

describe("positions of findings in the YAML document", () => {
	it("are the keys of their options", async () => {
		const { placed: all, textAt } = await placed({ company: true });
		const keyOf = (rule: string) => {
			const found = all.find(({ finding }) => finding.rule === rule);
			return found && textAt(found.place);
		};
		assert.equal(keyOf("prometheus-everywhere"), "enable");
		assert.equal(keyOf("experiments-unknown"), "experiments");
		const prometheus = all.find(({ finding }) => finding.rule === "prometheus-everywhere");
		assert.deepEqual(
			prometheus?.others.map(({ option, place }) => [option, textAt(place)]),
			[["CODER_PROMETHEUS_ADDRESS", "address"]],
		);
	});

	it("are in a comment for options without a YAML path, so that no finding is lost", async () => {
		const { findings, placed: all, textAt } = await placed({ company: true });
		assert.equal(all.length, findings.length);
		const sharing = all.find(({ finding }) => finding.rule === "dangerous-path-app-sharing");
		assert.ok(sharing);
		assert.match(textAt(sharing.place) ?? "", /CODER_DANGEROUS_ALLOW_PATH_APP_SHARING/);
	});
});
