import type { Marks } from "./marks.ts";
import { readShell } from "./shell.ts";
import { assignmentEnd, isName, type Span } from "./text.ts";
import { namedKey } from "./yamlPlaces.ts";
import { markArguments } from "./wordSpans.ts";

/** The position of a scalar: under its own key, or as a list item under `parent`. */
export interface ScalarPlace {
	readonly list: boolean;
	readonly key?: string | undefined;
	readonly parent?: string | undefined;
	/** The scalar follows a `?`, which introduces an explicit key. */
	readonly isExplicitKey?: boolean;
}

/** Keys with scripts or commands as values: in pipelines, containers, Terraform, Nix, and dev containers. */
const scripts =
	/(?:^|[._-])(?:run|runcmd|scripts?|cmd|commands?|shell|exec[a-z0-9]*|startup|hook|user_?data|(?:pre|post)(?:start|stop|build|install))$|(?:script|command|hook)$|\.(?:ba|z)?sh$/i;

export function isScriptKey(key: string | undefined): boolean {
	return key !== undefined && scripts.test(key.slice(-50));
}

/** Whether the value of a key can be an assignment: Ansible's lines, arguments, and environments. */
export function takesAssignment(key: string | undefined): boolean {
	return (
		key !== undefined &&
		/^(?:env|environment|line|content|block|args?|options?|entry|set)$/i.test(key)
	);
}

/** Marks the variables that a scalar sets. */
export function readScalar(
	text: string,
	span: Span,
	place: ScalarPlace | "key",
	marks: Marks,
): void {
	const { from, to } = span;
	if (place === "key") {
		if (isName(text, span)) marks.setting(from);
		return;
	}
	const { key, list, parent } = place;
	if (isName(text, span)) {
		// An item that is only a name passes the variable on, as in Compose.
		if (namedKey(key) === "name" || (key === undefined && list)) marks.setting(from);
	} else if (isScriptKey(key ?? parent)) readShell(text, from, to, marks);
	else if (assignmentEnd(text, from, to) > 0) {
		if (takesAssignment(key) || (key === undefined && list)) marks.setting(from);
	} else markArguments(text, from, to, marks);
}
