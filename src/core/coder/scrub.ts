import { maskText } from "./secretText.ts";

/** Removes possible credentials from a text before it's shown or logged, in upper or lower case. */
export function scrub(text: string): string {
	return maskText(text);
}
