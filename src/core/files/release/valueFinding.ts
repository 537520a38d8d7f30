import { t } from "../../base/l10n.ts";
import { nameSome } from "../../base/nameSome.ts";
import { plainText } from "../../base/plainText.ts";
import { shorten } from "../../base/shorten.ts";
import type { JsonValue } from "../../base/json.ts";
import type { DeploymentOption } from "../../coder/model.ts";
import { releaseName } from "../../coder/release.ts";
import { refusalIn } from "../../upgrade/refusals.ts";
import { refusalText } from "../../upgrade/refusalText.ts";
import { chartRule } from "../../export/helmChart.ts";
import { optionHistories } from "../../releases/options.ts";
import { acceptsSentence } from "../accepts.ts";
import type { FileSetting } from "../setting.ts";
import type { Finding } from "./releaseProblem.ts";
import type { ReleaseReference } from "./releaseReference.ts";

/** The most characters of a word from a file, such as the name of an experiment, in a message. */
const longestName = 60;

/**
 * Checks the value of an option against a release, which may reject it, ignore it, or read it differently than before.
 *
 * @param since the release that the file is written for
 */
export function valueFindings(
	setting: FileSetting,
	option: DeploymentOption,
	reference: ReleaseReference,
	since: number,
): Finding[] {
	const value = option.secret ? undefined : setting.read?.(option, reference.version);
	const found = [
		fatal(setting, option, value, reference),
		refused(setting, option, value, reference),
		ignoredExperiments(setting, option, value, reference),
		setByChart(setting, reference),
		changedType(setting, option, reference, since),
		emptyVariable(setting, option, reference, since),
	];
	return found.filter((one) => one !== undefined);
}

function fatal(
	{ source, nameSpan, value: { from, to } }: FileSetting,
	{ id }: DeploymentOption,
	value: JsonValue | undefined,
	{ release }: ReleaseReference,
): Finding | undefined {
	const refusal = refusalIn(release, {
		id,
		valueSource: source,
		...(value !== undefined && { value }),
	});
	if (!refusal) return undefined;
	const shown =
		refusal.kind === "ssh" ? { ...refusal, names: refusal.names.map(shownName) } : refusal;
	const span = refusal.kind === "ssh" ? { from, to } : nameSpan;
	return { ...span, kind: "refused", message: refusalText(shown) };
}

function refused(
	{ name, source, read, text, value: { from, to } }: FileSetting,
	option: DeploymentOption,
	value: JsonValue | undefined,
	{ version }: ReleaseReference,
): Finding | undefined {
	// For configuration files, these are reported together with their keys.
	if (source === "yaml" || option.secret || !read || value !== undefined) return undefined;
	return { from, to, kind: "refused", message: acceptsSentence(option, name, text ?? "", version) };
}

/** Lists unknown experiments, which the server logs and ignores. */
function ignoredExperiments(
	{ value: { from, to } }: FileSetting,
	{ id }: DeploymentOption,
	value: JsonValue | undefined,
	{ experiments }: ReleaseReference,
): Finding | undefined {
	if (id !== "CODER_EXPERIMENTS" || !Array.isArray(value)) return undefined;
	const names = value.map(String).filter((one) => one !== "*" && one.trim() !== "");
	const ignored = names.filter((one) => !experiments.includes(one.toLowerCase()));
	if (ignored.length === 0) return undefined;
	const message = t("Coder ignores these experiments: {0}.", nameSome(ignored.map(shownName)));
	return { from, to, kind: "ignored", message };
}

function setByChart(
	{ name, nameSpan, value }: FileSetting,
	{ version }: ReleaseReference,
): Finding | undefined {
	if (value.helm !== true || chartRule(name, version) !== "always") return undefined;
	const message = t("Coder's Helm chart already sets {0}. Remove it from coder.env.", name);
	return { ...nameSpan, kind: "chart", message };
}

function changedType(
	{ name, nameSpan }: FileSetting,
	{ id }: DeploymentOption,
	{ release }: ReleaseReference,
	since: number,
): Finding | undefined {
	const track = optionHistories().get(id)?.tracks.type ?? [];
	const index = track.findLastIndex(([from]) => from > since && from <= release);
	const [at, to] = track[index] ?? [];
	const [, before] = track[index - 1] ?? [];
	if (at === undefined || to === undefined || before === undefined) return undefined;
	const message = t(
		"The type of {0} changed from {1} to {2} in {3}.",
		name,
		before,
		to,
		releaseName(at),
	);
	return { ...nameSpan, kind: "changed", message };
}

/** The first release in which an empty variable sets an empty value. */
const emptyCounts = 34;

function emptyVariable(
	{ text, source, value: { from, to }, nameSpan }: FileSetting,
	option: DeploymentOption,
	{ release }: ReleaseReference,
	since: number,
): Finding | undefined {
	const isOtherwise = since < emptyCounts && release >= emptyCounts;
	if (source !== "env" || text !== "" || !isOtherwise || option.secret) return undefined;
	if (option.default === undefined) return undefined;
	const message = t(
		"Coder reads this as an empty value. Up to {0}, it used the default.",
		releaseName(emptyCounts - 1),
	);
	return { ...(from < to ? { from, to } : nameSpan), kind: "changed", message };
}

/** Makes a word from a file safe to show in a message. */
function shownName(name: string): string {
	return shorten(plainText(name), longestName);
}
