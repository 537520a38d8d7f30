import type { ConfigView } from "../../core/configuration/configView.ts";
import { t } from "../../core/base/l10n.ts";
import type {
	CopyTarget,
	FromConfigurationPage,
	PanelContent,
} from "../../protocol/configuration.ts";
import { afterPaint } from "../shared/afterPaint.ts";
import { Announcer } from "../shared/announcer.ts";
import { listenToClicks } from "./clicks.ts";
import { Contents } from "./contents.ts";
import { Copying } from "../shared/copying.ts";
import { countText } from "./counts.ts";
import { h } from "../shared/dom.ts";
import { Header } from "./header.ts";
import type { Host } from "../shared/host.ts";
import { groupKeys } from "../../core/configuration/match.ts";
import { Memory } from "./memory.ts";
import { NoticeArea } from "./noticeArea.ts";
import { OptionList } from "./optionList.ts";
import { isEmptyQuery, parseQuery } from "../../core/configuration/query.ts";
import { Reading } from "./reading.ts";
import { Roving } from "./roving.ts";
import { SearchBox } from "./searchBox.ts";
import { focusOnOpening, searchByKeys } from "../shared/searchKeys.ts";

/** The pause in typing after which the count is announced, in ms. */
const pauseMs = 600;

/**
 * The page: shows the content that it receives, and handles searching, highlighting, and remembering its state by
 * itself.
 */
export class Page {
	readonly #host: Host<FromConfigurationPage>;
	readonly #header: Header;
	readonly #search: SearchBox;
	readonly #list: OptionList;
	readonly #contents: Contents;
	readonly #roving: Roving;
	readonly #reading: Reading;
	readonly #memory: Memory;
	readonly #announcer = new Announcer();
	readonly #copying = new Copying(this.#announcer);
	readonly #notices: NoticeArea;
	#content: PanelContent | undefined;
	#groups: ReadonlySet<string> = new Set();
	/** An option to go to once there are options. */
	#wanted: string | undefined;

