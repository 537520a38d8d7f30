import "../../support/stable.ts";
import { describeSnapshot } from "../../../src/core/publicApi/describeDeployment.ts";
import { assertGolden } from "../../support/golden.ts";
import { now, play, scenes } from "../../support/scenes.ts";
import { slowMachine } from "../../support/slowMachine.ts";

/** The states that other extensions can distinguish. */
const names = [
	"member-current",
	"one-section-failed",
	"owner-ancient",
	"owner-not-configured",
	"owner-sick",
	"owner-unlicensed",
	"owner-up-to-date",
	"session-ended-later",
	"stats-unknown-numbers",
	"unreachable-from-the-start",
] as const;

/** Options with a replacement, a secret, a default, and none of these. */
const shownOptions: ReadonlySet<string> = new Set([
	"CODER_ADDRESS",
	"CODER_BROWSER_ONLY",
	"CODER_OIDC_CLIENT_SECRET",
	"CODER_SESSION_DURATION",
]);

describe("a snapshot for other extensions", function () {
	this.timeout(10 * slowMachine);
	for (const name of names) {
		it(`contains what is known of the deployment: ${name}`, async () => {
			const { store, host } = await play(scenes[name]);
			const { configuration, ...others } = describeSnapshot(store, store, now);
			const options = configuration.value?.options.filter(({ id }) => shownOptions.has(id));
			const short = { ...configuration, ...(configuration.value && { value: { options } }) };
			const text = JSON.stringify({ ...others, configuration: short }, undefined, "\t");
			assertGolden(`api-${name}`, `${text.replaceAll(host, "HOST")}\n`);
		});
	}
});
