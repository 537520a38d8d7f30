import { shorten } from "../base/shorten.ts";
import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { showSecret, showValue } from "../options/optionText.ts";
import { stateOf, type Snapshot } from "../deployments/slot.ts";
import { referenceOf } from "../coder/docs.ts";
import { Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";
import type { Ruling } from "./rule.ts";
import { rules } from "./rules.ts";
import { severities } from "./severity.ts";

/** The maximum length of a shown value, in characters. */
const longestValue = 500;

/**
 * Applies all rules to a deployment. Nothing leaves this machine.
 *
 * @returns the findings, most important first, or `undefined` while the configuration isn't readable
 */
export function findingsOf(snapshot: Snapshot): readonly Finding[] {
	const config = snapshot.deploymentConfig.value;
	const state = stateOf(snapshot.deploymentConfig);
	if (!config || (state !== "ready" && state !== "stale")) return [];
	const facts = new Facts(config, snapshot);
	const findings = rules.flatMap((rule) =>
		rule.find(facts).map((ruling) => toFinding(rule.id, ruling, facts)),
	);
	return severities.flatMap((severity) => findings.filter((one) => one.severity === severity));
}

function toFinding(rule: string, ruling: Ruling, facts: Facts): Finding {
	const { severity, title, meaning, advice, option, also = [], upgradeTo } = ruling;
	const options = [option, ...also].filter((one) => one !== undefined);
	const link = ruling.link ?? (option && referenceOf(option));
	return {
		rule,
		severity,
		title,
		meaning,
		value: shorten(ruling.value ?? shownValues(options, facts), longestValue),
		advice,
		options: options.map(({ id }) => id),
		...(link !== undefined && { link }),
		...(upgradeTo !== undefined && { upgradeTo }),
	};
}

function shownValues(options: readonly DeploymentOption[], facts: Facts): string {
	const [only, ...others] = options.map(
		(option) => [option.name, shownValue(option, facts)] as const,
	);
	if (!only) return "";
	if (others.length === 0) return only[1];
	return [only, ...others].map(([name, value]) => t("{0} = {1}", name, value)).join("; ");
}

function shownValue(option: DeploymentOption, { sourcesReported }: Facts): string {
	const shown = option.secret
		? showSecret(option, sourcesReported)
		: showValue(option, option.value);
	return shown.lines.join(", ");
}
