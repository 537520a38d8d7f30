import type { SavedDeployment } from "../deployments/deployment.ts";
import { formatMoment } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { escapeMarkdown, markdownUrl } from "../base/markdown.ts";
import { shortVersion } from "../coder/updateState.ts";
import type { Finding, Findings } from "./finding.ts";
import { countSeverities, severities, severityLabel } from "./severity.ts";

/** The facts in a report, in addition to the findings. */
export interface ReportHead {
	readonly deployment: Pick<SavedDeployment, "name" | "url">;
	readonly version: string | undefined;
	/** When the configuration was read, in ms since the epoch. */
	readonly at: number | undefined;
}

/** Formats the findings in Markdown. Contains no account, secret, or token. */
export function findingsReport(
	{ deployment, version, at }: ReportHead,
	{ shown, muted }: Findings,
): string {
	const facts: readonly (readonly [string, string | undefined])[] = [
		[t("URL"), markdownUrl(deployment.url)],
		[t("Version"), version && escapeMarkdown(shortVersion(version))],
		[t("Read"), at === undefined ? undefined : escapeMarkdown(formatMoment(at))],
		[t("Findings"), escapeMarkdown(countSeverities(shown) || t("None"))],
		[t("Muted"), muted.length === 0 ? undefined : escapeMarkdown(mutedRules(muted))],
	];
	return [
		`# ${escapeMarkdown(t("Findings for {0}", deployment.name))}`,
		"",
		...facts.flatMap(([name, value]) =>
			value === undefined ? [] : [`- ${escapeMarkdown(name)}: ${value}`],
		),
		"",
		...severities.flatMap((severity) => {
			const some = shown.filter((finding) => finding.severity === severity);
			if (some.length === 0) return [];
			return [`## ${escapeMarkdown(severityLabel(severity))}`, "", ...some.flatMap(paragraphs)];
		}),
	].join("\n");
}

function paragraphs({ title, meaning, value, advice, options, rule, link }: Finding): string[] {
	const details: readonly (readonly [string, string])[] = [
		[t("Value"), escapeMarkdown(value)],
		[t("Options"), options.map(codeSpan).join(", ")],
		[t("What to do"), escapeMarkdown(advice)],
		[t("Rule"), codeSpan(rule)],
		[t("Documentation"), link === undefined ? "" : markdownUrl(link)],
	];
	return [
		`### ${escapeMarkdown(title)}`,
		"",
		escapeMarkdown(meaning),
		"",
		...details
			.filter(([, text]) => text !== "")
			.map(([name, text]) => `- ${escapeMarkdown(name)}: ${text}`),
		"",
	];
}

/** Formats a name as inline code. Nothing in the name can end it. */
function codeSpan(name: string): string {
	return /^[\w.-]+$/.test(name) ? `\`${name}\`` : escapeMarkdown(name);
}

function mutedRules(muted: readonly Finding[]): string {
	return t("{0} ({1})", muted.length, [...new Set(muted.map(({ rule }) => rule))].join(", "));
}
