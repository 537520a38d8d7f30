import type { Frame, Page } from "playwright-core";
import {
	bidiOverride,
	escapeCharacter,
	hostileCommand,
	hostileIcon,
	hostileSecret,
} from "../../sample-deployment/hostile/hostileTexts.ts";

/** Returns what a hostile text turned into on the screen, in words; nothing if it remained text. */
export async function hostileMarks(page: Page, foreignUrl: string): Promise<readonly string[]> {
	const found = await Promise.all(page.frames().map((frame) => marksIn(frame, foreignUrl)));
	return [...new Set(found.flat())];
}

async function marksIn(frame: Frame, foreignUrl: string): Promise<readonly string[]> {
	try {
		return await frame.evaluate(
			({ command, foreign, icon, controls, secret }) => {
				const marks: string[] = [];
				for (const element of document.querySelectorAll("a, [href], [data-href], [src]")) {
					const target = ["href", "data-href", "src"]
						.map((name) => element.getAttribute(name) ?? "")
						.join(" ");
					const text = element.textContent;
					if (target.includes(command)) marks.push(`a link that runs a command: ${text}`);
					// An address that's shown as it is may be a link; one behind other words or in an image may not.
					else if (target.includes(foreign) && !text.includes(foreign)) {
						marks.push(`${element.tagName} with a foreign address behind “${text}”`);
					}
				}
				if (document.querySelector(`.codicon-${icon}`)) marks.push("an icon");
				const body = document.querySelector("body");
				if (!body) return marks;
				// Editors show documents literally, and highlight such characters themselves.
				const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
				while (walker.nextNode()) {
					const { textContent: text, parentElement } = walker.currentNode;
					if (!text || parentElement?.closest("script, style, .view-lines")) continue;
					const place = text.slice(0, 80);
					if (controls.some((control) => text.includes(control))) {
						marks.push(`a control character in “${place}”`);
					}
					if (text.includes(secret)) marks.push(`a secret in “${place}”`);
				}
				for (const element of document.querySelectorAll("[aria-label], [title]")) {
					const text = `${element.getAttribute("aria-label") ?? ""} ${element.getAttribute("title") ?? ""}`;
					if (controls.some((control) => text.includes(control)) || text.includes(secret)) {
						marks.push(`a control character or secret in the label “${text.slice(0, 80)}”`);
					}
				}
				if (Object.hasOwn(Object.prototype, "polluted")) marks.push("a changed prototype");
				return marks;
			},
			{
				command: hostileCommand,
				foreign: foreignUrl,
				icon: hostileIcon,
				controls: [bidiOverride, escapeCharacter],
				secret: hostileSecret,
			},
		);
	} catch {
		// The frame was removed while it was read.
		return [];
	}
}
