import type { CopyTarget, FromConfigurationPage } from "../../protocol/configuration.ts";
import { t } from "../../core/base/l10n.ts";
import type { Copying } from "../shared/copying.ts";
import type { Host } from "../shared/host.ts";
import type { Item } from "./item.ts";

/** Callbacks for clicks in the page. */
export interface ClickEvents {
	readonly item: (index: number) => Item | undefined;
	/** Goes to the option with an ID. */
	readonly go: (id: string) => void;
	readonly announce: (sentence: string) => void;
	readonly copying: Copying;
}

const copiedMs = 1500;

/** Handles the buttons of all rows and all links with a single listener. */
export function listenToClicks(
	root: HTMLElement,
	host: Host<FromConfigurationPage>,
	events: ClickEvents,
): void {
	root.addEventListener("click", (event) => {
		const target = (event.target as Element).closest<HTMLElement>("a, button");
		if (!target) return;
		if (target instanceof HTMLAnchorElement) {
			// VS Code's frame opens links itself without asking the extension, so it must not receive this event.
			event.preventDefault();
			event.stopPropagation();
			host.postMessage({ type: "openUrl", url: target.href });
			return;
		}
		const { copy, go, link } = target.dataset;
		if (go !== undefined) events.go(go);
		const index = target.closest<HTMLElement>(".row")?.dataset.index;
		const item = index === undefined ? undefined : events.item(Number(index));
		if (!item || (copy === undefined && link === undefined)) return;
		const text = copy === undefined ? undefined : item.row[copy as CopyTarget];
		if (text !== undefined) host.postMessage({ type: "copy", text });
		else host.postMessage({ type: "copyLink", id: item.row.id });
		events.copying.start(() => {
			events.announce(t("Copied"));
			target.classList.add("copied");
			setTimeout(() => {
				target.classList.remove("copied");
			}, copiedMs);
		});
	});
}
