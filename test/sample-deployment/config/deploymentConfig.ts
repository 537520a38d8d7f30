import { companySettings, externalAuth } from "../data/company.ts";
import type { JsonObject } from "../json.ts";
import type { ServerVersion } from "../versions.ts";
import { configTree } from "./configTree.ts";
import { extraOptions } from "./extraOptions.ts";
import { factsOf } from "./factsOf.ts";
import { optionsJson } from "./optionJson.ts";
import { withRuntimeDefault } from "./runtimeDefaults.ts";
import { OptionValues, type Setting } from "./settings.ts";

/** What determines the values of a deployment's options. */
export interface ConfigInput {
	readonly version: ServerVersion;
	/** If false, everything has its default. */
	readonly configured: boolean;
	/** Settings in addition to the organization's; the last one wins. */
	readonly changes: readonly Setting[];
	/** Number of generated options to append. */
	readonly extra: number;
}

/** Returns the live values of all options. */
export function optionValues(input: ConfigInput): OptionValues {
	const { version } = input;
	const settings: Setting[] = [];
	if (input.configured) {
		const providers = externalAuth(version.level);
		settings.push(...companySettings);
		settings.push({ option: "external-auth-providers", value: providers, source: null });
	}
	settings.push(...input.changes);
	const facts = [...factsOf(version), ...extraOptions(input.extra)];
	return new OptionValues(
		facts.map((fact) => withRuntimeDefault(fact, version, settings)),
		settings,
		version.level >= 18,
	);
}

/** Returns the body of GET /deployment/config. */
export function deploymentConfig(values: OptionValues): JsonObject {
	return { config: configTree(values), options: optionsJson(values) };
}
