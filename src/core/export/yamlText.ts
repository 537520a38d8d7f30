import { t } from "../base/l10n.ts";
import type { DeploymentConfig } from "../coder/model.ts";
import type { ExportChoices, ExportFacts } from "./choices.ts";
import { chosenOptions } from "./chosenOptions.ts";
import { envContext } from "./envEntries.ts";
import { headerSentences } from "./header.ts";
import type { YamlText } from "./yamlPlaces.ts";
import { yamlTree } from "./yamlTree.ts";
import { YamlWriter } from "./yamlWriter.ts";

/**
 * Writes a file for `coder server --config`, by the rules of Coder's own `--write-config`. Options without a YAML key
 * follow as comments.
 */
export function yamlText(
	config: Pick<DeploymentConfig, "options">,
	facts: ExportFacts,
	choices: ExportChoices,
): YamlText {
	const chosen = chosenOptions(config, choices);
	const { keys, others } = yamlTree(chosen);
	const writer = new YamlWriter();
	writer.comment(headerSentences(facts, choices).join("\n"));
	writer.comment(
		t("For `coder server --config`. Flags and environment variables take precedence."),
	);
	writer.line("");
	const nodes = keys.map((key) => writer.key(key, 0));
	// The server rejects a file that contains only comments.
	if (keys.length === 0) writer.line("{}");
	if (others.length > 0) nodes.push(writer.others(others, envContext(chosen, facts.version)));
	return { text: writer.text, nodes, places: writer.places };
}
