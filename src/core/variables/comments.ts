import type { Form } from "./forms.ts";

const quoted = /\\.|"(?:\\.|[^"\\])*"?|'[^']*'?/g;

/** Whether what follows `before`, the beginning of its line, is in a comment. */
export function endsInComment(before: string, form: Form): boolean {
	switch (form) {
		case "docker":
			// Only whole lines are comments there.
			return /^\s*#/.test(before);
		case "systemd":
			return /^\s*[#;]/.test(before);
		case "env":
			return /^\s*[;!]|(^|\s)#/.test(before.replace(quoted, "_"));
		case "terraform":
			return /(^|\s)(#|\/\/)/.test(before.replace(quoted, "_"));
		default:
			return /(^|\s)#/.test(before.replace(quoted, "_"));
	}
}
