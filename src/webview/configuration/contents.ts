import type { ConfigGroup } from "../../core/configuration/configView.ts";
import { t } from "../../core/base/l10n.ts";
import { countText } from "./counts.ts";
import { h } from "../shared/dom.ts";
import { TabStop } from "../shared/tabStop.ts";

interface Entry {
	readonly id: string;
	readonly button: HTMLButtonElement;
	readonly count: HTMLElement;
	readonly item: HTMLElement;
	readonly parent: Entry | undefined;
	/** The number of options, including those of subgroups. */
	total: number;
	/** The text of `count`. */
	written: number;
}

/**
 * The table of contents: every group with the number of its options that match the filter, including those of
 * subgroups.
 */
export class Contents {
	readonly element = h("nav", { class: "contents", "aria-label": t("Table of contents") });
	#entries: readonly Entry[] = [];
	#current: Entry | undefined;
	readonly #go: (id: string) => void;
	readonly #tabStop = new TabStop(this.element, () => this.#entries.map(({ button }) => button));

	/** @param go called with the ID of a selected group */
	constructor(go: (id: string) => void) {
		this.#go = go;
	}

	/** @param groups parents before their children */
	show(groups: readonly ConfigGroup[]): void {
		const root = h("ul");
		const byPath = new Map<string, Entry>();
		this.#current = undefined;
		this.#entries = groups.map(({ id, path }) => {
			const parent = byPath.get(path.slice(0, -1).join("/"));
			const entry = this.#entry(id, path.at(-1) ?? "", parent);
			byPath.set(path.join("/"), entry);
			listIn(parent?.item, root).append(entry.item);
			return entry;
		});
		this.element.replaceChildren(root);
	}

	/** @param shown the number of options that each group shows itself, by ID */
	count(shown: ReadonlyMap<string, number>): void {
		for (const entry of this.#entries) entry.total = shown.get(entry.id) ?? 0;
		for (const { parent, total } of [...this.#entries].reverse()) if (parent) parent.total += total;
		for (const entry of this.#entries) {
			if (entry.total === entry.written) continue;
			entry.written = entry.total;
			entry.item.hidden = entry.total === 0;
			entry.count.textContent = countText(entry.total);
		}
		this.#tabStop.settle();
	}

	/** Marks the current group. */
	mark(id: string | undefined): void {
		if (this.#current?.id === id) return;
		this.#current?.button.removeAttribute("aria-current");
		this.#current = this.#entries.find((entry) => entry.id === id);
		if (!this.#current) return;
		const { button } = this.#current;
		button.setAttribute("aria-current", "true");
		button.scrollIntoView({ block: "nearest" });
		if (!this.element.contains(document.activeElement)) this.#tabStop.settle(button);
	}

	#entry(id: string, name: string, parent: Entry | undefined): Entry {
		const count = h("span", { class: "count" });
		const button = h("button", { type: "button" }, h("span", { class: "name" }, name), " ", count);
		button.addEventListener("click", () => {
			this.#go(id);
		});
		return { id, button, count, item: h("li", {}, button), parent, total: 0, written: -1 };
	}
}

/** Returns the list of an item's subgroups. Creates it for the first one. */
function listIn(item: HTMLElement | undefined, root: HTMLElement): HTMLElement {
	if (!item) return root;
	const last = item.lastElementChild;
	if (last instanceof HTMLUListElement) return last;
	const list = h("ul");
	item.append(list);
	return list;
}
