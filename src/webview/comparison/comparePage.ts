import { formatCount } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import type { CompareContent, FromComparisonPage } from "../../protocol/comparison.ts";
import { Announcer } from "../shared/announcer.ts";
import { readFilter } from "./compareFilter.ts";
import { CompareHeader } from "./compareHeader.ts";
import type { Host } from "../shared/host.ts";
import { CompareSearch } from "./compareSearch.ts";
import { CompareTable } from "./compareTable.ts";
import { Copying } from "../shared/copying.ts";
import { h } from "../shared/dom.ts";
import { searchByKeys } from "../shared/searchKeys.ts";

/** The pause in typing after which the count is announced, in ms. */
const pauseMs = 600;

/** The page: shows the comparison that it receives, filters it, and remembers the filter. */
export class ComparePage {
	readonly #host: Host<FromComparisonPage>;
	readonly #header: CompareHeader;
	readonly #search: CompareSearch;
	readonly #table: CompareTable;
	readonly #notice = h("div", { class: "notice", role: "status" });
	readonly #announcer = new Announcer();
	readonly #copying = new Copying(this.#announcer);
	#content: CompareContent | undefined;

	constructor(root: HTMLElement, host: Host<FromComparisonPage>) {
		this.#host = host;
		this.#header = new CompareHeader((type) => {
			if (type !== "copyMarkdown") host.postMessage({ type });
			else this.#copy();
		});
		this.#search = new CompareSearch(readFilter(host.getState()), {
			changed: () => {
				this.#filter();
			},
			leaveDown: () => {
				this.#table.focusFirst();
			},
		});
		this.#table = new CompareTable(
			(id) => {
				host.postMessage({ type: "openOption", id });
			},
			() => {
				this.#search.input.focus();
			},
		);
		const main = h("main", {}, this.#notice, this.#table.element);
		root.append(this.#header.element, this.#search.element, main, this.#announcer.element);
		searchByKeys(root, this.#search.input);
		this.#search.element.hidden = true;
	}

	/** Shows new content. */
	show(content: CompareContent): void {
		const before = this.#content;
		this.#content = content;
		const { result } = content;
		this.#header.show(content);
		document.title = this.#header.title;
		this.#search.element.hidden = !result?.rows.length;
		this.#remember();
		if (result && JSON.stringify(before?.result) !== JSON.stringify(result)) {
			const { left, right, rows, linked } = result;
			this.#search.show(left, right, rows);
			this.#table.show(left, right, rows, linked);
		}
		this.#filter();
	}

	/** Confirms that the extension copied what was requested. */
	copied(): void {
		this.#copying.copied();
	}

	#filter(): void {
		const { result, problem, loading } = this.#content ?? { loading: true };
		this.#table.filter(this.#search.filter);
		this.#remember();
		const shown = this.#table.shown.length;
		const total = result?.rows.length ?? 0;
		const notice = problem ?? (result ? notFound(total, shown) : loading ? t("Comparing…") : "");
		this.#notice.textContent = notice;
		this.#notice.hidden = notice === "";
		if (total === 0) return;
		const count = counted(shown, total);
		this.#search.showCount(count);
		this.#announcer.say(count, pauseMs);
	}

	#copy(): void {
		const ids = this.#table.shown.map(({ id }) => id);
		this.#host.postMessage({ type: "copyMarkdown", ids });
		this.#copying.start(() => {
			this.#announcer.show(t("Copied"));
		});
	}

	#remember(): void {
		const { text, kinds, hidden } = this.#search.filter;
		const { sources } = this.#content ?? {};
		this.#host.setState({ sources, text, kinds: [...kinds], hidden: [...hidden] });
	}
}

function counted(shown: number, total: number): string {
	if (shown < total) return t("{0} of {1} changes", formatCount(shown), formatCount(total));
	return total === 1 ? t("1 change") : t("{0} changes", formatCount(total));
}

function notFound(total: number, shown: number): string {
	if (total === 0) return t("No options differ.");
	return shown === 0 ? t("No changes match the search.") : "";
}
