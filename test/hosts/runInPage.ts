import { format } from "node:util";
import type { Page } from "playwright-core";
import { HumanError } from "../../scripts/humanError.ts";

/** Begins each line of the tests, to tell them from VS Code's own log: see TEST_LINE_MARK. */
export const lineMark = "[test] ";

/**
 * Opens a window whose extension host runs tests, prints what they print and gives their exit code.
 * VS Code reports both by calling two functions of the page, if they are there.
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

/** Prints the lines of tests, and keeps the last others for a run that never came to its tests. */
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
