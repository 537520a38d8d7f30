import assert from "node:assert/strict";
import { errors, type Frame } from "playwright-core";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { signIn } from "./session.ts";

describe("keyboard access", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let page: Frame;

	before(async () => {
		sample = await startSampleDeployment();
		window = await openWorkbench({ size: { width: 1400, height: 900 } });
		await signIn(window, sample.url, sample.tokens.owner);
		await window.tree().waitForRow("Changes");
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	const press = async (...keys: string[]): Promise<void> => {
		for (const key of keys) await window.page.keyboard.press(key);
	};

	/** Returns the focused row of the tree. */
	const focusedRow = (): Promise<string> =>
		window.tree().pane.locator(".monaco-list-row.focused .label-name").innerText();

	/** Moves down in the tree to the row with this label. */
	async function goTo(label: string): Promise<void> {
		await poll(`the row ${label}`, 20_000, async () => {
			if ((await focusedRow()) === label) return true;
			await press("ArrowDown");
			return false;
		});
	}

	/** Runs a command from the Command Palette without the mouse. */
	async function run(title: string): Promise<void> {
		const lines = window.quickInput.widget.locator(".monaco-list-row.focused .label-name");
		const first = lines.filter({ visible: true }).first();
		await poll(`"${title}" in the palette`, 40_000, async () => {
			try {
				if (!(await window.quickInput.input.isVisible())) await press("F1");
				await window.quickInput.input.fill(`>${title}`, { timeout: 1000 });
				return (await first.innerText({ timeout: 2000 })).trim() === title;
			} catch (error) {
				if (error instanceof errors.TimeoutError) return false;
				throw error;
			}
		});
		await press("Enter");
		await window.quickInput.waitUntilClosed();
	}

	/** Returns what has the focus in the panel: the name of an option, or the element's role or tag. */
	const focusedInPage = (): Promise<string> =>
		page.evaluate(() => {
			const { activeElement } = document;
			const row = activeElement?.closest(".row")?.querySelector("h3")?.textContent;
			return row ?? activeElement?.getAttribute("role") ?? activeElement?.tagName ?? "";
		});

	it("announces every row of the tree", async () => {
		for (const { label, ariaLabel } of await window.tree().rows()) {
			for (const word of label.split(" ")) assert.ok(ariaLabel.includes(word), ariaLabel);
		}
	});

	it("opens a section and copies a value", async () => {
		await run("Coder Deployment: Focus on Coder Deployment View");
		await press("Home");
		await goTo("Build");
		await press("ArrowRight");
		await window.tree().waitForRow("Deployment ID");
		await goTo("Deployment ID");
		await press("Shift+F10");
		await window.contextMenu.entries();
		const menu = window.contextMenu.menu;
		await poll("Copy Value in the menu", 10_000, async () => {
			const chosen = menu.locator(".action-item:focus, .action-item :focus").last();
			if (
				(await chosen.innerText({ timeout: 1000 }).catch(() => "")).trim().startsWith("Copy Value")
			)
				return true;
			await press("ArrowDown");
			return false;
		});
		await press("Enter");
		await poll("the id", 10_000, async () => (await window.clipboard()).startsWith("5e1ec7ed-"));
	});

	it("copies the value of the row that has the focus, not of the selected one", async () => {
		await run("Coder Deployment: Focus on Coder Deployment View");
		const selected = window.tree().pane.locator(".monaco-list-row.selected .label-name");
		assert.equal(await selected.innerText(), new URL(sample.url).host);
		await press("Home");
		await goTo("Version");
		await press("ControlOrMeta+c");
		await poll("the version", 10_000, async () => (await window.clipboard()).startsWith("v2.35.1"));
		assert.equal(await selected.innerText(), new URL(sample.url).host);
		await goTo("Deployment ID");
	});

	it("keeps the focus on its row while the tree changes", async () => {
		await run("Coder Deployment: Focus on Coder Deployment View");
		assert.equal(await focusedRow(), "Deployment ID");
		sample.upgrade("next");
		sample.setExperiments(["oauth2"]);
		await run("Coder Deployment: Refresh");
		// The tree is drawn a last time when what has changed is stored. If that happened in the milliseconds in which a
		// panel takes the focus, VS Code would give it back to the tree.
		for (const [section, start] of [
			["Experiments", "1 "],
			["Changes", "in the last hour"],
		] as const) {
			await poll(`the change of ${section}`, 20_000, async () =>
				(await window.tree().rows()).some(
					({ label, description }) => label === section && description.startsWith(start),
				),
			);
		}
		await run("Coder Deployment: Focus on Coder Deployment View");
		assert.equal(await focusedRow(), "Deployment ID");
	});

	it("opens the panel, searches, and moves into the rows and back", async () => {
		await run("Coder Deployment: Open Configuration");
		page = await window.webview(".row");
		await poll("the search box", 10_000, async () => {
			if ((await focusedInPage()) === "combobox") return true;
			await press("/");
			return false;
		});
		await window.page.keyboard.type("access url");
		await poll("the search", 10_000, () => page.getByText(/^\d+ of 292 options$/).count());
		// The first key closes the suggestions if there are any.
		await poll("a row", 10_000, async () => {
			if ((await focusedInPage()) !== "combobox") return true;
			await press("ArrowDown");
			return false;
		});
		const first = await focusedInPage();
		await press("ArrowDown");
		assert.notEqual(await focusedInPage(), first);
		await press("ArrowUp");
		assert.equal(await focusedInPage(), first);
		await press("ArrowUp");
		assert.equal(await focusedInPage(), "combobox");
	});

	it("keeps the focus on its option while options change", async () => {
		await press("ArrowDown", "ArrowDown");
		const before = await focusedInPage();
		assert.notEqual(before, "combobox");
		sample.setConfigOption("CODER_WILDCARD_ACCESS_URL", "*.apps.larkspur.example", "env");
		// The Command Palette would take the focus, and a click by a script doesn't.
		await page.getByRole("button", { name: "Refresh", exact: true }).evaluate((button) => {
			(button as HTMLButtonElement).click();
		});
		await page.getByText("*.apps.larkspur.example").first().waitFor();
		assert.equal(await focusedInPage(), before);
	});

	it("shows no animation with reduced motion", async () => {
		await window.page.emulateMedia({ reducedMotion: "reduce" });
		const moving = await page.evaluate(() => {
			const bars = document.createElement("div");
			bars.className = "notice loading";
			bars.innerHTML = '<div class="bars"><div class="bar"></div></div>';
			document.body.append(bars);
			const found = [...document.querySelectorAll("*")].filter((element) => {
				const { animationName, transitionDuration } = getComputedStyle(element);
				return animationName !== "none" || /[1-9]/.test(transitionDuration);
			});
			bars.remove();
			return found.map(({ outerHTML }) => outerHTML);
		});
		assert.deepEqual(moving, []);
		await window.page.emulateMedia({ reducedMotion: null });
	});
});
