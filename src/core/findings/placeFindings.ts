import type { YamlPlace, YamlText } from "../export/yamlPlaces.ts";
import type { Finding } from "./finding.ts";

/** A finding at its position in a written YAML file. */
export interface PlacedFinding {
	readonly finding: Finding;
	/** The option at whose key it is shown. */
	readonly option: string;
	readonly place: YamlPlace;
	/** The other relevant options in the file. */
	readonly others: readonly { readonly option: string; readonly place: YamlPlace }[];
}

/** Finds the positions of findings: the first of their options in the file, possibly in a comment. */
export function placeFindings(
	findings: readonly Finding[],
	{ places }: Pick<YamlText, "places">,
): readonly PlacedFinding[] {
	return findings.flatMap((finding) => {
		const [first, ...others] = finding.options.flatMap((option) => {
			const place = places.get(option);
			return place ? [{ option, place }] : [];
		});
		return first ? [{ finding, ...first, others }] : [];
	});
}
