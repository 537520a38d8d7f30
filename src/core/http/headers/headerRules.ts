import { t } from "../../base/l10n.ts";

/** Headers that every request sets itself, or that would change the account. */
const reserved: ReadonlySet<string> = new Set([
	"accept",
	"accept-encoding",
	"coder-session-token",
	"connection",
	"content-length",
	"content-type",
	"expect",
	"host",
	"keep-alive",
	"proxy-connection",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade",
]);

/**
 * Returns what is wrong with an additional header, in a sentence with its name but never its value, or `undefined` if
 * it can be sent.
 */
export function headerProblem(name: string, value: string): string | undefined {
	if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
		return t("A header's name is empty or contains characters that aren't allowed.");
	}
	if (reserved.has(name.toLowerCase())) return t("The header {0} can't be set.", name);
	if (name.toLowerCase() === "cookie" && /coder_session_token/i.test(value)) {
		return t("The header {0} can't contain a session token. Sign in instead.", name);
	}
	if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
		return t("The value of the header {0} contains characters that aren't allowed.", name);
	}
	return undefined;
}
