import { accountName } from "../deployments/accountName.ts";
import type { Deployment, ListedDeployment } from "../deployments/deployment.ts";
import { isUnreachable, type ApiFailure } from "../http/failure.ts";
import { t } from "../base/l10n.ts";
import { stateOf, type Slot, type Snapshot } from "../deployments/slot.ts";
import { healthTroubles } from "../health/health.ts";
import { healthWords } from "../health/words.ts";
import { shortVersion } from "../coder/updateState.ts";
import { announcementRows, supportSection } from "./appearance.ts";
import { buildSection } from "./build.ts";
import { configurationSection } from "./configuration.ts";
import { experimentsSection } from "./experiments.ts";
import { goneWords } from "./gone.ts";
import { healthSection } from "./health.ts";
import { infrastructureSection } from "./infrastructure.ts";
import { licenseSection } from "./license.ts";
import { notPermittedRow } from "./notPermitted.ts";
import type { OutlineNode } from "./node.ts";
import { insecureRow, insecureSentence } from "./insecure.ts";
import { licenseWarningRows } from "./licenseWarnings.ts";
import { withOwnIds } from "./rowIds.ts";
import { failureFacts } from "./section.ts";
import { signedOutRow } from "./signedOut.ts";
import { sessionSection } from "./session.ts";
import { sshSection } from "./ssh.ts";
import { statsSection } from "./stats.ts";
import { updateSection, type MutedUpdates } from "./update.ts";

/** A section made of more than what the deployment answered; nothing until it can be drawn. */
export type MoreSection = (deployment: Deployment, now: number) => OutlineNode | undefined;

/**
 * The tree of all deployments. A pure function: what is known goes in, what is shown comes out.
 *
 * @param more sections that come after those of the answers
 * @param insecureBecause the setting because of which the certificate of a deployment, by its URL, is not verified
 * @param mutedUpdates what of the update notifications of a deployment, by its key, is muted
 */
export function outline(
	listed: readonly ListedDeployment[],
	active: Deployment | undefined,
	now: number,
	more: readonly MoreSection[] = [],
	insecureBecause: (url: string) => string | undefined = () => undefined,
	mutedUpdates: (key: string) => MutedUpdates = () => undefined,
): OutlineNode[] {
	const several = listed.filter((one) => "saved" in one).length > 1;
	return listed.map((deployment) => {
		if (!("saved" in deployment)) return signedOutRow(deployment);
		const sections = more.flatMap((section) => section(deployment, now) ?? []);
		const because = insecureBecause(deployment.saved.url);
		const muted = mutedUpdates(deployment.saved.key);
		const node = deploymentNode(
			deployment,
			deployment === active,
			several,
			now,
			sections,
			because,
			muted,
		);
		return withOwnIds(node, deployment.saved.key);
	});
}

function deploymentNode(
	{ saved, snapshot, server }: Deployment,
	active: boolean,
	several: boolean,
	now: number,
	more: readonly OutlineNode[],
	insecureBecause: string | undefined,
	mutedUpdates: MutedUpdates,
): OutlineNode {
	const { key, name, url, account } = saved;
	const problem = deploymentProblem(snapshot);
	const version = snapshot.buildInfo.value?.version;
	const health = healthWords(healthTroubles(snapshot));
	const insecure = insecureBecause === undefined ? [] : [insecureSentence(insecureBecause)];
	const meant =
		several && active ? [t("Active deployment: used by the status bar and commands.")] : [];
	const sentences = [
		...meant,
		...(problem ? [problem[2].message] : []),
		...(health === undefined ? [] : [t("Health: {0}.", health)]),
		...insecure,
	];
	return {
		id: key,
		deployment: key,
		label: name,
		description: [
			// First, so that a narrow view does not cut it off.
			several && active && t("active"),
			problem?.[0],
			!problem && health,
			insecureBecause !== undefined && t("certificate not verified"),
			version && shortVersion(version),
			accountName(account),
		]
			.filter(Boolean)
			.join(" · "),
		ended: problem?.[1] === "account",
		...(active ? {} : { words: ["inactive"] }),
		icon: problem ? problem[1] : active ? "server-environment" : "server",
		...(problem || health !== undefined || insecureBecause !== undefined
			? { tone: "warning" }
			: {}),
		tooltip: [
			url,
			...insecure,
			...meant,
			t("Signed in as {0}.", accountName(account)),
			...(problem ? [problem[2].message, ...failureFacts(problem[2])] : []),
		],
		spoken: [
			t(
				"Deployment {0}, version {1}, signed in as {2}",
				name,
				version ?? t("unknown"),
				accountName(account),
			),
			...(sentences.length === 0 ? [] : [sentences.join(" ")]),
		].join(". "),
		url,
		copy: url,
		expanded: active,
		children: [
			...(insecureBecause === undefined ? [] : [insecureRow(key, insecureBecause)]),
			...licenseWarningRows(key, server.warnings),
			...announcementRows(key, snapshot),
			...(isForbidden(snapshot.health) ? [] : [healthSection(key, snapshot)]),
			buildSection(key, snapshot),
			updateSection(key, snapshot, mutedUpdates),
			experimentsSection(key, snapshot),
			statsSection(key, snapshot),
			sshSection(key, snapshot),
			sessionSection(key, snapshot, now),
			configurationSection(key, snapshot),
			...(isForbidden(snapshot.deploymentConfig) && isForbidden(snapshot.licenses)
				? []
				: [licenseSection(key, snapshot, server.warnings, now)]),
			infrastructureSection(key, snapshot, now),
			...more,
			...supportSection(key, snapshot),
			...notPermittedRow(key, snapshot),
		],
	};
}

function isForbidden(slot: Slot<unknown>): boolean {
	return stateOf(slot) === "forbidden";
}

/** What troubles a deployment as a whole: its session, else its reachability. */
function deploymentProblem(
	snapshot: Snapshot,
): readonly [label: string, icon: string, failure: ApiFailure] | undefined {
	const ended = endedSession(snapshot);
	if (ended) return [endedWords(ended), "account", ended];
	const gone = unreachableBecause(snapshot);
	return gone && [goneWords(gone), "debug-disconnect", gone];
}

/**
 * Why the session is over; nothing while it is good. Any route tells: the account may be known from a moment before
 * the session ended, as another window read it.
 */
export function endedSession(snapshot: Snapshot): ApiFailure | undefined {
	const { user } = snapshot;
	const refused = [user, ...Object.values(snapshot)].find(
		({ failure, triedAt = 0 }) => failure?.kind === "signedOut" && triedAt >= (user.at ?? 0),
	);
	return refused?.failure;
}

/** An ended session in two words; where only the token is missing, it may well go on. */
export function endedWords({ tokenMissing }: ApiFailure): string {
	return tokenMissing ? t("no session token") : t("session ended");
}

/** Why nobody answers; nothing while somebody does. */
export function unreachableBecause({ buildInfo }: Snapshot): ApiFailure | undefined {
	return buildInfo.failure && isUnreachable(buildInfo.failure) ? buildInfo.failure : undefined;
}
