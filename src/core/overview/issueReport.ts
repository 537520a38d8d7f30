import { t } from "../base/l10n.ts";

/** The environment of the extension, to reproduce a problem. */
export interface Surroundings {
	readonly extension: string;
	/** Name and version of the editor. */
	readonly editor: string;
	/** Operating system of the extension host. */
	readonly system: string;
	/** The kind of remote, such as `ssh-remote`; missing on the user's own machine. */
	readonly remote?: string | undefined;
	/** Version of the active deployment. */
	readonly coder?: string | undefined;
}

/** Returns the initial text of an issue report, in Markdown. Contains no address, account, or secret. */
export function issueReport({ extension, editor, system, remote, coder }: Surroundings): string {
	const facts: readonly (readonly [string, string])[] = [
		["Coder Deployment", extension],
		[t("Editor"), editor],
		[t("System"), system],
		[t("Remote"), remote ?? t("None")],
		["Coder", coder ?? t("Unknown")],
	];
	return [
		`## ${t("What happened")}`,
		"",
		`## ${t("What you expected")}`,
		"",
		`## ${t("Steps to reproduce")}`,
		"",
		`## ${t("Versions")}`,
		...facts.map(([name, value]) => `- ${name}: ${value}`),
		"",
		t(
			"The log (Coder Deployment: Show Log) often has more details. It contains addresses, so read it before you share it.",
		),
		"",
	].join("\n");
}
