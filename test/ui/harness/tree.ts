import { errors, type Locator, type Page } from "playwright-core";
import { contextMenu } from "./menu.ts";
import { hoverText } from "./hover.ts";
import { poll } from "./poll.ts";

/** A visible row of a tree. */
export interface TreeRow {
	readonly label: string;
	readonly description: string;
	/** 1 for the top level. */
	readonly level: number;
	/** Undefined for a row without children. */
	readonly expanded: boolean | undefined;
	/** Names of the icon's theme icon, for example `warning`; empty for none. */
	readonly icon: string;
	/** What a screen reader announces. */
	readonly ariaLabel: string;
}

/** A view in the side bar with a tree. */
export class TreeView {
	/** The view with its title bar. */
	readonly pane: Locator;
	private readonly page: Page;

	constructor(page: Page, pane: Locator) {
		this.page = page;
		this.pane = pane;
	}

	/** Returns the visible rows, from top to bottom. */
	async rows(): Promise<readonly TreeRow[]> {
		const rows = await this.pane.locator(".monaco-list-row").evaluateAll((elements) =>
			elements.map((row) => {
				const text = (selector: string): string =>
					row.querySelector(selector)?.textContent.trim() ?? "";
				const icon = row.querySelector(".custom-view-tree-node-item-icon")?.className ?? "";
				return {
					top: row.getBoundingClientRect().top,
					label: text(".label-name"),
					description: text(".label-description"),
					level: Number(row.getAttribute("aria-level")),
					expanded: row.getAttribute("aria-expanded"),
					icon: /codicon-(?!modifier)([\w-]+)/.exec(icon)?.[1] ?? "",
					ariaLabel: row.getAttribute("aria-label") ?? "",
				};
			}),
		);
		return rows
			.sort((a, b) => a.top - b.top)
			.map(({ top, expanded, ...row }) => ({
				...row,
				expanded: expanded === null ? undefined : expanded === "true",
			}));
	}

	/** Returns the visible rows as text, indented by level: `label  description`. */
	async text(): Promise<string> {
		const rows = await this.rows();
		return rows
			.map((row) => `${"  ".repeat(row.level - 1)}${row.label}  ${row.description}`.trimEnd())
			.join("\n");
	}

	/** Returns the row with exactly this label. */
	row(label: string): Locator {
		return this.pane.locator(".monaco-list-row").filter({
			has: this.page.locator(".label-name").getByText(label, { exact: true }),
		});
	}

	async waitForRow(label: string): Promise<void> {
		await this.row(label).first().waitFor();
	}

	async expand(label: string): Promise<void> {
		await this.toggle(label, true);
	}

	async collapse(label: string): Promise<void> {
		await this.toggle(label, false);
	}

	/**
	 * Clicks the twistie of a row, and again if the row was redrawn at that moment: VS Code then drops the click, draws an
	 * open row closed again before its children have arrived, or leaves it open without them. The row is found and
	 * clicked at once, because another one may be in its place a moment later.
	 */
	private async toggle(label: string, expanded: boolean): Promise<void> {
		const toggled = this.pane
			.locator(`.monaco-list-row[aria-expanded="${String(expanded)}"]`)
			.filter({ has: this.page.locator(".label-name").getByText(label, { exact: true }) })
			.first();
		await poll(`the row ${label} to be ${expanded ? "open" : "closed"}`, 20_000, async () => {
			if ((await toggled.isVisible()) && (!expanded || (await this.childrenArrive(label)))) {
				return true;
			}
			await this.pane.evaluate((pane, text) => {
				const row = [...pane.querySelectorAll(".monaco-list-row")].find(
					(one) => one.querySelector(".label-name")?.textContent === text,
				);
				row?.querySelector<HTMLElement>(".monaco-tl-twistie")?.click();
			}, label);
			await toggled.waitFor({ timeout: 3000 }).catch(() => undefined);
			return false;
		});
	}

	/** Returns whether the children of an open row are drawn within 3 seconds. */
	private childrenArrive(label: string): Promise<boolean> {
		return poll(`the children of ${label}`, 3000, () => this.showsChildren(label)).then(
			() => true,
			() => false,
		);
	}

	/** Returns whether the row below an open row is its child, or out of sight. */
	private async showsChildren(label: string): Promise<boolean> {
		const rows = await this.rows();
		const index = rows.findIndex((row) => row.label === label && row.expanded);
		const [row, next] = rows.slice(index, index + 2);
		return index >= 0 && row !== undefined && (next === undefined || next.level > row.level);
	}

	async click(label: string): Promise<void> {
		await this.staysInPlace(label);
		await this.row(label).first().locator(".label-name").click();
	}

	/** Waits until a row stays where it is: rows that arrive above it would move it away from the mouse. */
	private async staysInPlace(label: string): Promise<void> {
		let before: number | undefined;
		await poll(`the row ${label} to stay in its place`, 20_000, async () => {
			const box = await this.row(label).first().boundingBox();
			if (box && box.y === before) return true;
			before = box?.y;
			await this.page.waitForTimeout(300);
			return false;
		});
	}

	/** Returns the text of a row's tooltip. */
	async hover(label: string): Promise<string> {
		return hoverText(this.page, this.row(label).first().locator(".label-name"));
	}

	/**
	 * Selects one of a row's inline actions, which are visible while the mouse is over the row. If the row is redrawn or a
	 * tooltip covers it at that moment, the mouse moves again.
	 */
	async pressInlineAction(label: string, action: string): Promise<void> {
		const row = this.row(label).first();
		await poll(`the action ${action} of ${label}`, 20_000, async () => {
			await this.page.mouse.move(0, 0);
			return row
				.hover({ timeout: 3000 })
				.then(() => row.getByRole("button", { name: action }).click({ timeout: 3000 }))
				.then(
					() => true,
					(error: unknown) => {
						if (error instanceof errors.TimeoutError) return false;
						throw error;
					},
				);
		});
	}

	/** Opens a row's context menu and returns its items; see `contextMenu` for selecting one. */
	async openContextMenu(label: string): Promise<readonly string[]> {
		await this.staysInPlace(label);
		await this.row(label).first().click({ button: "right" });
		return contextMenu(this.page).entries();
	}

	/** The view's title bar: a container's only view lends it to the side bar. */
	get titleBar(): Locator {
		const sideBar = this.page.locator(".part.sidebar > .composite.title");
		return this.pane.locator(".pane-header").or(sideBar).filter({ visible: true }).last();
	}

	/** Selects a button of the title bar, which appears on hover. */
	async pressTitleAction(action: string): Promise<void> {
		await this.pane.hover();
		await this.titleBar.getByRole("button", { name: action }).click();
	}

	/** The welcome text of an empty view, with its buttons and links. */
	get welcome(): Locator {
		return this.pane.locator(".welcome-view-content");
	}

	/** The message above the tree. */
	get message(): Locator {
		return this.pane.locator(".tree-explorer-viewlet-tree-view > .message");
	}
}
