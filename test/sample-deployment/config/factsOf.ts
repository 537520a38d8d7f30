import { allOptions } from "../data/allOptions.ts";
import { formerFacts } from "../data/formerFacts.ts";
import type { ServerVersion } from "../versions.ts";
import { optionKey, type OptionFact } from "./optionFact.ts";

/** Returns the options of a server version, in declaration order. */
export function factsOf(version: ServerVersion): OptionFact[] {
	return allOptions
		.filter((fact) => (fact.since ?? 3) <= version.level && version.level < (fact.until ?? 99))
		.map((fact) => (version.level <= 15 ? asFormerly(fact) : fact))
		.map((fact) => withRelease(fact, version.release));
}

function asFormerly(fact: OptionFact): OptionFact {
	const former = formerFacts.find(({ option }) => option === optionKey(fact));
	if (!former) {
		return fact;
	}
	const changed = { ...fact, ...former.with };
	for (const field of former.without ?? []) {
		// eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the field must be absent
		delete changed[field];
	}
	return changed;
}

function withRelease(fact: OptionFact, release: string): OptionFact {
	return fact.default?.includes("{release}")
		? { ...fact, default: fact.default.replace("{release}", release) }
		: fact;
}
