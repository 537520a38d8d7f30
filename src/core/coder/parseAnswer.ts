import * as z from "zod/mini";
import type { JsonValue } from "../base/json.ts";
import type { Answers, EndpointId } from "./model.ts";
import { schemas } from "./schemas.ts";

type Parsed<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly field: string };

/** Reads a body by the endpoint's schema; never throws, whatever the body is. */
export function parseAnswer<K extends EndpointId>(id: K, body: JsonValue): Parsed<Answers[K]> {
	try {
		const result = z.safeParse(schemas[id], body);
		if (result.success) return { ok: true, value: result.data };
		return { ok: false, field: fieldPath(result.error.issues[0]?.path ?? []) };
	} catch {
		// Only nesting deeper than the stack gets here.
		return { ok: false, field: fieldPath([]) };
	}
}

/** `options[3].name`; the whole body is called `(body)`. */
function fieldPath(path: readonly PropertyKey[]): string {
	const text = path
		.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
		.join("")
		.replace(/^\./, "");
	return text === "" ? "(body)" : text;
}
