import * as vscode from "vscode";
import type { Deployment } from "../core/deployment.ts";
import { t } from "../core/l10n.ts";
import { escapeMarkdown } from "../core/markdown.ts";
import type { DeploymentConfig } from "../core/model.ts";
import { stateOf } from "../core/slot.ts";
import { formOf } from "../core/variables/forms.ts";
import { variableHover, type AskedDeployment } from "../core/variables/hover.ts";
import { KnownVariables, type Variable } from "../core/variables/known.ts";
import { namePlace } from "../core/variables/places.ts";
import { commandIds } from "./commandIds.ts";
import { VariableProblems } from "./variableProblems.ts";

/** How long a hover waits for the configuration of a deployment that was not asked yet, in ms. */
const patienceMs = 2000;

/** Explains, completes and checks variables, with what the active deployment tells. */
export class VariableFeatures implements vscode.Disposable {
	readonly #active: () => Deployment | undefined;
	readonly #problems: VariableProblems;
	#known = new KnownVariables(undefined);
	#config: DeploymentConfig | undefined;

	/** @param selector where fixes are offered */
	constructor(active: () => Deployment | undefined, selector: vscode.DocumentSelector) {
		this.#active = active;
		this.#problems = new VariableProblems(() => this.#knownNow(), selector);
	}

	async hover(
		document: vscode.TextDocument,
		position: vscode.Position,
	): Promise<vscode.Hover | undefined> {
		const range = document.getWordRangeAtPosition(position, /\bCODER_\w+/);
		if (!range || !formOf(document.languageId, document.uri.path)) return undefined;
		await this.#configAsked();
		const text = this.#explain(document.getText(range));
		return text && new vscode.Hover(text, range);
	}

	complete(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
		const form = formOf(document.languageId, document.uri.path);
		const place = form && namePlace(document.lineAt(position).text, position.character, form);
		if (!place) return [];
		const known = this.#knownNow();
		const start = position.with({ character: place.start });
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
			// Options of the server come first, old names last.
			item.sortText = `${variable?.deprecated ? "3" : variable?.option ? "1" : "2"}${name}`;
			if (variable?.deprecated) item.tags = [vscode.CompletionItemTag.Deprecated];
			return item;
		});
	}

	/** Adds the documentation, which only the item in focus needs. */
	resolve(item: vscode.CompletionItem): vscode.CompletionItem {
		const name = typeof item.label === "string" ? item.label : item.label.label;
		const text = this.#explain(name);
		if (text) item.documentation = text;
		return item;
	}

	check(document: vscode.TextDocument): void {
		this.#problems.check(document);
	}

	/** Whether a document had a variable when it was last looked at. */
	knows(document: vscode.TextDocument): boolean {
		return this.#problems.knows(document);
	}

	changed(document: vscode.TextDocument): void {
		this.#problems.checkSoon(document);
	}

	forget(document: vscode.TextDocument): void {
		this.#problems.forget(document);
	}

	/** Takes all hints away. */
	clear(): void {
		this.#problems.clear();
	}

	/** Looks again if the active deployment's configuration is another one now. */
	refresh(): void {
		const before = this.#known;
		if (this.#knownNow() !== before) this.#problems.checkAll();
	}

	dispose(): void {
		this.#problems.dispose();
	}

	/** The configuration of the active deployment, if it may be shown. */
	get #shownConfig(): DeploymentConfig | undefined {
		const slot = this.#active()?.snapshot.deploymentConfig;
		return slot && ["ready", "stale"].includes(stateOf(slot)) ? slot.value : undefined;
	}

	#knownNow(): KnownVariables {
		const config = this.#shownConfig;
		if (config !== this.#config) {
			this.#config = config;
			this.#known = new KnownVariables(config);
		}
		return this.#known;
	}

	/** Asks a deployment that was not asked yet, and does not wait for long. */
	async #configAsked(): Promise<void> {
		const deployment = this.#active();
		const slot = deployment?.snapshot.deploymentConfig;
		if (!slot || slot.value !== undefined || slot.failure) return;
		await Promise.race([
			deployment.renew(["deploymentConfig"]),
			new Promise((resolve) => setTimeout(resolve, patienceMs)),
		]);
	}

	#explain(name: string): vscode.MarkdownString | undefined {
		const variable = this.#knownNow().find(name);
		if (!variable) return undefined;
		const asked = this.#asked(variable.option?.id ?? "");
		const text = new vscode.MarkdownString(
			[...variableHover(variable, asked), ...this.#refusal(variable)].join("\n\n"),
		);
		// All that is the server's is escaped; this is the one command that a link may run.
		text.isTrusted = { enabledCommands: [commandIds.openConfiguration] };
		return text;
	}

	/** Why the deployment tells nothing of an option, where that is for good. */
	#refusal({ option }: Variable): string[] {
		const deployment = this.#active();
		if (!option || !deployment) return [];
		if (stateOf(deployment.snapshot.deploymentConfig) !== "forbidden") return [];
		const name = escapeMarkdown(deployment.known.name);
		return [t("Your account may not read the configuration of {0}.", name)];
	}

	#asked(optionId: string): AskedDeployment | undefined {
		const deployment = this.#active();
		const config = this.#shownConfig;
		if (!deployment || !config) return undefined;
		const { key, name } = deployment.known;
		const query = encodeURIComponent(JSON.stringify([key, `@id:${optionId}`]));
		return {
			name,
			sourcesTold: config.options.some(({ valueSource }) => valueSource !== undefined),
			// Parentheses would end the link.
			link: `command:${commandIds.openConfiguration}?${query.replace(/[()]/g, escapeParenthesis)}`,
		};
	}
}

function escapeParenthesis(character: string): string {
	return character === "(" ? "%28" : "%29";
}
