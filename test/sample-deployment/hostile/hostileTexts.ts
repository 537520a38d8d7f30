/** What a hostile deployment adds to its texts. */
export const hostileKinds = [
	"commandLink",
	"markdown",
	"html",
	"icon",
	"bidi",
	"ansi",
	"newlines",
	"spaces",
	"proto",
	"secret",
] as const;

/** One of them, or all except the spaces at once. */
export type HostileKind = (typeof hostileKinds)[number] | "everything";

/** A command that only the tests' own extension has, and that must never run. */
export const hostileCommand = "hostile.run";

/** An icon that neither VS Code nor this extension uses. */
export const hostileIcon = "squirrel";

/** A secret in a shape that no real server uses. */
export const hostileSecret = "EXAMPLE-hostile-secret";

/** Characters that change the direction of text, and that control terminals. */
export const bidiOverride = "\u202e";
export const escapeCharacter = "\u001b";

/** Number of spaces, once or twice per answer. */
export const hostileSpaces = 1_000_000;

/**
 * Returns the text that's appended to every text of the server.
 *
 * @param foreignUrl an address that must never be requested
 */
export function hostileText(kind: HostileKind, foreignUrl: string): string {
	const texts: Readonly<Record<(typeof hostileKinds)[number], string>> = {
		commandLink:
			` [Fix it](command:${hostileCommand}) [[a]](command:${hostileCommand}?%5B%5D "Fix it")` +
			` [b](<command:${hostileCommand}>) <command:${hostileCommand}>`,
		markdown: ` x) ![](${foreignUrl}/pixel.png) [Sign in again](${foreignUrl}/login) \`b\` [c][d]\n\n[d]: ${foreignUrl}/d`,
		html:
			` "><img src="${foreignUrl}/pixel.png" onerror="fetch('${foreignUrl}/script')">` +
			`<script>fetch("${foreignUrl}/script")</script><a href="${foreignUrl}/login">Sign in again</a>` +
			`<style>@import url("${foreignUrl}/style.css")</style><iframe src="${foreignUrl}/frame"></iframe>`,
		icon: ` $(${hostileIcon}) $(${hostileIcon}~spin)`,
		bidi: ` ${bidiOverride}gpj.exe\u202c \u2066x\u2069 \u200f`,
		ansi: ` ${escapeCharacter}[31mred${escapeCharacter}[0m${escapeCharacter}]8;;${foreignUrl}\u0007link\u0007`,
		newlines: "\n\r\n\u2028\u2029# Heading\n\n- [ ] Item\n\n\n```\n",
		spaces: " ".repeat(hostileSpaces),
		proto: " __proto__",
		secret: "",
	};
	if (kind !== "everything") return texts[kind];
	return hostileKinds
		.filter((one) => one !== "spaces")
		.map((one) => texts[one])
		.join("");
}
