import { plainText } from "../base/plainText.ts";
import { messageText } from "../base/messageText.ts";
import { shortenMiddle } from "../base/shorten.ts";
import { accountName } from "../deployments/accountName.ts";
import type { AttentionSource } from "../deployments/attention.ts";
import { deploymentProblem } from "../deployments/deploymentProblem.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { t } from "../base/l10n.ts";
import { healthTroubles } from "../health/health.ts";
import { healthWords } from "../health/words.ts";
import { insecureSentence } from "./insecureRow.ts";
import { updateLook } from "./update.ts";
import { readUpdate, shortVersion } from "../coder/updateState.ts";
import { isWebUrl } from "../base/url.ts";

/** The content of the status bar item, which is about the active deployment. */
export interface StatusBarView {
	/** Includes codicons as `$(…)`. */
	readonly text: string;
	/** The text for screen readers. */
	readonly spoken: string;
	/** Lines of the hover, as plain text. */
	readonly facts: readonly string[];
	/** Whether the deployment's certificate isn't verified. */
	readonly insecure: boolean;
	/** The URL of the release notes if an update is available. */
	readonly releaseNotes?: string;
}

/** The facts in the status bar, in addition to the server's responses. */
export interface StatusBarFacts {
	/** Whether there are several deployments. If so, the text includes the name of the active one. */
	readonly several: boolean;
	/** The setting that turns off certificate verification. */
	readonly insecureBecause?: string | undefined;
	/** The sources of what features report in the hover, in this order. */
	readonly attention?: readonly AttentionSource[];
	/** In ms since the epoch. */
	readonly now?: number;
}

/** The maximum length of a name, in characters, so that VS Code doesn't cut off what follows it. */
const longestName = 40;

/** Returns the view for the current data. */
export function statusBarView(
	deployment: Deployment,
	{ several, insecureBecause, attention = [], now = Date.now() }: StatusBarFacts,
): StatusBarView {
	const { saved, snapshot } = deployment;
	const build = snapshot.buildInfo.value;
	const update = readUpdate(snapshot.updateCheck.value, build);
	const look = updateLook(snapshot);
	const problem = deploymentProblem(snapshot);
	const version = build ? shortVersion(build.version) : "Coder";
	const lines = problem ? [] : healthTroubles(snapshot);
	const health = healthWords(lines);
	const isError = lines.some(({ severity }) => severity === "error");
	const [icon, words] = problem
		? [problem.icon, problem.words]
		: health !== undefined
			? [isError ? "error" : "warning", health]
			: [look.icon, update.kind === "available" ? update.latest : ""];
	const named = several ? `${shortenMiddle(saved.name, longestName)} ${version}` : version;
	const sentence = problem?.failure.message ?? [health, look.sentence].filter(Boolean).join(". ");
	const insecure = insecureBecause !== undefined;
	const warnings = insecure ? [insecureSentence(insecureBecause)] : [];
	return {
		text: [
			`$(server-environment) ${messageText(named)}`,
			`$(${icon})`,
			messageText(words),
			...(insecure ? [`$(unlock) ${t("not verified")}`] : []),
		]
			.filter(Boolean)
			.join(" "),
		spoken: plainText([`Coder ${saved.name}, ${version}, ${sentence}`, ...warnings].join(". ")),
		facts: [
			saved.name,
			saved.url,
			t("Signed in as {0}.", accountName(saved.account)),
			t("Version: {0}", build?.version ?? t("unknown")),
			...attention.flatMap((source) => source(deployment, now).facts ?? []),
			...warnings,
		],
		insecure,
		...(update.kind === "available" && isWebUrl(update.url) ? { releaseNotes: update.url } : {}),
	};
}
