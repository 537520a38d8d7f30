import { sampleTokens, type TokenName } from "../auth/accounts.ts";
import { isEndpointId } from "../endpoints/endpointId.ts";
import type { FaultPlace } from "../faults/faults.ts";
import type { JsonValue } from "../json.ts";

/** Returns the word that a query has for `name`, which must be one of `words`; `otherwise` if it's missing. */
export function readWord<T extends string>(
	query: URLSearchParams,
	name: string,
	words: readonly T[],
	otherwise?: T,
): T {
	const given = query.get(name) ?? otherwise;
	const word = words.find((one) => one === given);
	if (word === undefined) {
		throw new Error(`${name} must be one of ${words.join(", ")}`);
	}
	return word;
}

/** Returns the place of a fault, which is everywhere by default. */
export function readPlace(query: URLSearchParams): FaultPlace {
	const at = query.get("at") ?? "all";
	if (at !== "all" && !isEndpointId(at)) {
		throw new Error(`there is no endpoint "${at}"`);
	}
	return at;
}

/** Returns the sample token in a query; the owner's by default. */
export function readToken(query: URLSearchParams): TokenName {
	return readWord(query, "token", Object.keys(sampleTokens) as TokenName[], "owner");
}

/** Returns comma-separated items. */
export function readList(query: URLSearchParams, name: string): string[] {
	return (query.get(name) ?? "").split(",").filter((item) => item !== "");
}

/** Parses JSON; any other text is returned as a string, so that words don't need quotes. */
export function readJson(text: string): JsonValue {
	try {
		return JSON.parse(text) as JsonValue;
	} catch {
		return text;
	}
}
