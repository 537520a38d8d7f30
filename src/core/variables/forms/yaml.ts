import { CST, Parser } from "yaml";
import { readLoose } from "./loose.ts";
import type { Marks, Reader } from "./marks.ts";
import { readShell } from "./shell.ts";
import { startsAsYaml } from "./startsAsYaml.ts";
import { withoutTemplates } from "./templates.ts";
import { namePrefix, skipBlanks } from "./text.ts";
import { isScriptKey, readScalar, type ScalarPlace } from "./scalarPlace.ts";
import {
	blockStart,
	contentOf,
	markComments,
	readCollection,
	textOf,
	type YamlCollectionToken,
} from "./yamlTokens.ts";
import { mayHoldFlags } from "../mayHoldSettings.ts";
import { commandKeys, readYamlCommand } from "./yamlCommands.ts";
import { withoutOtherEntries } from "./yamlPruning.ts";
import { YamlValues } from "./yamlValues.ts";

/**
 * The maximum length of a text, in UTF-16 units; longer ones would block the editor. 5,000 lines of values are a third
 * of it.
 */
const longest = 600_000;

/** The maximum nesting depth. Deeper levels are ignored. */
const deepest = 200;

/** The maximum number of block scalars within each other that are read as YAML. */
const mostNested = 2;

/** Reads YAML and templates of it: keys, items, scalars in every style, flow collections, and several documents. */
export const readYaml: Reader = (text, from, to, marks) => {
	read(text, from, to, marks, false);
};

/** Reads YAML in another file that expands `${…}` in it first. */
export const readExpandedYaml: Reader = (text, from, to, marks) => {
	read(text, from, to, marks, true);
};

function read(
	text: string,
	from: number,
	to: number,
	marks: Marks,
	expands: boolean,
	nesting = 0,
): void {
	if (to - from > longest) return;
	const flags = mayHoldFlags(text.slice(from, to));
	const reader = new YamlReader(text, from, marks, { expands, flags, nesting });
	for (const token of new Parser().parse(
		withoutOtherEntries(
			withoutTemplates(text, from, to),
			namePrefix,
			undefined,
			flags ? commandKeys : undefined,
		),
	))
		reader.document(token);
}

/** The position of a token. */
interface Level {
	/** The keys above it, innermost last. */
	readonly path: readonly string[];
	/** The start of the list or map that contains it. */
	readonly list: number;
	readonly depth: number;
	/** Whether it starts on the line of its key. */
	readonly isInline: boolean;
}

class YamlReader {
	readonly #text: string;
	readonly #from: number;
	readonly #marks: Marks;
	readonly #values: YamlValues;
	readonly #mayHoldFlags: boolean;

	readonly #expands: boolean;
	readonly #nesting: number;

	/** @param nesting the number of block scalars around it that are YAML, too */
	constructor(
		text: string,
		from: number,
		marks: Marks,
		{ expands, flags, nesting }: { expands: boolean; flags: boolean; nesting: number },
	) {
		this.#mayHoldFlags = flags;
		this.#expands = expands;
		this.#nesting = nesting;
		this.#text = text;
		this.#from = from;
		this.#marks = marks;
		this.#values = new YamlValues(text, from, marks, expands);
	}

	document(token: CST.Token): void {
		if (token.type === "comment") markComments([token], this.#from, this.#marks);
		if (token.type !== "document") return;
		markComments(token.start, this.#from, this.#marks);
		markComments(token.end, this.#from, this.#marks);
		this.#values.document(kindOf(token.value));
		this.#token(
			token.value,
			{ list: false },
			{ path: [], list: this.#from, depth: 0, isInline: false },
		);
	}

	#token(token: CST.Token | undefined, place: ScalarPlace | "key", level: Level): void {
		if (!token || level.depth > deepest) return;
		const { key, parent }: Partial<ScalarPlace> = place === "key" ? {} : place;
		if (CST.isCollection(token)) this.#collection(token, key ?? parent, level);
		else if (token.type === "block-scalar") this.#block(token, key ?? parent);
		else if (CST.isScalar(token)) {
			markComments(token.end, this.#from, this.#marks);
			const { from, to } = contentOf(token, place === "key");
			const span = { from: from + this.#from, to: to + this.#from };
			this.#marks.nested(() => {
				readScalar(this.#text, span, place, this.#marks);
			});
		} else if ("end" in token) markComments(token.end, this.#from, this.#marks);
	}

	#collection(token: YamlCollectionToken, parent: string | undefined, level: Level): void {
		const { isMap, items } = readCollection(token, this.#from, this.#marks);
		const depth = level.depth + 1;
		const start = this.#from + token.offset;
		items.forEach(({ key, value, anchor, isInline }, index) => {
			if (anchor !== undefined && value) this.#values.anchor(anchor, value);
			if (key === undefined) {
				const list = isMap ? level.list : start;
				this.#token(value, { list: !isMap, parent }, { ...level, list, depth });
			} else {
				const name = textOf(key) ?? "";
				// `value: CODER_X: 1` has no second key, although the parser reports one.
				const isKey = index > 0 || !level.isInline || name.includes(" ");
				if (isKey) this.#token(key, "key", { ...level, depth });
				const path = [...level.path, name];
				const below = {
					path,
					list: start,
					depth,
					isInline: isInline && value?.type === "block-map",
				};
				this.#token(value, { list: false, key: name, parent }, below);
			}
		});
		this.#values.add(start, level.list, items, level.path);
		if (isMap && this.#mayHoldFlags) {
			const quoting = level.path[0] === "services" ? "compose" : "kubernetes";
			readYamlCommand(this.#text, this.#from, items, quoting, this.#marks);
		}
	}

	/** Reads the lines of a block scalar: a script, YAML such as values of a Helm release, or text of an unknown form. */
	#block(token: CST.BlockScalar, key: string | undefined): void {
		markComments(token.props, this.#from, this.#marks);
		const from = this.#from + blockStart(token);
		const to = from + token.source.length;
		const isScript =
			isScriptKey(key) || this.#text.startsWith("#!", skipBlanks(this.#text, from, to));
		if (isScript) readShell(this.#text, from, to, this.#marks);
		else if (this.#nesting < mostNested && startsAsYaml(this.#text, from, to)) {
			read(this.#text, from, to, this.#marks, this.#expands, this.#nesting + 1);
		} else readLoose(this.#text, from, to, this.#marks);
	}
}

/** Returns the `kind` of a document, as in Kubernetes. */
function kindOf(token: CST.Token | undefined): string | undefined {
	if (token?.type !== "block-map") return undefined;
	const item = token.items.find(({ key }) => key && textOf(key) === "kind");
	return textOf(item?.value);
}
