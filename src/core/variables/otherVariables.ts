import { elsewhereText } from "./elsewhere.ts";
import { numberedFamilies, numberedName } from "./numbered.ts";
import { otherKinds, type OtherKindId } from "./otherKinds.ts";
import { otherText } from "./otherTable.ts";

/** Variables of Coder that are no options of the server, by who reads or sets them. */
export interface OtherUse {
	/** One sentence for people. */
	readonly says: string;
	/** The page in Coder's documentation. */
	readonly page: string;
	/** The name that replaces it, where it is an old one. */
	readonly useInstead?: string;
	/** True for a name of which only the beginning is known. */
	readonly family: boolean;
	/** True where the rest of a family's name is for people to choose, such as a parameter's name. */
	readonly chosen?: boolean;
}

const docs = "https://coder.com/docs";

/** Old names outside the options, and what the server's own warning says to use. */
const successors: ReadonlyMap<string, string> = new Map([
	["CODER_TLS_REDIRECT_HTTP", "CODER_REDIRECT_TO_ACCESS_URL"],
]);

/** By whole name with `CODER_`. */
const byName = new Map<string, OtherKindId>();
/** Beginnings of names; the longest is meant. */
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

/** What a variable is that is no option of the server; nothing for a name that Coder does not know. */
export function otherUse(name: string): OtherUse | undefined {
	const numbered = numberedName(name);
	if (numbered) {
		const { family, number, key } = numbered;
		const { says, page, renamed } = family;
		return {
			says: says(),
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
	const { says, page } = otherKinds[kind];
	const useInstead = successors.get(name);
	return {
		says: says(),
		page: page === "" ? docs : `${docs}/${page}`,
		family: family !== undefined,
		...(family?.chosen && { chosen: true }),
		...(useInstead && { useInstead }),
	};
}

/** All whole names that are no options of the server, with the number 0 where there is one, old names left out. */
export function otherNames(): string[] {
	return [
		...[...byName.keys()].filter((name) => !successors.has(name)),
		...numberedFamilies
			.filter(({ renamed }) => renamed === undefined)
			.flatMap(({ beginning, keys }) => keys.map((key) => `${beginning}0_${key}`)),
	];
}
