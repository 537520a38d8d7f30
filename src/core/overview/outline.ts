import { formatRecent } from "../base/format.ts";
import { accountName } from "../deployments/accountName.ts";
import { lastReadAt } from "../deployments/condition.ts";
import type { Deployment, ListedDeployment } from "../deployments/deployment.ts";
import { DeploymentCache } from "../deployments/deploymentCache.ts";
import { t } from "../base/l10n.ts";
import { healthTroubles } from "../health/health.ts";
import { healthWords } from "../health/words.ts";
import { shortVersion } from "../coder/updateState.ts";
import { announcementRows, supportSection } from "./appearance.ts";
import { buildSection } from "./build.ts";
import { configurationSection } from "./configuration.ts";
import { deploymentProblem } from "../deployments/deploymentProblem.ts";
import { experimentsSection } from "./experiments.ts";
import { glanceSection } from "./glance.ts";
import { healthSection } from "./health.ts";
import { infrastructureSection } from "./infrastructure.ts";
import { isLicenseShown } from "../license/license.ts";
import { licenseSection } from "./license.ts";
import type { Need } from "../deployments/attention.ts";
import { notPermittedRow } from "./notPermitted.ts";
import type { OutlineNode } from "./node.ts";
import { insecureRow, insecureSentence } from "./insecureRow.ts";
import { licenseWarningRows } from "./licenseWarnings.ts";
import { openable } from "./openable.ts";
import { withOwnIds } from "./rowIds.ts";
import { failureFacts } from "./section.ts";
import { signedOutRow } from "./signedOutRow.ts";
import { sessionSection } from "./session.ts";
import { sshSection } from "./ssh.ts";
import { statsSection } from "./stats.ts";
import { updateSection, type MutedUpdates } from "./update.ts";

/** A section with data other than the server's responses; undefined until it can be drawn. */
export type MoreSection = (deployment: Deployment, now: number) => OutlineNode | undefined;

/** Facts other than the server's responses. */
export interface OutlineFacts {
	/** Sections to add after those of the responses. */
	readonly more?: readonly MoreSection[];
	/** Returns the setting that turns off the verification of a deployment's certificate, by its URL. */
	readonly insecureBecause?: (url: string) => string | undefined;
	/** Returns which update notifications of a deployment are muted, by its key. */
	readonly mutedUpdates?: (key: string) => MutedUpdates;
	/** Returns what needs the user's attention. */
	readonly needs?: (deployment: Deployment) => readonly Need[];
}

/**
 * Returns the tree of all deployments. A pure function of its input.
 *
 * @param now in ms since the epoch
 * @param cache keeps the rows of deployments that haven't changed. Drop those whose `facts` have changed
 */
export function outline(
	listed: readonly ListedDeployment[],
	active: Deployment | undefined,
	now: number,
	facts: OutlineFacts = {},
	cache = new DeploymentCache<OutlineNode>(),
): OutlineNode[] {
	const several = listed.filter((one) => "saved" in one).length > 1;
	return listed.map((one) => {
		if (!("saved" in one)) return signedOutRow(one);
		const isActive = one === active;
		const draw = (deployment: Deployment): OutlineNode =>
			withOwnIds(
				openable(deploymentNode(deployment, { active: isActive, several, now, ...facts })),
				deployment.saved.key,
			);
		return cache.get(one, now, draw, isActive, several);
	});
}

interface NodeFacts extends OutlineFacts {
	readonly active: boolean;
	readonly several: boolean;
	readonly now: number;
}

function deploymentNode(deployment: Deployment, facts: NodeFacts): OutlineNode {
	const { saved, snapshot } = deployment;
	const { active, several, now } = facts;
	const { key, name, url, account } = saved;
	const problem = deploymentProblem(snapshot);
	const readAt = problem && lastReadAt(snapshot);
	const lastRead = readAt === undefined ? undefined : formatRecent(readAt, now);
	const version = snapshot.buildInfo.value?.version;
	const health = healthWords(healthTroubles(snapshot));
	const insecureBecause = facts.insecureBecause?.(url);
	const insecure = insecureBecause === undefined ? [] : [insecureSentence(insecureBecause)];
	const meant =
		several && active ? [t("Active deployment: used by the status bar and commands.")] : [];
	const sentences = [
		...meant,
		...(problem ? [problem.failure.message] : []),
		...(lastRead === undefined ? [] : [t("Last read: {0}.", lastRead)]),
		...(health === undefined ? [] : [t("Health: {0}.", health)]),
		...insecure,
	];
	return {
		id: key,
		deployment: key,
		label: name,
		description: [
			// First, so that a narrow view doesn't cut it off.
			several && active && t("active"),
			problem?.words,
			lastRead !== undefined && t("last read {0}", lastRead),
			!problem && health,
			insecureBecause !== undefined && t("certificate not verified"),
			version && shortVersion(version),
			accountName(account),
		]
			.filter(Boolean)
			.join(" · "),
		ended: problem?.icon === "account" || problem?.icon === "lock",
		words: [
			...(active ? [] : ["inactive"]),
			...(problem?.icon === "debug-disconnect" ? ["unreachable"] : []),
		],
		icon: problem ? problem.icon : active ? "server-environment" : "server",
		...(problem || health !== undefined || insecureBecause !== undefined
			? { tone: "warning" }
			: {}),
		tooltip: [
			url,
			...insecure,
			...meant,
			t("Signed in as {0}.", accountName(account)),
			...(problem ? [problem.failure.message, ...failureFacts(problem.failure)] : []),
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
			glanceSection(key, snapshot, { needs: facts.needs?.(deployment) ?? [], problem, now }),
			...(insecureBecause === undefined ? [] : [insecureRow(key, insecureBecause)]),
			...licenseWarningRows(key, deployment.server.warnings),
			...announcementRows(key, snapshot),
			...permittedSections(deployment, facts),
		],
	};
}

/** Returns the sections that this account can read, followed by a row that lists the others. */
function permittedSections(deployment: Deployment, facts: NodeFacts): readonly OutlineNode[] {
	const { now } = facts;
	const { saved, snapshot, server } = deployment;
	const { key } = saved;
	const sections = [
		healthSection(key, snapshot),
		buildSection(key, snapshot),
		updateSection(key, snapshot, facts.mutedUpdates?.(key)),
		experimentsSection(key, snapshot),
		statsSection(key, snapshot),
		sshSection(key, snapshot),
		sessionSection(key, snapshot, now),
		configurationSection(key, snapshot),
		...(isLicenseShown(snapshot) ? [licenseSection(key, snapshot, server.warnings, now)] : []),
		infrastructureSection(key, snapshot, now),
		...(facts.more ?? []).flatMap((section) => section(deployment, now) ?? []),
		...supportSection(key, snapshot),
	];
	return [
		...sections.filter(({ forbidden }) => forbidden === undefined),
		...notPermittedRow(
			key,
			snapshot,
			sections.filter(({ forbidden }) => forbidden !== undefined),
		),
	];
}
