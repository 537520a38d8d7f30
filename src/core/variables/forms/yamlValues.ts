import type { CST } from "yaml";
import type { Marks } from "./marks.ts";
import { isTemplated } from "./templates.ts";
import { isScriptKey } from "./scalarPlace.ts";
import { assignmentEnd, isName } from "./text.ts";
import type { Quoting, WrittenValue } from "./written.ts";
import { inherited, literalOf, spanOf } from "./yamlLiteral.ts";
import { isCompose, isEncoded, namedKey, sourceKeys } from "./yamlPlaces.ts";
import {
	contentOf,
	blockStart,
	isFlowScalar,
	isNull,
	textOf,
	type YamlItem,
} from "./yamlTokens.ts";

/** Finds the values of variables in collections: `NAME: value`, `name: NAME` with `value: …`, and `- NAME=value`. */
export class YamlValues {
	readonly #text: string;
	readonly #from: number;
	readonly #marks: Marks;
	readonly #expands: boolean;
	readonly #anchors = new Map<string, CST.Token>();
	#kind: string | undefined;

	/** @param expands whether `${…}` is expanded before the text is read */
	constructor(text: string, from: number, marks: Marks, expands: boolean) {
		this.#text = text;
		this.#from = from;
		this.#marks = marks;
		this.#expands = expands;
	}

	/** Starts a document. @param kind its `kind`, as in Kubernetes */
	document(kind: string | undefined): void {
		this.#kind = kind;
	}

	/** Remembers the token that an alias refers to. */
	anchor(name: string, token: CST.Token): void {
		this.#anchors.set(name, token);
	}

	/**
	 * Adds the values in the items of a collection.
	 *
	 * @param offset the start of the collection
	 * @param list the start of the list that contains the collection
	 * @param path the keys above it
	 */
	add(offset: number, list: number, items: readonly YamlItem[], path: readonly string[]): void {
		this.#addNamed(items, list, path);
		for (const { key, value, isTagged } of items) {
			if (key === undefined) {
				// The items of `runcmd` are commands.
				if (!isScriptKey(path.at(-1))) this.#addItem(value, offset, path);
			} else {
				const name = this.#name(key);
				if (name === undefined) continue;
				const quoting = isCompose(path) ? "compose" : "yaml";
				if (!value || isNull(value)) this.#marks.value(name, inherited(key, this.#from, quoting));
				else if (isTagged || isEncoded(path, this.#kind))
					this.#addReference(name, value, quoting, offset);
				else this.#addValue(name, value, { quoting, list: offset });
			}
		}
	}

	/** Adds the value next to `name: NAME`. */
	#addNamed(items: readonly YamlItem[], list: number, path: readonly string[]): void {
		let name: number | undefined;
		let value: CST.Token | undefined;
		let source: CST.Token | undefined;
		for (const item of items) {
			const key = namedKey(item.key && textOf(item.key));
			if (key === "name" && item.value) name = this.#name(item.value);
			else if (key === "value")
				[value, source] = item.isTagged ? [undefined, item.value] : [item.value];
			else if (key !== undefined && sourceKeys.has(key)) source = item.key;
		}
		if (name === undefined) return;
		const helm = path.at(-1) === "env" && path.at(-2) === "coder";
		const place = { quoting: "kubernetes" as const, list, helm };
		if (source)
			this.#marks.value(name, { ...spanOf(source, this.#from), ...place, why: "reference" });
		else if (value) this.#addValue(name, value, place);
	}

	#addReference(name: number, token: CST.Token, quoting: Quoting, list: number): void {
		const span = spanOf(token, this.#from);
		this.#marks.value(name, { ...span, quoting, list, why: "reference" });
	}

	/** Adds `- NAME=value`, as in Compose. */
	#addItem(value: CST.Token | undefined, list: number, path: readonly string[]): void {
		if (!value || !isFlowScalar(value)) return;
		const { from, to } = contentOf(value);
		const [start, end] = [from + this.#from, to + this.#from];
		const assignment = assignmentEnd(this.#text, start, end);
		const quoting = isCompose(path) ? "compose" : "yaml";
		if (assignment > 0 && this.#text[assignment] === "=") {
			const prefix = `${this.#text.slice(start, assignment)}=`;
			this.#addValue(start, value, { quoting, list, prefix });
		} else if (isName(this.#text, { from: start, to: end })) {
			this.#marks.value(start, inherited(value, this.#from, quoting));
		}
	}

	#addValue(
		name: number,
		token: CST.Token,
		place: Pick<WrittenValue, "quoting" | "prefix" | "list" | "helm">,
	): void {
		const span = spanOf(token, this.#from);
		const alias = token.type === "alias" ? this.#anchors.get(token.source.slice(1)) : token;
		const text = alias && isNull(alias) ? "" : textOf(alias && this.#original(alias));
		if (text === undefined) return;
		const written = place.prefix === undefined ? text : text.slice(place.prefix.length);
		const piece = this.#text.slice(span.from, span.to);
		this.#marks.value(name, {
			...span,
			...place,
			...(isTemplated(piece)
				? { why: "templated" as const }
				: this.#expands && piece.includes("${")
					? { why: "interpolated" as const }
					: literalOf(written, place.quoting)),
		});
	}

	/** Returns a scalar as it is in the text, with the templates that were masked. */
	#original(token: CST.Token): CST.Token {
		if (!("source" in token)) return token;
		const start = token.type === "block-scalar" ? blockStart(token) : token.offset;
		const from = this.#from + start;
		return { ...token, source: this.#text.slice(from, from + token.source.length) };
	}

	/** Returns the start of the name if a scalar is exactly a name. */
	#name(token: CST.Token): number | undefined {
		if (!isFlowScalar(token)) return undefined;
		const { from, to } = contentOf(token, true);
		const start = from + this.#from;
		return isName(this.#text, { from: start, to: to + this.#from }) ? start : undefined;
	}
}
