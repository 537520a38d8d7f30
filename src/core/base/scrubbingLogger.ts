import type { Logger } from "./logger.ts";
import { scrub } from "./scrub.ts";

/** A logger that scrubs every line. No line should need it; it is there for the one that does. */
export function scrubbingLogger(logger: Logger): Logger {
	return {
		trace: (message) => {
			logger.trace(scrub(message));
		},
		debug: (message) => {
			logger.debug(scrub(message));
		},
		info: (message) => {
			logger.info(scrub(message));
		},
		warn: (message) => {
			logger.warn(scrub(message));
		},
		error: (message) => {
			logger.error(scrub(message));
		},
	};
}
