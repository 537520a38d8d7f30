import { Composer, CST, Parser, type Document } from "yaml";
import { answerBounds, ExcessError } from "../base/bounds.ts";

/** Thrown for a text that isn't valid YAML. */
export class InvalidYaml extends Error {
	override readonly name = "InvalidYaml";
	/** One-based. */
	readonly line: number;

	constructor(line: number) {
		super("invalid YAML");
		this.line = line;
	}
}

/** The part of a text that is valid YAML. */
export interface ComposedYaml {
	/** The first document, even of an empty text. */
	readonly document: Document.Parsed | undefined;
	/** The offset at which the text stops being a single YAML document. */
	readonly errorAt: number | undefined;
}

/**
 * By default, the library compares each key with all previous ones, but the server uses the last of several. It would
 * also read other types if a file says that it's YAML 1.1, or has tags such as `!!timestamp`.
 */
const options = {
	uniqueKeys: false,
	logLevel: "silent",
	schema: "core",
	resolveKnownTags: false,
} as const;

/**
 * Parses a text as a single YAML document, including what can be read after an error. The library recurses for each
 * level, and the process may crash when the stack overflows, so levels are counted first.
 *
 * @throws {ExcessError} if it's nested too deeply
 */
export function composeYaml(text: string): ComposedYaml {
	const tokens = [...new Parser().parse(text)];
	checkDepth(tokens);
	const [document, second] = new Composer(options).compose(tokens, true, text.length);
	return { document, errorAt: document?.errors[0]?.pos[0] ?? second?.range[0] };
}

/**
 * Parses a text as a single YAML document.
 *
 * @throws {InvalidYaml} if it isn't one
 * @throws {ExcessError} if it's nested too deeply
 */
export function parseYaml(text: string): Document.Parsed {
	const { document, errorAt } = composeYaml(text);
	// The parser's messages quote lines, which may contain secrets.
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

/** Returns the tokens inside a token. */
function below(token: CST.Token): readonly CST.Token[] {
	if (token.type === "document") return token.value ? [token.value] : [];
	if (!CST.isCollection(token)) return [];
	return token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat());
}
