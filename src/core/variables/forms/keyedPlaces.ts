import { readLoose } from "./loose.ts";
import { keyedLiteral, quotedSpan } from "./keyedLiteral.ts";
import { KeyedCommands } from "./keyedCommands.ts";
import { KeyedValues } from "./keyedValues.ts";
import type { Marks, Reader } from "./marks.ts";
import { readShell } from "./shell.ts";
import { assignmentEnd, isName, nameEnd, skipBlanks, skipSpace } from "./text.ts";
import type { Syntax, Token } from "./keyedTokens.ts";
import { isEnvFlag, markArguments } from "./wordSpans.ts";
import { startsAsJson, startsAsYaml } from "./startsAsYaml.ts";
import { readExpandedYaml } from "./yaml.ts";
import { isScriptKey, takesAssignment } from "./scalarPlace.ts";

/** Tracks whether a token is a key, the value of a key, or an item of a list. */
export class KeyedPlaces {
	readonly #text: string;
	readonly #syntax: Syntax;
	readonly #marks: Marks;
	readonly #values: KeyedValues;
	readonly #commands: KeyedCommands;
	/** The labels of the open brackets: the name of a block, or a key. */
	readonly #open: string[] = [];
	/** The most recent word, string, or key. */
	#label = "";
	/** The key of the current value; kept until the next key. */
	#key = "";
	/** The most recent token other than a line break: signs as they are, `a` for anything else. */
	#last = "";
	/** The most recent string, to detect `-e` before a variable. */
	#string = "";

	constructor(text: string, syntax: Syntax, marks: Marks) {
		this.#text = text;
		this.#syntax = syntax;
		this.#marks = marks;
		this.#values = new KeyedValues(text, marks, syntax.quoting);
		this.#commands = new KeyedCommands(text, marks, syntax.quoting);
	}

	/** Must be called after the last token. */
	end(): void {
		this.#values.end();
		this.#commands.end();
	}

	add(token: Exclude<Token, { kind: "comment" }>): void {
		const isKey = /^(?:word|string)$/.test(token.kind) && this.#isKey(token);
		this.#values.add(token, isKey, this.#last === "a" ? this.#label : "");
		this.#commands.add(token, isKey);
		if (token.kind === "sign") this.#sign(this.#text.charAt(token.from));
		else if (token.kind === "break") this.#isLineStart = true;
		else {
			if (isKey) this.#markKey(token);
			else if (token.kind === "string") this.#markString(token);
			else if (token.kind === "lines") {
				this.#linesReader(token)(this.#text, token.from, token.to, this.#marks);
			}
			this.#label = this.#text.slice(token.from, Math.min(token.to, token.from + 200));
			if (isKey) this.#key = this.#label;
			this.#last = "a";
		}
		if (token.kind !== "break") this.#isLineStart = false;
	}

	#isLineStart = true;

	/** Returns a reader for scripts, YAML or JSON such as values of a Helm release, or text of an unknown form. */
	#linesReader({ from, to }: Token): Reader {
		const isScript = this.#text.startsWith("#!", skipSpace(this.#text, from, to));
		if (isScript || isScriptKey(this.#key)) return readShell;
		const isValues = this.#key === "values" || this.#open.at(-1) === "values";
		const isYaml =
			isValues || startsAsYaml(this.#text, from, to) || startsAsJson(this.#text, from, to);
		return isYaml ? readExpandedYaml : readLoose;
	}

	#sign(character: string): void {
		if (/[{[(]/.test(character)) {
			// The maps of a list, and the value of `content`, inherit the label of what contains them.
			const isOwn = this.#last === "a" || /[=:]/.test(this.#last);
			const label = this.#last === "a" ? this.#label : this.#key;
			this.#open.push(isOwn && label !== "content" ? label : (this.#open.at(-1) ?? ""));
		} else if (/[}\])]/.test(character)) this.#open.pop();
		this.#last = character;
	}

	/** Whether a word or string is a key, that is, followed by a value. */
	#isKey({ kind, to }: Token): boolean {
		const mayBe = this.#isLineStart || this.#last === "" || /[{,(;[\]}]/.test(this.#last);
		if (!mayBe) return false;
		const end = this.#text.length;
		const sign = skipBlanks(this.#text, kind === "string" ? to + 1 : to, end);
		const character = this.#text.charAt(sign);
		return (
			character !== "" && this.#syntax.signs.includes(character) && this.#text[sign + 1] !== "="
		);
	}

	/** Marks `CODER_X = …`, `"CODER_X": …`, and `environment.CODER_X = …`. */
	#markKey({ from, to }: Token): void {
		const start = this.#text.slice(from, to).lastIndexOf(".CODER_") + 1 + from;
		if (nameEnd(this.#text, start, to) === to) this.#marks.setting(start);
	}

	#markString(token: Token): void {
		const { from, to } = token;
		const isValue = /[=:]/.test(this.#last);
		const isWhole = isName(this.#text, token);
		const assigns = assignmentEnd(this.#text, from, to) > 0;
		const isPassed = isEnvFlag(this.#string) && (isWhole || assigns);
		if (assigns) this.#value(token);
		if (isPassed) this.#marks.setting(from);
		else if (isWhole) {
			const key = isValue ? this.#key : "";
			if (key === "name" || (key === "value" && this.#isInSet)) this.#marks.setting(from);
		} else if (isScriptKey(this.#key)) {
			this.#marks.nested(() => {
				readShell(this.#text, from, to, this.#marks);
			});
		} else if (assigns) {
			if (!isValue || takesAssignment(this.#key)) this.#marks.setting(from);
		} else markArguments(this.#text, from, to, this.#marks);
		this.#string = this.#text.slice(from, Math.min(to, from + 10));
	}

	/** Marks `"CODER_X=value"` in a list or an argument. */
	#value(token: Token): void {
		const { from, to } = token;
		const literal = keyedLiteral(this.#text, token, this.#syntax.quoting);
		const equals = this.#text.slice(from, to).indexOf("=") + 1;
		this.#marks.value(from, {
			...quotedSpan(this.#text, token),
			quoting: this.#syntax.quoting,
			prefix: this.#text.slice(from, from + equals),
			...(literal.text === undefined ? literal : { text: literal.text.slice(equals) }),
		});
	}

	/** Whether the token is in a Helm release's `set { … }`, where a value may be the name of a variable. */
	get #isInSet(): boolean {
		return /^set(?:_list|_sensitive)?$/.test(this.#open.at(-1) ?? "");
	}
}
