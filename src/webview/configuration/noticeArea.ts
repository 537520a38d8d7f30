import type { PanelContent } from "../../protocol/configuration.ts";
import { h } from "../shared/dom.ts";
import { emptyNotice, loadingNotice, problemNotice } from "../shared/notices.ts";

/** The places for what must be said: a problem above everything, and what stands where no options do. */
export class NoticeArea {
	readonly above = h("div", { role: "status" });
	readonly inList = h("div", {}, loadingNotice());
	readonly #act: () => void;
	readonly #clear: () => void;

	/**
	 * @param act does what the button beside a problem promises
	 * @param clear clears the search
	 */
	constructor(act: () => void, clear: () => void) {
		this.#act = act;
		this.#clear = clear;
	}

	/** Says what went wrong, or nothing. */
	showProblem({ problem, view }: PanelContent): void {
		const notices = problem ? [problemNotice(problem, view !== undefined, this.#act)] : [];
		this.above.replaceChildren(...notices);
	}

	/**
	 * Says why there are no options, if there are none.
	 *
	 * @param shown how many options the search left
	 * @param unknown words of the search that look like filters but are none
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
