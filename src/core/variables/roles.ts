import type { Form } from "./forms.ts";

interface Place {
	readonly forms?: readonly Form[];
	/** What the line must end with before the name. */
	readonly before: RegExp;
	/** What must follow it in its line. */
	readonly after: RegExp;
}

const assigned = /^\+?=(?!=)/;
const atWord = /(?:^|[\s"'`;&|({[,=])$/;

/** Where a name is given a value, or is passed on, for a program to read. */
const settings: readonly Place[] = [
	// CODER_X=… in env files, lists of Compose, ENV, Environment=, options such as -e, and strings
	{ before: atWord, after: assigned },
	// CODER_X: …, "CODER_X" = …
	{ forms: ["env", "terraform"], before: /^\s*["']?$/, after: /^["']?\s*(?:=(?!=)|:)/ },
	{ forms: ["terraform"], before: /(?<!\$)[{,[(]\s*"?$/, after: /^"?\s*(?:=(?!=)|:)/ },
	{ forms: ["yaml"], before: /^[\s-]*["']?$|(?<!\$)[{,]\s*["']?$/, after: /^["']?\s*:(?:\s|$)/ },
	// name: CODER_X, name = "CODER_X"
	{
		forms: ["yaml", "terraform"],
		before: /(?:^|[\s{,])["']?name["']?\s*[:=]\s*["']?$/,
		after: /^["']?\s*(?:$|[,}#])/,
	},
	// - CODER_X, which Compose passes on
	{ forms: ["yaml"], before: /^\s*-\s+["']?$/, after: /^["']?\s*(?:$|#)/ },
	{ forms: ["docker"], before: /^\s*ENV\s+$/i, after: /^\s+\S/ },
	{ forms: ["shell"], before: /\bexport\s+$/, after: /^\s*(?:$|[;&])/ },
	{ forms: ["systemd"], before: /^\s*(?:Pass|Unset)Environment\s*=(?:.*\s)?$/, after: /^(?:\s|$)/ },
];

/** Whether a name between these parts of its line is given a value for a program to read. */
export function isSetting(before: string, after: string, form: Form): boolean {
	return settings.some(
		(place) =>
			(place.forms?.includes(form) ?? true) && place.before.test(before) && place.after.test(after),
	);
}

/** `export CODER_X=`, `env CODER_X=`, `docker run -e CODER_X=` and the like hand a variable to a program. */
const handedOn =
	/(?:\bexport|\benv|\bdeclare\s+-\w*x\w*|(?:^|\s)(?:-e|--env))(?:\s+\w+=\S*)*[\s=]+["']?$/;

/** `CODER_X=1 coder server` hands it to that command. */
const beforeCommand = /^\+?=(?:"[^"]*"|'[^']*'|[^\s"';&|])*\s+[^\s#&|;]/;

/** Whether a name is assigned where it may be a script's, or a build's, own variable. */
export function isLocal(before: string, after: string, form: Form): boolean {
	if (form === "docker") return /^\s*ARG\s/i.test(before);
	if (form !== "shell" || !assigned.test(after) || !atWord.test(before)) return false;
	return !handedOn.test(before) && !beforeCommand.test(after);
}
