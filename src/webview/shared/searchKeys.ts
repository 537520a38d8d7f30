import { t } from "../../core/base/l10n.ts";

/** The key that leads to the search, as people write it on this machine. */
export function searchKey(): string {
	return window.navigator.platform.toLowerCase().startsWith("mac") ? "⌘F" : t("Ctrl+F");
}

/**
 * Lets Ctrl+F (on a Mac ⌘F), and a slash that is typed anywhere else on the page, lead to the search. VS Code, whose
 * listener is on the window, doesn't hear of it and opens no find bar of its own.
 */
export function searchByKeys(root: HTMLElement, input: HTMLInputElement): void {
	root.addEventListener("keydown", (event) => {
		const find = event.key.toLowerCase() === "f" && (event.ctrlKey || event.metaKey);
		const slash = event.key === "/" && event.target !== input;
		if ((!find && !slash) || event.altKey || event.shiftKey || !isShown(input)) return;
		event.preventDefault();
		event.stopPropagation();
		input.focus();
		input.select();
	});
}

/**
 * Focuses the search once the page has the focus, unless something in it has it already. It takes no focus from other
 * parts of the window.
 */
export function focusOnOpening(input: HTMLInputElement): void {
	const focus = (): void => {
		const { activeElement } = document;
		if ((!activeElement || activeElement === document.body) && isShown(input)) {
			input.focus({ preventScroll: true });
		}
	};
	if (document.hasFocus()) focus();
	else window.addEventListener("focus", focus, { once: true });
}

function isShown(input: HTMLElement): boolean {
	return !input.closest("[hidden]");
}
