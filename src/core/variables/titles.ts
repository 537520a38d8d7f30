/** Words in variable names that are acronyms, or spelled differently in prose. */
const spelled: ReadonlyMap<string, string> = new Map(
	`AI API BYOK CA CIDRS CLI CORS DB DERP HTTP HTTPS ID IP JSON MCP OIDC PG PSK SCIM SSH STUN TLS TTL URL DataDog
	GitHub GitLab OAuth OAuth2 OpenAI GraphQL`
		.split(/\s+/)
		.map((word) => [word.toUpperCase(), word]),
);

/** Returns the title of a variable, derived from its name: `CODER_DERP_SERVER_ENABLE` becomes “DERP Server Enable”. */
export function titleOf(name: string): string {
	return name
		.replace(/^CODER_/, "")
		.split("_")
		.map(spell)
		.join(" ");
}

/** Returns the last words of a variable's name as a YAML key: `accessURL`, `maxTokenLifetime`. */
export function keyOf(name: string, words: number): string {
	const [first = "", ...rest] = name.split("_").slice(-words);
	return first.toLowerCase() + rest.map(spell).join("");
}

/** Returns the flag that corresponds to a variable's name. */
export function flagOf(name: string): string {
	return name.toLowerCase().replaceAll("_", "-");
}

function spell(word: string): string {
	return spelled.get(word) ?? word.charAt(0) + word.slice(1).toLowerCase();
}
