import type { Build, Configuration, Experiments, Option, Statistics, Update } from "../../api.ts";
import { readExperiments } from "../coder/experimentList.ts";
import type { Int } from "../base/int.ts";
import type {
	BuildInfo,
	DeploymentConfig,
	DeploymentOption,
	DeploymentStats,
	NamedCount,
	UpdateCheck,
} from "../coder/model.ts";
import { isEmptyValue, settingText } from "../coder/optionValue.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { buildKind, readUpdate } from "../coder/updateState.ts";

/** Converts the server's build. */
export function toBuild(build: BuildInfo): Build {
	const { version, externalUrl, dashboardUrl, deploymentId } = build;
	const { agentApiVersion, provisionerApiVersion } = build;
	return omitUndefined({
		version,
		kind: buildKind(version),
		source: externalUrl,
		dashboardUrl,
		deploymentId,
		agentApiVersion,
		provisionerApiVersion,
	});
}

/** Converts the update check. */
export function toUpdate(check: UpdateCheck, build: BuildInfo | undefined): Update {
	const state = readUpdate(check, build);
	switch (state.kind) {
		case "unknown":
		case "notChecked":
			return { state: "notChecked" };
		default:
			return { state: state.kind, latest: state.latest, url: state.url };
	}
}

/** Converts the experiments. Omits whether the server knows them. */
export function toExperiments(
	enabled: readonly string[],
	safe: readonly string[] | undefined,
): Experiments {
	const { list } = readExperiments(enabled, safe, undefined, undefined);
	const names = (wanted: string): string[] =>
		list.filter(({ state }) => state === wanted).map(({ name }) => name);
	return { enabled: names("enabled"), available: names("available") };
}

/** Converts the statistics. */
export function toStatistics(stats: DeploymentStats): Statistics {
	return omitUndefined({
		collectedAt: stats.collectedAt,
		from: stats.aggregatedFrom,
		workspaces: numbers(stats.workspaces),
		sessions: numbers(stats.sessions),
		latencyP50Ms: stats.latencyP50Ms,
		latencyP95Ms: stats.latencyP95Ms,
		bytesToWorkspaces: number(stats.rxBytes),
		bytesFromWorkspaces: number(stats.txBytes),
	});
}

/** Converts the options, without values of secrets. */
export function toConfiguration({ options }: DeploymentConfig): Configuration {
	return { options: options.map(toOption) };
}

function toOption(option: DeploymentOption): Option {
	const { id, name, description, flag, env, secret, valueSource, value } = option;
	return omitUndefined({
		id,
		name,
		description,
		flag,
		env,
		yaml: option.yamlPath?.join("."),
		groups: option.groups.map((group) => group.name),
		value: secret || isEmptyValue(value) ? undefined : settingText(option, value),
		default: secret ? undefined : option.default,
		source: valueSource,
		secret,
		useInstead: option.useInstead.map((successor) => successor.id),
	});
}

function numbers(counts: readonly NamedCount[]): Record<string, number> {
	return Object.fromEntries(counts.map(({ name, count }) => [name, Number(count)]));
}

function number(value: Int | undefined): number | undefined {
	return value === undefined ? undefined : Number(value);
}
