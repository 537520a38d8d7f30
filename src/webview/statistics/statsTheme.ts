/** Calls `listener` when VS Code applies another theme, which changes the page's classes and variables. */
export function onThemeChange(listener: () => void): void {
	const observer = new MutationObserver(() => {
		listener();
	});
	observer.observe(document.body, { attributeFilter: ["class"] });
	observer.observe(document.documentElement, { attributeFilter: ["style"] });
}
