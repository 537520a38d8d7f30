import type { YamlPlace, YamlText } from "../export/yamlPlaces.ts";
import type { Finding } from "./finding.ts";

/** A finding at its place in a written YAML file. */
export interface PlacedFinding {
	readonly finding: Finding;
	/** The option at whose key it is shown. */
	readonly option: string;
	readonly place: YamlPlace;
	/** The other options that it is about, where they stand in the file. */
	readonly others: readonly { readonly option: string; readonly place: YamlPlace }[];
}

/** Finds the places of findings: the first of its options that stands in the file, be it in a comment. */
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
