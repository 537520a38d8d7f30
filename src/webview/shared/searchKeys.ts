import { t } from "../../core/base/l10n.ts";

/** Returns the key that focuses the search, as it is written on this platform. */
export function searchKey(): string {
	return window.navigator.platform.toLowerCase().startsWith("mac") ? "⌘F" : t("Ctrl+F");
}

/**
 * Focuses the search with Ctrl+F (⌘F on a Mac), and with a slash outside the search box. The event doesn't reach VS
 * Code's listener on the window, which would open VS Code's find widget.
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
 * Focuses the search when the page gets the focus, unless another element of the page has it. Doesn't take the focus
 * from other parts of the window.
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
