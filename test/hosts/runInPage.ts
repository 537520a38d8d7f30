import { format } from "node:util";
import type { Page } from "playwright-core";
import { HumanError } from "../../scripts/humanError.ts";

/** Starts each line of the tests' output, to distinguish it from VS Code's own log: see TEST_LINE_MARK. */
export const lineMark = "[test] ";

/**
 * Opens a window whose extension host runs tests, prints their output, and returns their exit code. VS Code reports
 * both by calling two functions of the page, if they exist.
 */
export async function runInPage(page: Page, url: string, minutes: number): Promise<number> {
	const log = new TestLog();
	const exitCode = new Promise<number>((resolve, reject) => {
		const ended = (reason: string) => (): void => {
			reject(new HumanError(`${reason}\n${log.unmarked()}`));
		};
		setTimeout(ended(`The tests did not end within ${minutes} minutes.`), minutes * 60_000).unref();
		page.on("crash", ended("The browser's page crashed."));
		page.on("close", ended("The browser closed before the tests ended."));
		void page.exposeFunction("codeAutomationExit", resolve);
	});
	await page.exposeFunction("codeAutomationLog", (_type: string, args: readonly unknown[]) => {
		log.add(format(...args));
	});
	await page.goto(url);
	const code = await exitCode;
	if (code !== 0 && !log.printed) {
		console.log(log.unmarked());
	}
	return code;
}

/** Prints the tests' lines, and keeps the last other lines for a run that never reached its tests. */
class TestLog {
	printed = false;
	private others: string[] = [];

	add(line: string): void {
		if (line.startsWith(lineMark)) {
			this.printed = true;
			console.log(line.slice(lineMark.length));
		} else {
			this.others = [...this.others, line].slice(-50);
		}
	}

	unmarked(): string {
		return this.others.join("\n");
	}
}
