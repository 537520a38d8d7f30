import type { Logger } from "../../src/core/base/logger.ts";
import { scrubbingLogger } from "../../src/core/coder/scrubbingLogger.ts";

/** A logger that keeps every line, as it was written and as the product's log shows it. */
export interface RecordingLogger extends Logger {
	/** Lines before scrubbing. */
	readonly raw: readonly string[];
	/** Lines after scrubbing. */
	readonly shown: readonly string[];
}

/** Makes a logger that keeps its lines. */
export function recordingLogger(): RecordingLogger {
	const raw: string[] = [];
	const shown: string[] = [];
	const inner = scrubbingLogger(each((line) => shown.push(line)));
	const write = (level: keyof Logger) => (message: string) => {
		raw.push(`${level}: ${message}`);
		inner[level](message);
	};
	return {
		raw,
		shown,
		trace: write("trace"),
		debug: write("debug"),
		info: write("info"),
		warn: write("warn"),
		error: write("error"),
	};
}

function each(write: (message: string) => void): Logger {
	return { trace: write, debug: write, info: write, warn: write, error: write };
}
