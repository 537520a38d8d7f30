import assert from "node:assert/strict";
import { parse } from "yaml";
import "../../support/stable.ts";
import { yamlText } from "../../../src/core/export/yamlText.ts";
import {
	liveBuilds,
	liveConfig,
	liveVersions,
	type LiveVersion,
} from "../../support/liveConfigs.ts";
import { sharedText } from "../../support/sharedTables.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { all, facts } from "./support/configs.ts";

/** Returns our export of a real server's configuration, without our header and footer, which are comments. */
function coderPart(version: LiveVersion, what: "owner" | "defaults"): string {
	const config = liveConfig(version, what);
	const { text } = yamlText(config, { ...facts, version: liveBuilds[version] }, all);
	const [head = "", ...rest] = text.split("\n\n");
	assert.match(head, /^(#.*\n?)+$/);
	assert.match(rest.pop() ?? "", /^(#.*\n)+$/);
	return `${rest.join("\n\n")}\n`;
}

/** Replaces the only passage in a text that matches `pattern`. */
function replaceOnce(text: string, pattern: RegExp, other: string): string {
	const found = text.match(new RegExp(pattern, `${pattern.flags}g`))?.length ?? 0;
	assert.equal(found, 1, String(pattern));
	return text.replace(pattern, other);
}

const proxyPassword =
	/^( *)# Contains a secret that the deployment doesn't reveal\. Add it yourself\.\n *# (upstream_proxy: .*:)\*{8}(@.*)$/gm;

describe("the YAML of a real server's configuration", () => {
	before(function () {
		needFixtures(this);
	});

	for (const version of liveVersions) {
		it(`equals what ${version} wrote with --write-config byte for byte, except for what the API omits`, () => {
			const ours = coderPart(version, "owner");
			// Providers from numbered variables are read after the file is written.
			const noProviders = replaceOnce(
				replaceOnce(ours, /^externalAuthProviders:\n( .*\n)+/m, "externalAuthProviders: []\n"),
				/^# The deployment doesn't reveal the client secrets\. .*\n#.*\n/m,
				"",
			);
			// Passwords in URLs, by both names of the upstream proxy.
			const whole = noProviders.replace(
				proxyPassword,
				(_all, indent: string, before: string, after: string) =>
					`${indent}${before}EXAMPLE-proxy-password${after}`,
			);
			assert.equal(noProviders === whole, version === "v2.15.0");
			assert.equal(whole, sharedText(`live/${version}/write-config.yaml`));
		});

		it(`equals the defaults of ${version} if nothing is configured except how that server was run`, () => {
			let ours = coderPart(version, "defaults");
			for (const [pattern, other] of [
				[/(?<=^ {2}accessURL:) http:\/\/127\.0\.0\.1:7150$/m, ""],
				[/(?<=^ {4}httpAddress: 127\.0\.0\.1:)7150$/m, "3000"],
				[/(?<=^# \(default: ).*(?=, type: string\)\ncacheDir)/m, "/home/coder/.cache/coder"],
				[/(?<=^cacheDir: ).*$/m, "/home/coder/.cache/coder"],
				[/(?<=^ {2}daemons: )0$/m, "3"],
				[/(?<=^telemetry:\n(?: .*\n)*? {2}enable: )false$/m, "true"],
				[
					/^ {6}- disable$/m,
					["", "1", "2", "3", "4"].map((n) => `      - stun${n}.l.google.com:19302`).join("\n"),
				],
			] as const) {
				ours = replaceOnce(ours, pattern, other);
			}
			const golden = sharedText(`live/${version}/write-config-defaults.yaml`);
			assert.equal(ours, golden);
			assert.deepEqual(parse(ours), parse(golden));
		});
	}
});
