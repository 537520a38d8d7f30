/** Something with an element on the page. */
interface Shown {
	readonly element: HTMLElement;
}

/** Tracks which things are in the window or near it, which means at most the window's height away. */
export class NearWindow {
	/** Whether each thing is near, once that is known. */
	readonly #near = new Map<Element, boolean>();
	readonly #observer: IntersectionObserver;

	/** @param changed called after things came near or went away */
	constructor(changed: () => void) {
		const onEntries = (entries: readonly IntersectionObserverEntry[]): void => {
			for (const { target, isIntersecting } of entries) {
				this.#near.set(target, isIntersecting);
			}
			changed();
		};
		// Without a root, the margin has no effect in a frame of another origin, such as a panel.
		this.#observer = new IntersectionObserver(onEntries, {
			root: document,
			rootMargin: "100% 0px",
		});
	}

	/** Returns whether a thing is near the window; undefined before the first paint after {@link watch}. */
	isNear({ element }: Shown): boolean | undefined {
		return this.#near.get(element);
	}

	/** Tracks these things instead of the previous ones. */
	watch(things: readonly Shown[]): void {
		this.#observer.disconnect();
		this.#near.clear();
		for (const { element } of things) this.#observer.observe(element);
	}
}
