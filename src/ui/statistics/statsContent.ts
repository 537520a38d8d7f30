import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { failureCommand } from "../../core/overview/failureCommand.ts";
import type { OutlineCommand } from "../../core/overview/node.ts";
import { plotsOf } from "../../core/statistics/plots.ts";
import { startOf, type RangeId } from "../../core/statistics/ranges.ts";
import { trustedSkewMs, type Sample } from "../../core/statistics/sample.ts";
import { nameOfUrl } from "../../core/base/url.ts";
import type { PageProblem } from "../../protocol/page.ts";
import type { StatsContent } from "../../protocol/statistics.ts";

/** The maximum numbers of points and rows. More points can't be distinguished, and no one reads more rows. */
const mostPoints = 800;
const mostRows = 64;

/** Returns the content of a panel. */
export function statsContent(
	deployment: Deployment | undefined,
	samples: readonly Sample[],
	range: RangeId,
	kept: boolean,
	now: number,
): StatsContent {
	const known = samplesUpTo(samples, now);
	const from = startOf(range, known, now);
	const shown = samplesSince(known, from);
	const newest = known.at(-1)?.at;
	const slot = deployment?.snapshot.deploymentStats;
	const problem = problemOf(deployment);
	return {
		...(deployment && { deployment: describe(deployment) }),
		loading: slot?.loading ?? false,
		...(problem && { problem }),
		kept,
		...(newest !== undefined && { newest }),
		range,
		from,
		to: Math.max(now, newest ?? now),
		drawn: plotsOf(shown, mostPoints, now),
		table: plotsOf(shown, mostRows, now),
	};
}

/** Returns the samples without those that a clock dated to the future. */
export function samplesUpTo(samples: readonly Sample[], now: number): readonly Sample[] {
	return samples.filter(({ at }) => at <= now + trustedSkewMs);
}

/** Returns the samples of a range. */
export function samplesSince(samples: readonly Sample[], from: number): readonly Sample[] {
	return samples.filter(({ at }) => at >= from);
}

/**
 * Returns the command of the button next to a problem; undefined if there is no failure, in which case the button signs
 * in.
 */
export function problemCommand(deployment: Deployment | undefined): OutlineCommand | undefined {
	const failure = deployment?.snapshot.deploymentStats.failure;
	return failure && failureCommand(failure, deployment.saved.key, ["deploymentStats"]);
}

function describe({ saved: { key, name, url } }: Deployment) {
	return { key, name, host: nameOfUrl(url) };
}

function problemOf(deployment: Deployment | undefined): PageProblem | undefined {
	if (!deployment) {
		return {
			message: t("You aren't signed in to this deployment."),
			advice: t("Sign in to see its statistics."),
			action: t("Sign In"),
		};
	}
	const { failure } = deployment.snapshot.deploymentStats;
	const command = problemCommand(deployment);
	if (!failure || !command || failure.kind === "cancelled") return undefined;
	return { message: failure.message, advice: failure.advice, action: command.title };
}
