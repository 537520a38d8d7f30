import type { DeploymentOption } from "../coder/model.ts";
import type { Release } from "../coder/release.ts";
import { isSet } from "../options/optionFacts.ts";
import { droppedIn } from "./droppedNames.ts";
import { refusalIn } from "./refusals.ts";

/** An option, and how it is set: a flag, a variable, a path in YAML, or a value. */
export interface NamedOption {
	readonly option: DeploymentOption;
	readonly name: string;
}

/** What the next release doesn't accept of a configuration. */
export interface NextRelease {
	/** What keeps it from starting. */
	readonly refused: readonly NamedOption[];
	/** Options that are set by variables that it ignores. */
	readonly ignored: readonly NamedOption[];
}

/** Compares a configuration with the release after `running`. Doesn't need the table of all releases. */
export function nextRelease(options: readonly DeploymentOption[], running: Release): NextRelease {
	const dropped = droppedIn(running + 1);
	const [gone, unread] = [new Set(dropped.options), new Set(dropped.yaml)];
	const refused: NamedOption[] = [];
	const ignored: NamedOption[] = [];
	for (const option of options) {
		const { id, flag = "", env = id, yamlPath = [], valueSource } = option;
		const refusal = refusalIn(running, option) ? undefined : refusalIn(running + 1, option);
		if (refusal)
			refused.push({ option, name: refusal.kind === "ssh" ? refusal.names.join(", ") : env });
		else if (!isSet(option)) continue;
		else if (valueSource === "yaml" && yamlPath.length > 0 && (gone.has(id) || unread.has(id)))
			refused.push({ option, name: yamlPath.join(".") });
		else if (valueSource === "flag" && flag !== "" && gone.has(id))
			refused.push({ option, name: `--${flag}` });
		else if (gone.has(id)) ignored.push({ option, name: env });
	}
	return { refused, ignored };
}
