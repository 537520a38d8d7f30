import * as vscode from "vscode";
import { flagPlace, type FlagPlace } from "../../core/variables/flagPlace.ts";
import { formOf } from "../../core/variables/forms.ts";
import { namePlace } from "../../core/variables/places.ts";
import { serverFlag } from "../../core/variables/serverFlags.ts";
import { namesIn } from "../files/documentNames.ts";
import type { SignedIn } from "../files/signedIn.ts";
import { spanRange } from "../files/spanRange.ts";
import { VariableExplanations } from "./variableExplanations.ts";
import { VariableProblems } from "./variableProblems.ts";

/** The features that are loaded with the first document that contains a variable. */
export class VariableFeatures implements vscode.Disposable {
	readonly problems: VariableProblems;
	readonly #explanations: VariableExplanations;

	/** @param selector documents in which to offer fixes */
	constructor(signedIn: () => SignedIn | undefined, selector: vscode.DocumentSelector) {
		this.#explanations = new VariableExplanations(() => signedIn()?.active);
		this.problems = new VariableProblems(() => this.#explanations.known(), selector);
	}

	/** Call this when another deployment becomes active, or the active one has new data. */
	refresh(): void {
		this.problems.refresh();
	}

	async hover(
		document: vscode.TextDocument,
		position: vscode.Position,
	): Promise<vscode.Hover | undefined> {
		if (!formOf(document.languageId, document.uri.path)) return undefined;
		const range =
			document.getWordRangeAtPosition(position, /(?:\b|(?<=[^\w-]-e))CODER_\w+/) ??
			flagAt(document, position);
		if (!range) return undefined;
		await this.#explanations.ready();
		const text = this.#explanations.explain(document.getText(range));
		return text && new vscode.Hover(text, range);
	}

	complete(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
		const form = formOf(document.languageId, document.uri.path);
		if (!form) return [];
		const lineStart = document.offsetAt(position.with({ character: 0 }));
		const flag = flagPlace(document.getText(), lineStart + position.character, form);
		if (flag) return this.#flags(flag, position, lineStart);
		const line = document.lineAt(position).text;
		const text = document.getText().slice(0, lineStart) + line;
		const place = namePlace(text, lineStart + position.character, form);
		if (!place) return [];
		const known = this.#explanations.known();
		const start = position.with({ character: place.start - lineStart });
		const word = document.getWordRangeAtPosition(start, /\w+/);
		const range = new vscode.Range(start, word ? word.end : position);
		return known.names.map((name) => {
			const variable = known.find(name);
			const item = new vscode.CompletionItem(
				{ label: name, ...(variable?.option && { description: variable.option.name }) },
				vscode.CompletionItemKind.Variable,
			);
			item.range = range;
			item.insertText = place.needsEquals ? `${name}=` : name;
			// Server options come first, deprecated names last.
			item.sortText = `${variable?.deprecated ? "3" : variable?.option ? "1" : "2"}${name}`;
			if (variable?.deprecated) item.tags = [vscode.CompletionItemTag.Deprecated];
			return item;
		});
	}

	#flags(place: FlagPlace, position: vscode.Position, lineStart: number): vscode.CompletionItem[] {
		const known = this.#explanations.known();
		const range = new vscode.Range(
			position.with({ character: place.start - lineStart }),
			position.with({ character: place.end - lineStart }),
		);
		return known.flags.map((name) => {
			const flag = known.find(name);
			const item = new vscode.CompletionItem(
				{ label: name, ...(flag?.option && { description: flag.option.name }) },
				vscode.CompletionItemKind.Property,
			);
			item.range = range;
			const isSwitch = serverFlag(name)?.isSwitch === true;
			item.insertText = isSwitch || place.hasEquals ? name : `${name}=`;
			item.sortText = `${flag?.deprecated ? "3" : "1"}${name}`;
			if (flag?.deprecated) item.tags = [vscode.CompletionItemTag.Deprecated];
			return item;
		});
	}

	/** Adds the documentation, which only the focused item needs. */
	resolve(item: vscode.CompletionItem): vscode.CompletionItem {
		const name = typeof item.label === "string" ? item.label : item.label.label;
		const text = this.#explanations.explain(name);
		if (text) item.documentation = text;
		return item;
	}

	dispose(): void {
		this.problems.dispose();
	}
}

/** Returns the range of the flag of `coder server` at a position. */
function flagAt(
	document: vscode.TextDocument,
	position: vscode.Position,
): vscode.Range | undefined {
	const offset = document.offsetAt(position);
	const flag = namesIn(document).find(
		({ name, start, end }) => name.startsWith("-") && start <= offset && offset <= end,
	);
	return flag && spanRange(document, { from: flag.start, to: flag.end });
}
