import { plainText } from "../base/plainText.ts";
import { messageText } from "../base/messageText.ts";
import { accountName } from "../deployments/accountName.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { formatMoment } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { goneWords } from "./gone.ts";
import { healthTroubles } from "../health/health.ts";
import { healthWords, lineWords, partName } from "../health/words.ts";
import { insecureSentence } from "./insecure.ts";
import { endedSession, unreachableBecause } from "../deployments/condition.ts";
import { endedWords } from "./deploymentProblem.ts";
import { updateLook } from "./update.ts";
import { tokenEndsSoon } from "../deployments/tokenEnd.ts";
import { readUpdate, shortVersion } from "../coder/updateState.ts";
import { isWebUrl } from "../base/url.ts";

/** What the status bar says of the active deployment. */
export interface StatusBarView {
	/** With codicons in `$(…)`. */
	readonly text: string;
	/** What a screen reader says. */
	readonly spoken: string;
	/** Lines of the hover, as plain text. */
	readonly facts: readonly string[];
	/** The deployment's certificate is not verified. */
	readonly insecure: boolean;
	/** The release notes of an available update. */
	readonly releaseNotes?: string;
}

/**
 * Reads the view from what is known. With several deployments the text names the active one.
 *
 * @param insecureBecause the setting because of which the certificate is not verified
 * @param now in ms since the epoch
 */
export function statusBarView(
	deployment: Deployment,
	several: boolean,
	insecureBecause?: string,
	now = Date.now(),
): StatusBarView {
	const { saved, snapshot } = deployment;
	const build = snapshot.buildInfo.value;
	const update = readUpdate(snapshot.updateCheck.value, build);
	const endsAt = tokenEndsSoon(snapshot, now);
	const look = updateLook(snapshot);
	const problem = endedSession(snapshot) ?? unreachableBecause(snapshot);
	const version = build ? shortVersion(build.version) : "Coder";
	const troubles = problem ? [] : healthTroubles(snapshot);
	const health = healthWords(troubles);
	const isError = troubles.some(({ severity }) => severity === "error");
	const [icon, words] = problem
		? endedSession(snapshot)
			? ["account", endedWords(problem)]
			: ["debug-disconnect", goneWords(problem)]
		: health !== undefined
			? [isError ? "error" : "warning", health]
			: [look.icon, update.kind === "available" ? update.latest : ""];
	const named = several ? `${saved.name} ${version}` : version;
	const healthFacts = troubles.map((line) => t("{0}: {1}", partName(line.id), lineWords(line)));
	const sentence = problem?.message ?? [health, look.sentence].filter(Boolean).join(". ");
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
			t("Update: {0}", look.sentence),
			...healthFacts,
			...(endsAt === undefined || problem
				? []
				: [t("Your token expires on {0}.", formatMoment(endsAt))]),
			...(problem ? [problem.message, problem.advice] : []),
			...warnings,
		],
		insecure,
		...(update.kind === "available" && isWebUrl(update.url) ? { releaseNotes: update.url } : {}),
	};
}
