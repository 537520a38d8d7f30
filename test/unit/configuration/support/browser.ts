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
	/** The messages that the page sent. */
	readonly sent: (FromConfigurationPage | ViolationMessage)[];
	/** The state that the page saved. */
	readonly state: () => unknown;
	readonly find: (selector: string) => HTMLElement;
	readonly all: (selector: string) => HTMLElement[];
	/** The names of the visible options. */
	readonly shown: () => string[];
	/** Enters a text into the search box. */
	readonly type: (text: string) => void;
	/** Presses a key in the focused element; returns false if the page handled it. */
	readonly press: (key: string) => boolean;
	/** Scrolls, so that elements come near the window, or go away from it. */
	readonly move: (elements: readonly Element[], near: boolean) => void;
	/** Runs the pending timers. */
	readonly settle: (ms?: number) => Promise<void>;
}

const open: TestWindow[] = [];

/** Closes all pages that were opened. */
export function closePages(): void {
	for (const testWindow of open.splice(0).toReversed()) testWindow.close();
}

/** Opens a page. `saved` is the state of an earlier one. */
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
		move: (elements, near) => {
			testWindow.move(elements, near);
		},
		settle: (ms = 40) =>
			new Promise((resolve) => {
				// After the page's next frame, which a busy machine may paint late.
				window.requestAnimationFrame(() => setTimeout(resolve, ms));
			}),
	};
}

/** Returns the extension's message about the sample server. */
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