	constructor(root: HTMLElement, host: Host<FromConfigurationPage>) {
		this.#host = host;
		this.#header = new Header({
			refresh: () => {
				host.postMessage({ type: "refresh" });
			},
			run: (command) => {
				host.postMessage({ type: "run", command });
			},
		});
		this.#notices = new NoticeArea(
			() => {
				host.postMessage({ type: "act" });
			},
			() => {
				this.#search.clear();
			},
		);
		this.#search = new SearchBox({
			changed: () => {
				this.#reading.fromTheTop(() => {
					this.#filter();
				});
			},
			leaveDown: () => {
				this.#roving.focusFirst();
			},
		});
		this.#list = new OptionList({
			closed: () => {
				this.#memory.save();
			},
			drawn: () => {
				this.#roving.settle();
				this.#reading.rowsChanged();
			},
		});
		this.#contents = new Contents((id) => {
			this.#goToGroup(id);
		});
		this.#roving = new Roving(this.#list, () => {
			this.#search.input.focus();
		});
		this.#reading = new Reading(this.#list, this.#search.element, (group) => {
			this.#contents.count(
				new Map(this.#list.sections.map((section) => [section.id, section.shown])),
			);
			this.#contents.mark(group);
			this.#memory.save();
		});
		this.#memory = new Memory(host, () => {
			const { anchor } = this.#reading;
			const key = this.#content?.deployment?.key ?? this.#memory.before.deployment;
			return {
				...(key !== undefined && { deployment: key }),
				query: this.#search.text,
				closed: this.#list.closed,
				...(anchor && { anchor }),
			};
		});
		this.#assemble(root);
		this.#search.element.hidden = true;
		this.#search.text = this.#memory.before.query;
	}

	/** Shows new content. Keeps the rows if the options are the same. */
	show(content: PanelContent): void {
		const before = this.#content;
		this.#content = content;
		const { view } = content;
		this.#header.show(content);
		this.#search.element.hidden = !view;
		this.#notices.showProblem(content);
		if (view && !before?.view) focusOnOpening(this.#search.input);
		const whole = before?.partial ? undefined : before?.view;
		if (whole && view && before?.revision === content.revision) return;
		this.#rebuild(view ?? { groups: [], total: 0 }, !whole);
		if (this.#wanted !== undefined && view) this.reveal(this.#wanted);
		if (content.partial) {
			afterPaint(() => {
				this.#host.postMessage({ type: "drawn" });
			});
		}
	}

	/** Reveals and focuses an option. Clears a search that hides it. */
	reveal(id: string): void {
		const whole = this.#content?.view && !this.#content.partial;
		this.#wanted = whole ? undefined : id;
		if (this.#wanted !== undefined) return;
		const item = this.#list.items.find(({ row }) => row.id === id);
		if (!item) {
			this.#announcer.show(t("This deployment doesn't have the option {0}.", id));
			return;
		}
		if (!item.shown) this.#search.text = "";
		const row = this.#list.rowOf(item);
		row?.focus({ preventScroll: true });
		row?.scrollIntoView({ block: "center" });
		row?.classList.add("revealed");
		setTimeout(() => row?.classList.remove("revealed"), 2000);
	}

	/** Copies something of an option, like its button. */
	copyFrom(id: string, target: CopyTarget | "link"): void {
		const item = this.#list.items.find(({ row }) => row.id === id);
		const button =
			item &&
			this.#list
				.rowOf(item)
				?.querySelector<HTMLElement>(target === "link" ? "[data-link]" : `[data-copy="${target}"]`);
		button?.click();
	}

	/** Searches for a text as if it were typed. */
	search(query: string): void {
		this.#search.text = query;
	}

	/** Confirms that the extension copied what was requested. */
	copied(): void {
		this.#copying.copied();
	}

	/** @param first whether these are the first options since the page was loaded */
	#rebuild(view: ConfigView, first: boolean): void {
		const { anchor, closed } = first
			? this.#memory.before
			: { anchor: this.#reading.anchor, closed: this.#list.closed };
		const focused = this.#list.itemOf(document.activeElement ?? undefined);
		this.#groups = new Set(view.groups.flatMap(({ path }) => groupKeys(path)));
		this.#search.setGroups(view.groups.map(({ path }) => path));
		this.#contents.show(view.groups);
		this.#list.show(view, closed, this.#content?.linkable ?? false);
		this.#filter();
		const again = this.#list.items.find(({ row }) => row.id === focused?.row.id);
		if (again) this.#list.rowOf(again)?.focus({ preventScroll: true });
		if (anchor) this.#reading.restore(anchor);
	}

	#filter(): void {
		const view = this.#content?.view;
		const query = parseQuery(this.#search.text, this.#groups);
		const shown = this.#list.filter(query);
		this.#roving.settle();
		this.#reading.show(query.words);
		this.#notices.showList(this.#content, shown, query.unknown);
		this.#memory.save();
		if (!view) return;
		const total = countText(view.total);
		const count = isEmptyQuery(query)
			? t("{0} options", total)
			: t("{0} of {1} options", countText(shown), total);
		this.#search.showCount(count);
		this.#announcer.say(count, pauseMs);
	}

	#goToGroup(id: string): void {
		const section = this.#list.sections.find(
			(candidate) =>
				candidate.shown > 0 && (candidate.id === id || candidate.id.startsWith(`${id}/`)),
		);
		this.#list.drawSizes();
		section?.element.scrollIntoView({ block: "start" });
		section?.heading.focus({ preventScroll: true });
	}

	#assemble(root: HTMLElement): void {
		const main = h("main", {}, this.#notices.inList, this.#list.element);
		root.append(
			this.#header.element,
			this.#notices.above,
			this.#search.element,
			h("div", { class: "columns" }, this.#contents.element, main),
			this.#announcer.element,
		);
		listenToClicks(root, this.#host, {
			item: (index) => this.#list.items[index],
			go: (id) => {
				this.reveal(id);
			},
			announce: (sentence) => {
				this.#announcer.say(sentence);
			},
			copying: this.#copying,
		});
		searchByKeys(root, this.#search.input);
	}
}
