import { plainText } from "../../core/base/plainText.ts";
import { formatAge, formatMoment } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import { pageCommands, type PageCommand } from "../../core/configuration/pageCommands.ts";
import type { PanelContent } from "../../protocol/configuration.ts";
import { h } from "../shared/dom.ts";

/** How often the age is updated, in ms. */
const agingMs = 30_000;

/** The header of the page: the deployment, the age of its configuration, and commands for all of it. */
export class Header {
	readonly #title = h("h1");
	readonly #facts = h("p", { class: "facts" });
	readonly #age = h("span", { class: "age" });
	readonly #refresh = h("button", { type: "button" });
	readonly #commands: readonly HTMLElement[];
	readonly element: HTMLElement;
	#at: number | undefined;

	constructor(events: {
		readonly refresh: () => void;
		readonly run: (command: PageCommand) => void;
	}) {
		this.#refresh.addEventListener("click", events.refresh);
		this.#commands = pageCommands.map((command) => {
			const button = h("button", { type: "button" }, commandLabel(command));
			button.addEventListener("click", () => {
				events.run(command);
			});
			return button;
		});
		this.element = h(
			"header",
			{},
			h("div", {}, this.#title, this.#facts),
			h("div", { class: "commands" }, ...this.#commands, this.#refresh),
		);
		setInterval(() => {
			this.#writeAge();
		}, agingMs);
	}

	show({ deployment, loading, at, view }: PanelContent): void {
		this.#title.textContent = deployment
			? t("{0}: Configuration", deployment.name)
			: t("Configuration");
		document.title = this.#title.textContent;
		this.#facts.replaceChildren();
		if (deployment) {
			this.#facts.append(h("a", { href: deployment.url }, deployment.host));
			if (deployment.version) this.#facts.append(" · ", plainText(deployment.version));
			this.#facts.append(this.#age);
		}
		this.#at = view && at;
		this.#writeAge();
		this.#refresh.textContent = loading ? t("Refreshing…") : t("Refresh");
		this.#refresh.setAttribute("aria-disabled", String(loading));
		this.#refresh.hidden = !deployment;
		for (const button of this.#commands) button.hidden = !view;
	}

	#writeAge(): void {
		this.#age.textContent =
			this.#at === undefined ? "" : ` · ${t("read {0}", formatAge(this.#at, Date.now()))}`;
		this.#age.title = this.#at === undefined ? "" : formatMoment(this.#at);
	}
}

function commandLabel(command: PageCommand): string {
	switch (command) {
		case "compare":
			return t("Compare With…");
		case "export":
			return t("Export…");
		case "openYaml":
			return t("Open as YAML");
		case "openJson":
			return t("Open as JSON");
	}
}
