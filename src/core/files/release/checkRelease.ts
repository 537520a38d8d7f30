import { t } from "../../base/l10n.ts";
import { releaseName } from "../../coder/release.ts";
import { oldestMeant } from "../../variables/releases.ts";
import { configProblems } from "../config/configProblems.ts";
import { optionsByPath } from "../config/configReference.ts";
import { configSettings } from "../config/configSettings.ts";
import type { ConfigText } from "../config/configText.ts";
import type { FileSetting } from "../setting.ts";
import { flagFinding } from "./flagFinding.ts";
import { nameFinding } from "./nameFinding.ts";
import type { Finding, ReleaseProblem } from "./releaseProblem.ts";
import type { ReleaseReference } from "./releaseReference.ts";
import { valueFindings } from "./valueFinding.ts";

/** The highest number of problems reported for a file. */
const mostProblems = 200;

/**
 * Checks the variables and flags that a file sets against a release: what it rejects, ignores, or calls by another name. Uses only
 * the bundled table.
 *
 * @param since the release that the file is written for
 */
export function checkVariables(
	settings: readonly FileSetting[],
	reference: ReleaseReference,
	since: number = oldestMeant,
): ReleaseProblem[] {
	const names = new Set(settings.map(({ name }) => name));
	const isSet = (name: string): boolean => names.has(name);
	const problems: ReleaseProblem[] = [];
	for (const setting of settings) {
		const { name } = setting;
		const isFlag = setting.source === "flag";
		const option = isFlag ? reference.options.find(setting.sets) : reference.byEnv.get(name);
		const findings: readonly (Finding | undefined)[] = [
			(isFlag ? flagFinding : nameFinding)(setting, reference, isSet),
			...(option ? valueFindings(setting, option, reference, since) : []),
		];
		for (const finding of findings) if (finding) problems.push(problemOf(name, finding, reference));
		if (problems.length >= mostProblems) break;
	}
	return problems.slice(0, mostProblems);
}

/** Checks a `coder server` configuration file, in which the server also rejects unknown keys. */
export function checkConfig(
	config: ConfigText,
	reference: ReleaseReference,
	since: number = oldestMeant,
): ReleaseProblem[] {
	const options = optionsByPath(reference);
	const keys = configProblems(config, reference).flatMap(({ kind, path, from, to, message }) =>
		kind === "twice"
			? []
			: [
					problemOf(
						path,
						{ kind: kind === "deprecated" ? kind : "refused", from, to, message },
						reference,
					),
				],
	);
	// If a key is repeated, the server uses the last one.
	const last = new Map(configSettings(config).map((setting) => [setting.name, setting]));
	const values = [...last.values()].flatMap((setting) => {
		const option = options.get(setting.name);
		const findings = option ? valueFindings(setting, option, reference, since) : [];
		return findings.map((finding) => problemOf(setting.name, finding, reference));
	});
	return [...keys, ...values].slice(0, mostProblems);
}

function problemOf(name: string, finding: Finding, { release }: ReleaseReference): ReleaseProblem {
	const message = t("{0}: {1}", releaseName(release), finding.message);
	return { ...finding, name, message };
}
