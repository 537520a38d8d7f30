import type { OtherKindId } from "./otherKinds.ts";

/** Returns the rows of a tab-separated table, without its header. */
function rowsOf(table: string): string[][] {
	const [, ...lines] = table.trimEnd().split(/\r?\n/);
	return lines.map((line) => line.split("\t"));
}

/**
 * Lists the variables that programs other than the server read, from rows `name, server_option, found_in`: a line for
 * each kind, with its word and the names without `CODER_`.
 */
export function otherText(table: string): string {
	const byKind = new Map<OtherKindId, string[]>();
	for (const [name = "", isOption, places = ""] of rowsOf(table)) {
		const kind = kindOf(name.slice("CODER_".length), places.split(","), isOption === "yes");
		// A trailing `_` marks a beginning; the possible endings are in numbered.ts.
		if (!kind || name.endsWith("_")) continue;
		byKind.set(kind, [...(byKind.get(kind) ?? []), name.slice("CODER_".length)]);
	}
	return [...byKind]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([kind, names]) => [kind, ...names.sort()].join(" "))
		.join("\n");
}

/**
 * Patterns for the names of variables that commands of the enterprise CLI read, because only the name distinguishes
 * them.
 */
const enterprise: readonly (readonly [RegExp, OtherKindId])[] = [
	[/^PROVISIONER/, "provisioner"],
	[/^(?:PRIMARY|PROXY)_/, "proxy"],
	[/^AI_GATEWAY_/, "gateway"],
	[/^EXTERNAL_TOKEN_/, "admin"],
	[/^(?:AVATAR_URL|DISPLAY_NAME)$/, "cli"],
];

function kindOf(
	name: string,
	places: readonly string[],
	isOption: boolean,
): OtherKindId | undefined {
	const others = places.filter(
		(place) => !/^(?:codersdk\/deployment|coderd|cli\/server|cli\/clitest|helm\/.*)$/.test(place),
	);
	if (others.length === 0) return isOption ? undefined : "server";
	if (/^AGENT_/.test(name)) return "agent";
	if (others.some((place) => /^(?:agent\/|cli\/agent|cli\/gitaskpass)/.test(place))) return "agent";
	if (others.some((place) => /^cli\/(?:server_|resetpassword)/.test(place))) return "admin";
	if (others.some((place) => place.startsWith("cli/"))) return "cli";
	if (others.includes("enterprise/cli")) {
		const found = enterprise.find(([pattern]) => pattern.test(name));
		return found?.[1] ?? "standalone";
	}
	if (others.includes("provisioner/terraform")) return "provisioner";
	if (others.includes("tailnet")) return "network";
	return "tool";
}
