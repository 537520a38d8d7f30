import type { OutlineNode } from "./node.ts";

/** What a screen reader says of a row; `more` is what the surface adds, such as how a number has been going. */
export function spokenLabel({ label, description, spoken }: OutlineNode, more?: string): string {
	const words = spoken ?? [label, description].filter(Boolean).join(": ");
	return more === undefined ? words : `${words}. ${more}`;
}
