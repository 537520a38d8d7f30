import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { HealthMessage, HealthReport, HealthSeverity } from "../coder/healthModel.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { docsOfCode } from "../health/codeDocs.ts";
import { healthLines, healthTroubles, type HealthLine } from "../health/health.ts";
import {
	explainCode,
	lineWords,
	partMeaning,
	partName,
	severityWord,
	troubleWords,
} from "../health/words.ts";
import type { OutlineNode, Tone } from "./node.ts";
import { section } from "./section.ts";

/** Returns the section with the server's health check: a row for each part, worst first. */
export function healthSection(parent: string, snapshot: Snapshot): OutlineNode {
	const report = snapshot.health.value;
	const [worst, ...others] = healthTroubles(snapshot);
	return section({
		parent,
		name: "health",
		label: t("Health"),
		icon: "heart",
		snapshot,
		from: ["health", "healthSettings"],
		description: worst
			? [
					troubleWords(worst),
					...(others.length === 0 ? [] : [t("{0} more", formatCount(others.length))]),
				].join(" · ")
			: t("Healthy"),
		more: {
			words: ["health"],
			...(report?.time === undefined ? {} : { at: report.time }),
			...(worst ? toneOf(worst.severity) : {}),
		},
		tooltip: [
			t(
				"Results of the server's latest health check. The server keeps a report for several minutes.",
			),
		],
		rows: (id) =>
			report
				? healthLines(report, snapshot.healthSettings.value).map((line) =>
						lineRow(id, line, report),
					)
				: [],
	});
}

function toneOf(severity: HealthSeverity): { readonly tone?: Tone } {
	switch (severity) {
		case "error":
			return { tone: "bad" };
		case "warning":
			return { tone: "warning" };
		default:
			return {};
	}
}

const icons: Readonly<Record<HealthSeverity, string>> = {
	ok: "pass",
	warning: "warning",
	error: "error",
	unknown: "question",
};

function lineRow(parent: string, line: HealthLine, report: HealthReport): OutlineNode {
	const { id, severity, dismissed, messages, follows } = line;
	const words = [lineWords(line), ...numbers(line, report)].join(" · ");
	const quiet = dismissed || follows;
	const code = messages[0]?.code;
	const explained = explainCode(code);
	const advice =
		line.fact !== undefined || follows
			? factAdvice(line)
			: id === "websocket" && report.parts.database?.severity === "error"
				? t("Fix the database first. While it's slow, WebSocket connections fail, too.")
				: explained?.advice;
	const state = dismissed ? t("dismissed") : severityWord(severity);
	const link = severity === "ok" ? undefined : docsOfCode(code);
	const label = partName(id);
	return {
		id: `${parent}/${id}`,
		label,
		description: dismissed && severity !== "ok" ? t("{0} · dismissed", words) : words,
		icon: dismissed ? "bell-slash" : icons[severity],
		tone: quiet ? "muted" : severity === "ok" ? "good" : (toneOf(severity).tone ?? "muted"),
		tooltip: [
			partMeaning(id),
			...(advice === undefined ? [] : [t("What to do: {0}", advice)]),
			...messages.map(messageText),
			...(link === undefined ? [] : [t("Documentation: {0}", link)]),
			...(dismissed ? [t("An administrator dismissed this check on the server.")] : []),
		],
		spoken: [`${label}: ${state === words ? words : `${state}. ${words}`}.`, advice]
			.filter(Boolean)
			.join(" "),
		copy: [`${label}: ${words}`, ...messages.map(messageText)].join("\n"),
		...(link === undefined ? {} : { url: link }),
		...((messages.length > 1 || explained) && severity !== "ok"
			? {
					children: messages.map((message, index) =>
						messageRow(`${parent}/${id}`, index, message, lineWords(line)),
					),
				}
			: {}),
	};
}

function factAdvice({ fact, follows }: HealthLine): string | undefined {
	if (fact === "strangerAnswered") {
		return t(
			"Make sure that the server can reach its access URL without a sign-in page or proxy page in between.",
		);
	}
	if (fact === "allProxiesDown")
		return t("Check the proxies. Coder reports this only as a warning.");
	return follows ? t("Fix the access URL first.") : undefined;
}

function numbers({ id }: HealthLine, report: HealthReport): string[] {
	const { databaseLatencyMs: latency, databaseThresholdMs: threshold } = report;
	if (id !== "database" || latency === undefined || threshold === undefined) return [];
	return [t("{0} of {1} ms", formatCount(latency), formatCount(threshold))];
}

/** Returns the server's own message, after its code. */
function messageText({ code, text }: HealthMessage): string {
	return code === undefined ? text : `${code}: ${text}`;
}

/** @param said what the row above already shows */
function messageRow(
	parent: string,
	index: number,
	message: HealthMessage,
	shownAbove: string,
): OutlineNode {
	const explained = explainCode(message.code);
	const link = docsOfCode(message.code);
	const title = explained?.title ?? message.code;
	return {
		id: `${parent}/message/${index}`,
		label: title === undefined || title === shownAbove ? t("Details") : title,
		description: message.text,
		icon: "circle-small",
		tooltip: [
			messageText(message),
			...(explained ? [t("What to do: {0}", explained.advice)] : []),
			...(link === undefined ? [] : [t("Documentation: {0}", link)]),
		],
		copy: messageText(message),
		...(link === undefined ? {} : { url: link }),
	};
}
