import { sampleTokens, type TokenName } from "../auth/accounts.ts";
import { isEndpointId } from "../endpoints/endpointId.ts";
import type { FaultPlace } from "../faults/faults.ts";
import type { JsonValue } from "../json.ts";

/** The word that a query gives for `name`, which must be one of `words`; `otherwise` if it is left out. */
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

/** Where a fault is to strike, everywhere if the query does not say. */
export function readPlace(query: URLSearchParams): FaultPlace {
	const at = query.get("at") ?? "all";
	if (at !== "all" && !isEndpointId(at)) {
		throw new Error(`there is no endpoint "${at}"`);
	}
	return at;
}

/** The sample token that a query names, the owner's if it names none. */
export function readToken(query: URLSearchParams): TokenName {
	return readWord(query, "token", Object.keys(sampleTokens) as TokenName[], "owner");
}

/** Items between commas. */
export function readList(query: URLSearchParams, name: string): string[] {
	return (query.get(name) ?? "").split(",").filter((item) => item !== "");
}

/** A JSON value; text that is no JSON stands for itself, so that words need no quotes. */
export function readJson(text: string): JsonValue {
	try {
		return JSON.parse(text) as JsonValue;
	} catch {
		return text;
	}
}
