import { maskText } from "./secretText.ts";

/** Takes whatever may be a credential out of a text that is about to be shown or logged, whatever its letter case. */
export function scrub(text: string): string {
	return maskText(text);
}
