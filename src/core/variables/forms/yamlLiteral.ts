import type { CST } from "yaml";
import { isBreak, type Span } from "./text.ts";
import type { Literal, Quoting, WrittenValue } from "./written.ts";
import { blockStart } from "./yamlTokens.ts";

/** A variable that Flux, `envsubst`, or Terraform's `templatefile` substitutes before YAML is read. */
export const substituted = /\$(?:\{\w|[A-Z][A-Z\d_]{2})/;

/** Returns the text that a program receives, after Compose or Kubernetes substitutes variables. */
export function literalOf(text: string, quoting: Quoting): Literal {
	// `$$` is an escaped dollar sign in both.
	const rest = text.replaceAll("$$", "");
	switch (quoting) {
		case "kubernetes":
			return rest.includes("$(") || substituted.test(rest)
				? { why: "interpolated" }
				: { text: text.replaceAll("$$", "$") };
		case "compose":
			return /\$[\w{]/.test(rest) ? { why: "interpolated" } : { text: text.replaceAll("$$", "$") };
		default:
			return substituted.test(text) ? { why: "interpolated" } : { text };
	}
}

/** Returns the value of a variable that is only named, and so passed on. */
export function inherited(token: CST.Token, from: number, quoting: Quoting): WrittenValue {
	return { ...spanOf(token, from), quoting, why: "inherited" };
}

/** Returns the span of a token, including its quotes or the header of a block. */
export function spanOf(token: CST.Token, from: number): Span {
	const start = from + token.offset;
	if (token.type !== "block-scalar") {
		return { from: start, to: start + ("source" in token ? token.source.length : 0) };
	}
	let { length } = token.source;
	while (length > 0 && isBreak(token.source[length - 1])) length--;
	const head = from + (token.props[0]?.offset ?? token.offset);
	return { from: head, to: from + blockStart(token) + length };
}
