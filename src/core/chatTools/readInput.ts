import type * as z from "zod/mini";
import { t } from "../base/l10n.ts";
import { shorten } from "./texts.ts";

/** The inputs of a tool by name. The error of each schema describes what is expected. */
export type InputFields = Readonly<Record<string, z.ZodMiniType>>;

/**
 * Validates a model's input. `null` and empty values are ignored, because models send them for missing ones.
 *
 * @throws Error with a sentence about each mistake
 */
export function readInput<F extends InputFields>(
	fields: F,
	input: unknown,
): { readonly [K in keyof F]?: z.output<F[K]> | undefined } {
	input ??= {};
	if (typeof input !== "object" || input === null || Array.isArray(input)) {
		throw new Error(t("The input must be a JSON object with these fields: {0}.", namesOf(fields)));
	}
	const mistakes: string[] = [];
	const values: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(input)) {
		if (value === undefined || value === null || value === "") continue;
		const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
		const parsed = field?.safeParse(value);
		if (parsed?.success) values[name] = parsed.data;
		else {
			mistakes.push(
				parsed?.error.issues[0]?.message ??
					t("There is no input “{0}”. Use: {1}.", shorten(name, 50), namesOf(fields)),
			);
		}
	}
	if (mistakes.length > 0) throw new Error(mistakes.slice(0, 5).join(" "));
	return values as { [K in keyof F]?: z.output<F[K]> };
}

function namesOf(fields: InputFields): string {
	return Object.keys(fields).join(", ");
}
