import type { Form } from "./forms.ts";

/** Whether what follows `before`, the beginning of its line, is in a comment. */
export function endsInComment(before: string, form: Form): boolean {
	if (/^\s*#/.test(before)) return true;
	if (form === "systemd" || form === "env") {
		if (/^\s*[;!]/.test(before)) return true;
	}
	// Only whole lines are comments there.
	if (form === "systemd" || form === "docker") return false;
	const opening = form === "terraform" ? /^(#|\/\/)/ : /^#/;
	let quote = "";
	for (let index = 0; index < before.length; index++) {
		const character = before.charAt(index);
		if (character === "\\") index++;
		else if (quote !== "") quote = character === quote ? "" : quote;
		else if (character === '"' || character === "'") quote = character;
		else if (
			opening.test(before.slice(index, index + 2)) &&
			/^$|\s$/.test(before.slice(0, index).slice(-1))
		)
			return true;
	}
	return false;
}
