import type { PanelContent } from "../../protocol/configuration.ts";
import { h } from "../shared/dom.ts";
import { emptyNotice, loadingNotice, problemNotice } from "../shared/notices.ts";

/** The areas for messages: a problem above everything else, and the text that replaces an empty list. */
export class NoticeArea {
	readonly above = h("div", { role: "status" });
	readonly inList = h("div", {}, loadingNotice());
	readonly #act: () => void;
	readonly #clear: () => void;

	/**
	 * @param act runs the command of the problem's button
	 * @param clear clears the search
	 */
	constructor(act: () => void, clear: () => void) {
		this.#act = act;
		this.#clear = clear;
	}

	/** Shows the problem, or hides it if there is none. */
	showProblem({ problem, view }: PanelContent): void {
		const notices = problem ? [problemNotice(problem, view !== undefined, this.#act)] : [];
		this.above.replaceChildren(...notices);
	}

	/**
	 * Shows why the list is empty, if it is.
	 *
	 * @param shown the number of options that match the search
	 * @param unknown words of the search that look like filters but aren't
	 */
	showList(content: PanelContent | undefined, shown: number, unknown: readonly string[]): void {
		if (content?.view) {
			this.inList.replaceChildren(...(shown > 0 ? [] : [emptyNotice(unknown, this.#clear)]));
		} else {
			const loading = !content || (content.loading && !content.problem);
			this.inList.replaceChildren(...(loading ? [loadingNotice()] : []));
		}
	}
}
