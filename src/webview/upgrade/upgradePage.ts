import { t } from "../../core/base/l10n.ts";
import { plainText } from "../../core/base/plainText.ts";
import type { FromUpgradePage, UpgradeContent } from "../../protocol/upgrade.ts";
import { Announcer } from "../shared/announcer.ts";
import { Copying } from "../shared/copying.ts";
import { h } from "../shared/dom.ts";
import type { Host } from "../shared/host.ts";
import { TabStop } from "../shared/tabStop.ts";
import { upgradeSection } from "./upgradeSection.ts";

/** The page: shows the preview that it receives, and remembers its deployment and target. */
export class UpgradePage {
	readonly #host: Host<FromUpgradePage>;
	readonly #title = h("h1");
	readonly #notes = h("ul", { class: "notes" });
	readonly #links = h("p", { class: "facts" });
	readonly #notice = h("div", { class: "notice", role: "status" });
	readonly #sections = h("div", { class: "sections" });
	readonly #announcer = new Announcer();
	readonly #copying = new Copying(this.#announcer);
	readonly #change = this.#button(t("Change Version…"), "changeTarget");
	readonly #copy = this.#button(t("Copy as Markdown"), "copyMarkdown");
	readonly #export = this.#button(t("Export With Current Names"), "exportReplaced");
	readonly #again = this.#button("", "again");
	readonly #stop = new TabStop(this.#sections, () => [
		...this.#sections.querySelectorAll<HTMLElement>("a, button"),
	]);
	#plan = "";

	constructor(root: HTMLElement, host: Host<FromUpgradePage>) {
		this.#host = host;
		this.#sections.addEventListener("click", ({ target }) => {
			const { id } = (target as Element).closest<HTMLElement>("button[data-id]")?.dataset ?? {};
			if (id !== undefined) host.postMessage({ type: "openOption", id });
		});
		root.append(
			h(
				"header",
				{},
				h("div", {}, this.#title, this.#notes, this.#links),
				h("div", { class: "commands" }, this.#change, this.#copy, this.#export, this.#again),
			),
			h("main", {}, this.#notice, this.#sections),
			this.#announcer.element,
		);
	}

	/** Shows new content. */
	show({ deployment, target, loading, problem, plan, links }: UpgradeContent): void {
		this.#host.setState({ deployment, target });
		this.#title.textContent = plainText(plan?.title ?? t("Upgrade Preview"));
		document.title = this.#title.textContent;
		this.#notes.replaceChildren(...(plan?.notes ?? []).map((note) => h("li", {}, note)));
		this.#links.replaceChildren(
			...links.flatMap(([label, url], index) => [
				index > 0 ? " · " : "",
				h("a", { href: url }, label),
			]),
		);
		this.#copy.hidden = !plan;
		this.#export.hidden = !plan?.replaceable;
		this.#again.textContent = loading ? t("Reading…") : t("Read Again");
		this.#again.setAttribute("aria-disabled", String(loading));
		const notice = problem ?? (plan ? "" : t("Loading…"));
		this.#notice.textContent = notice;
		this.#notice.hidden = notice === "";
		this.#draw(plan);
	}

	/** Confirms that the extension copied what was requested. */
	copied(): void {
		this.#copying.copied();
	}

	/** Draws a preview. If it hasn't changed, keeps it, and with it the scroll position. */
	#draw(plan: UpgradeContent["plan"]): void {
		const text = JSON.stringify(plan);
		if (text === this.#plan) return;
		this.#plan = text;
		this.#sections.replaceChildren(...(plan?.sections ?? []).map(upgradeSection));
		this.#stop.settle();
	}

	#button(label: string, type: Exclude<FromUpgradePage["type"], "openOption">): HTMLElement {
		const element = h("button", { type: "button" }, label);
		element.addEventListener("click", () => {
			if (element.getAttribute("aria-disabled") === "true") return;
			this.#host.postMessage({ type });
			if (type !== "copyMarkdown") return;
			this.#copying.start(() => {
				this.#announcer.show(t("Copied"));
			});
		});
		return element;
	}
}
