import type { PanelContent } from "../../../../src/protocol/configuration.ts";
import { configView } from "../../../../src/core/configuration/configView.ts";
import type { FromConfigurationPage } from "../../../../src/protocol/configuration.ts";
import type { ViolationMessage } from "../../../../src/protocol/page.ts";
import type { Page } from "../../../../src/webview/configuration/page.ts";
import { harbour } from "./options.ts";
import { TestWindow } from "./testWindow.ts";

/** A page in a {@link TestWindow}. */
export interface TestPage {
	readonly page: Page;
	readonly document: Document;
	/** What the page sent. */
	readonly sent: (FromConfigurationPage | ViolationMessage)[];
	/** What the page remembers. */
	readonly state: () => unknown;
	readonly find: (selector: string) => HTMLElement;
	readonly all: (selector: string) => HTMLElement[];
	/** The names of the options that are shown. */
	readonly shown: () => string[];
	/** Puts a text into the search box as if it was typed. */
	readonly type: (text: string) => void;
	/** Presses a key where the focus is; false when the page took it. */
	readonly press: (key: string) => boolean;
	/** Lets what was put off happen. */
	readonly settle: (ms?: number) => Promise<void>;
}

const open: TestWindow[] = [];

/** Closes all pages that were opened. */
export function closePages(): void {
	for (const testWindow of open.splice(0).toReversed()) testWindow.close();
}

/** Opens a page. `saved` is what an earlier one left behind. */
export async function openPage(saved?: unknown): Promise<TestPage> {
	const testWindow = new TestWindow();
	const { window } = testWindow;
	open.push(testWindow);
	const { Page: PageClass } = await import("../../../../src/webview/configuration/page.ts");
	const { document } = window;
	const sent: (FromConfigurationPage | ViolationMessage)[] = [];
	let state = saved;
	const page = new PageClass(document.body, {
		postMessage: (message) => sent.push(message),
		getState: () => state,
		setState: (next) => {
			state = next;
		},
	});
	const all = (selector: string): HTMLElement[] => [
		...document.querySelectorAll<HTMLElement>(selector),
	];
	const find = (selector: string): HTMLElement => {
		const element = document.querySelector<HTMLElement>(selector);
		if (!element) throw new Error(`There is no ${selector}.`);
		return element;
	};
	return {
		page,
		document,
		sent,
		state: () => state,
		find,
		all,
		shown: () =>
			all(".row")
				.filter((row) => !row.closest("[hidden]"))
				.map((row) => row.querySelector("h3")?.textContent ?? ""),
		type: (text) => {
			const input = find("input") as HTMLInputElement;
			input.focus();
			input.value = text;
			input.dispatchEvent(new window.Event("input", { bubbles: true }));
		},
		press: (key) =>
			(document.activeElement ?? document.body).dispatchEvent(
				new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
			),
		settle: (ms = 40) =>
			new Promise((resolve) => {
				// Behind a frame of the page, which a busy machine may paint late.
				window.requestAnimationFrame(() => setTimeout(resolve, ms));
			}),
	};
}

/** What the extension sends of the made-up server. */
export function harbourContent(changes: Partial<PanelContent> = {}): PanelContent {
	return {
		deployment: {
			key: "harbour",
			name: "Harbour",
			url: "https://harbour.example",
			host: "harbour.example",
			version: "v2.0.0",
		},
		loading: false,
		view: configView(harbour()),
		revision: 1,
		at: Date.now(),
		linkable: true,
		...changes,
	};
}
