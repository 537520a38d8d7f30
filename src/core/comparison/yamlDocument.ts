import { Composer, CST, Parser, type Document } from "yaml";
import { answerBounds, ExcessError } from "../base/bounds.ts";

/** How a text is not YAML. */
export class InvalidYaml extends Error {
	override readonly name = "InvalidYaml";
	/** Counts from 1. */
	readonly line: number;

	constructor(line: number) {
		super("invalid YAML");
		this.line = line;
	}
}

/** A text as far as it is YAML. */
export interface ComposedYaml {
	/** The first document; nothing in an empty text. */
	readonly document: Document.Parsed | undefined;
	/** Where the text stops being one YAML document. */
	readonly errorAt: number | undefined;
}

/**
 * Reads a text as one YAML document, with what can be read behind a mistake. The library calls itself for each level,
 * and its process may end where the stack does, so the levels are counted before.
 *
 * @throws {ExcessError} when it is nested too deep
 */
export function composeYaml(text: string): ComposedYaml {
	const tokens = [...new Parser().parse(text)];
	checkDepth(tokens);
	// The library compares each key with all before it, unless told not to. The server takes the last of several.
	const composer = new Composer({ uniqueKeys: false, logLevel: "silent" });
	const [document, second] = composer.compose(tokens, true, text.length);
	return { document, errorAt: document?.errors[0]?.pos[0] ?? second?.range[0] };
}

/**
 * Parses a text as one YAML document.
 *
 * @throws {InvalidYaml} where it is none
 * @throws {ExcessError} when it is nested too deep
 */
export function parseYaml(text: string): Document.Parsed {
	const { document, errorAt } = composeYaml(text);
	// The parser's messages quote lines, which may hold secrets.
	if (!document || errorAt !== undefined) {
		throw new InvalidYaml(text.slice(0, errorAt).split("\n").length);
	}
	return document;
}

function checkDepth(tokens: readonly CST.Token[]): void {
	let level: readonly CST.Token[] = tokens;
	// The document itself is a token above the first level.
	for (let depth = -1; level.length > 0; depth++) {
		if (depth > answerBounds.depth) throw new ExcessError("depth", answerBounds);
		level = level.flatMap(below);
	}
}

/** The tokens inside a token. */
function below(token: CST.Token): readonly CST.Token[] {
	if (token.type === "document") return token.value ? [token.value] : [];
	if (!CST.isCollection(token)) return [];
	return token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat());
}
