import type { Logger } from "../base/logger.ts";
import { plainText } from "../base/plainText.ts";
import { scrub } from "./scrub.ts";

/** Returns a logger that scrubs every entry and keeps it on one line, whatever a server put into it. */
export function scrubbingLogger(logger: Logger): Logger {
	return {
		trace: (message) => {
			logger.trace(clean(message));
		},
		debug: (message) => {
			logger.debug(clean(message));
		},
		info: (message) => {
			logger.info(clean(message));
		},
		warn: (message) => {
			logger.warn(clean(message));
		},
		error: (message) => {
			logger.error(clean(message));
		},
	};
}

function clean(message: string): string {
	return plainText(scrub(message));
}
