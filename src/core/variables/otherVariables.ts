import { elsewhereText } from "./elsewhere.ts";
import { numberedFamilies, numberedName } from "./numbered.ts";
import { otherKinds, type OtherKindId } from "./otherKinds.ts";
import { otherText } from "./otherTable.ts";

/** A Coder variable that isn't a server option, described by the program that reads or sets it. */
export interface OtherUse {
	/** A sentence that describes it. */
	readonly description: string;
	/** The page in Coder's documentation. */
	readonly page: string;
	/** The name that replaces it, if it is deprecated. */
	readonly useInstead?: string;
	/** Whether only the beginning of the name is known. */
	readonly family: boolean;
	/** Whether users choose the rest of the family's name, such as the name of a parameter. */
	readonly chosen?: boolean;
}

const docs = "https://coder.com/docs";

/** Deprecated names that aren't options, and the replacements from the server's own warnings. */
const successors: ReadonlyMap<string, string> = new Map([
	["CODER_TLS_REDIRECT_HTTP", "CODER_REDIRECT_TO_ACCESS_URL"],
]);

/** By full name, including `CODER_`. */
const byName = new Map<string, OtherKindId>();
/** Beginnings of names. The longest match applies. */
const families: {
	readonly beginning: string;
	readonly kind: OtherKindId;
	readonly chosen: boolean;
}[] = [];
for (const line of `${otherText}\n${elsewhereText}`.split("\n")) {
	const [kind, ...names] = line.split(" ") as [OtherKindId, ...string[]];
	for (const name of names) {
		const whole = `CODER_${name.replace(/[*?]$/, "")}`;
		if (whole.endsWith("_")) families.push({ beginning: whole, kind, chosen: name.endsWith("?") });
		else byName.set(whole, kind);
	}
}
families.sort((a, b) => b.beginning.length - a.beginning.length);

/** Describes a variable that isn't a server option; undefined for a name that Coder doesn't use. */
export function otherUse(name: string): OtherUse | undefined {
	const numbered = numberedName(name);
	if (numbered) {
		const { family, number, key } = numbered;
		const { description, page, renamed } = family;
		return {
			description: description(),
			page: `${docs}/${page}`,
			family: !family.keys.includes(key),
			...(renamed && { useInstead: renamed + number + key }),
		};
	}
	const whole = byName.get(name);
	const family = whole
		? undefined
		: families.find(({ beginning }) => name.startsWith(beginning) && name !== beginning);
	const kind = whole ?? family?.kind;
	if (!kind || name.endsWith("_")) return undefined;
	const { description, page } = otherKinds[kind];
	const useInstead = successors.get(name);
	return {
		description: description(),
		page: page === "" ? docs : `${docs}/${page}`,
		family: family !== undefined,
		...(family?.chosen && { chosen: true }),
		...(useInstead && { useInstead }),
	};
}

/**
 * Returns all full names that aren't server options, with 0 as their number if they have one, without deprecated names.
 */
export function otherNames(): string[] {
	return [
		...[...byName.keys()].filter((name) => !successors.has(name)),
		...numberedFamilies
			.filter(({ renamed }) => renamed === undefined)
			.flatMap(({ beginning, keys }) => keys.map((key) => `${beginning}0_${key}`)),
	];
}
