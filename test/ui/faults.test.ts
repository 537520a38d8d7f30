import assert from "node:assert/strict";
import { recordFault, withoutPorts } from "../records/faultRecords.ts";
import type { Fault } from "../sample-deployment/faults/fault.ts";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { TreeView } from "./harness/tree.ts";
import type { Workbench } from "./harness/workbench.ts";
import { signIn } from "./session.ts";

interface Case {
	readonly fault: string;
	/** Breaks the sample; the repair is the same for all. */
	readonly strike: (sample: SampleDeployment) => unknown;
	readonly sentence: RegExp;
	readonly action: "retry" | "changeUrl" | "signIn";
}

const all = (fault: Fault) => (sample: SampleDeployment) => {
	sample.setFault("all", fault);
};

const cases: readonly Case[] = [
	{
		fault: "nothing listens on the port",
		strike: (sample) => sample.stop(),
		sentence: /refused the connection\.$/,
		action: "retry",
	},
	{
		fault: "a server that never answers",
		strike: all({ kind: "never" }),
		sentence: /didn't respond within 2 seconds\.$/,
		action: "retry",
	},
	{
		fault: "a connection that is lost partway",
		strike: all({ kind: "cut" }),
		sentence: /The connection to .* was lost\.$/,
		action: "retry",
	},
	{
		fault: "a page with status 200",
		strike: all({ kind: "html200" }),
		sentence: /returned the web page/,
		action: "changeUrl",
	},
	{
		fault: "a redirect to another server",
		strike: all({ kind: "redirect", to: "https://elsewhere.example/" }),
		sentence: /redirects to https:\/\/elsewhere\.example/,
		action: "changeUrl",
	},
	{
		fault: "truncated JSON",
		strike: all({ kind: "truncatedJson" }),
		sentence: /isn't complete JSON\.$/,
		action: "retry",
	},
	{
		fault: "JSON with an unexpected structure",
		strike: all({ kind: "otherShape" }),
		sentence: /isn't valid: the field \S+ isn't as expected\.$/,
		action: "retry",
	},
	{
		fault: "a body of 40 MB",
		strike: all({ kind: "huge" }),
		sentence: /sent more than 16\.8 MB/,
		action: "changeUrl",
	},
	{
		fault: "status 429",
		strike: all({ kind: "status", status: 429, retryAfter: 1 }),
		sentence: /is limiting the number of requests\.$/,
		action: "retry",
	},
	{
		fault: "status 500",
		strike: all({ kind: "status", status: 500 }),
		sentence: /reported an error/,
		action: "retry",
	},
	{
		fault: "status 502 with a page",
		strike: all({ kind: "status", status: 502 }),
		sentence: /responded with status 502\.$/,
		action: "retry",
	},
];

const titles = {
	retry: "Retry",
	changeUrl: "Sign In with Another URL",
	signIn: "Sign In Again",
};

describe("faults from the user's point of view", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let tree: TreeView;

	before(async () => {
		sample = await startSampleDeployment();
		window = await openWorkbench({ settings: { "coderDeployment.requestTimeout": 2 } });
		await signIn(window, sample.url, sample.tokens.owner);
		tree = window.tree();
		await tree.expand("SSH");
		await tree.waitForRow("ForwardAgent");
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	for (const { fault, strike, sentence, action } of cases) {
		it(`keep the last known data, show what is wrong, and recover: ${fault}`, async () => {
			await strike(sample);
			await tree.pressInlineAction("SSH", "Refresh Section");
			await tree.waitForRow("Out of date");
			const row = (await tree.rows()).find(({ label }) => label === "Out of date");
			assert.match(row?.description ?? "", sentence);
			assert.match(row?.ariaLabel ?? "", new RegExp(`${titles[action]}$`));
			const kept = (await tree.rows()).some(({ label }) => label === "ForwardAgent");
			assert.equal(kept, true, "the last good value is on the screen");
			sample.clearFaults();
			await sample.restart().catch(() => undefined);
			await tree.click("Out of date");
			if (action !== "retry") await tree.pressInlineAction("SSH", "Refresh Section");
			await poll("recovery", 20_000, async () => !(await tree.text()).includes("Out of date"));
			recordFault({
				fault,
				tier: `ui ${window.server.host.version}`,
				sentence: withoutPorts(row?.description ?? ""),
				advice: adviceOf(row?.ariaLabel ?? "", row?.description ?? "", titles[action]),
				action,
				state: "stale",
				keptValue: kept,
				recovered: true,
			});
		});
	}
});

/** Returns the advice. The spoken label is `Not up to date. SENTENCE ADVICE COMMAND`. */
function adviceOf(spoken: string, sentence: string, command: string): string {
	const rest = spoken.slice(spoken.indexOf(sentence) + sentence.length);
	return withoutPorts(rest.slice(0, rest.lastIndexOf(command)).trim());
}
