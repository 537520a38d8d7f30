import * as z from "zod/mini";
import { answerBounds, ExcessError, type Bounds } from "../base/bounds.ts";
import { checkValue } from "../base/checkValue.ts";
import type { JsonValue } from "../base/json.ts";
import type { Answers, EndpointId } from "./model.ts";
import { schemas } from "./schemas.ts";

type Parsed<T> =
	| { readonly ok: true; readonly value: T }
	| {
			readonly ok: false;
			/** The location of the unexpected value. */
			readonly field: string;
			/** The exceeded limit, in a sentence. */
			readonly excess?: string;
	  };

/**
 * Parses a body by the endpoint's schema if it is within the limits. Never throws. After this, nothing is nested too
 * deeply for the stack, and no number, text, or list takes long to process.
 */
export function parseAnswer<K extends EndpointId>(
	id: K,
	body: JsonValue,
	bounds: Bounds = answerBounds,
): Parsed<Answers[K]> {
	try {
		checkValue(body, bounds);
		const result = z.safeParse(schemas[id], body);
		if (result.success) return { ok: true, value: result.data };
		return { ok: false, field: fieldPath(result.error.issues[0]?.path ?? []) };
	} catch (error) {
		const field = fieldPath([]);
		return error instanceof ExcessError
			? { ok: false, field, excess: error.message }
			: { ok: false, field };
	}
}

/** Formats a location, such as `options[3].name`; the entire body is `(body)`. */
function fieldPath(path: readonly PropertyKey[]): string {
	const text = path
		.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
		.join("")
		.replace(/^\./, "");
	return text === "" ? "(body)" : text;
}
