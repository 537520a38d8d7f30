import assert from "node:assert/strict";
import { scrubbingLogger } from "../../../src/core/coder/scrubbingLogger.ts";

describe("a log entry", () => {
	for (const [text, line] of [
		["asked\n2026-01-01 [error] forged", "asked 2026-01-01 [error] forged"],
		["\u001b[31mred\u001b[0m", "red"],
		["\u202egnp.exe", "gnp.exe"],
		["a\u2028b\u0085c\r\nd", "a b c d"],
	] as const) {
		it(`stays on one line in reading order: ${JSON.stringify(text)}`, () => {
			const lines: string[] = [];
			const keep = (message: string) => lines.push(message);
			const logger = scrubbingLogger({
				trace: keep,
				debug: keep,
				info: keep,
				warn: keep,
				error: keep,
			});
			logger.trace(text);
			logger.debug(text);
			logger.info(text);
			logger.warn(text);
			logger.error(text);
			assert.deepEqual(new Set(lines), new Set([line]));
			assert.equal(lines.length, 5);
		});
	}
});
