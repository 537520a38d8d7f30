import type { OutlineNode } from "./node.ts";

/** Returns the text for screen readers; `more` is what the surface adds, such as a number's trend. */
export function spokenLabel({ label, description, spoken }: OutlineNode, more?: string): string {
	const words = spoken ?? [label, description].filter(Boolean).join(": ");
	return more === undefined ? words : `${words}. ${more}`;
}
