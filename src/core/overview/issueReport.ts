import { t } from "../base/l10n.ts";

/** What runs where, for who has to reproduce a problem. */
export interface Surroundings {
	readonly extension: string;
	/** Name and version of the editor. */
	readonly editor: string;
	/** Operating system of the extension host. */
	readonly system: string;
	/** Kind of remote, such as `ssh-remote`; nothing on the machine of the user. */
	readonly remote?: string | undefined;
	/** Version of the active deployment. */
	readonly coder?: string | undefined;
}

/** The text that a report of a problem begins with, in Markdown. It has no address, no account and no secret. */
export function issueReport({ extension, editor, system, remote, coder }: Surroundings): string {
	const facts = [
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
		...facts.map(([name, value]) => `- ${name ?? ""}: ${value ?? ""}`),
		"",
		t(
			"The log (Coder Deployment: Show Log) often has more details. It contains addresses, so read it before you share it.",
		),
		"",
	].join("\n");
}
