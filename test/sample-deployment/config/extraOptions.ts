import type { GroupId } from "../data/groups.ts";
import type { OptionFact, OptionType } from "./optionFact.ts";

const groups: readonly GroupId[] = ["networking/http", "introspection/logging", "client", "email"];
const kinds: readonly (readonly [OptionType, string])[] = [
	["string", "sample"],
	["bool", "true"],
	["int", "42"],
	["duration", "1h30m0s"],
	["strings", "one,two,three"],
];

/** Returns `count` generated options of mixed types and groups, to measure clients with long lists. */
export function extraOptions(count: number): OptionFact[] {
	return Array.from({ length: count }, (_, index) => {
		const [type, text] = kinds[index % kinds.length]!;
		const number = String(index + 1);
		return {
			name: `Sample Option ${number}`,
			flag: `sample-option-${number}`,
			env: `CODER_SAMPLE_OPTION_${number}`,
			yaml: `sampleOption${number}`,
			group: groups[index % groups.length]!,
			type,
			default: text,
			config: `sample.option_${number}`,
			description: `Made-up option ${number} of a deployment with a very long configuration.`,
		};
	});
}
