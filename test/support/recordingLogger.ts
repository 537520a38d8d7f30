import type { Logger } from "../../src/core/base/logger.ts";
import { scrubbingLogger } from "../../src/core/coder/scrubbingLogger.ts";

/** A logger that records every line, both as written and as the product's log shows it. */
export interface RecordingLogger extends Logger {
	/** Lines before masking. */
	readonly raw: readonly string[];
	/** Lines after masking. */
	readonly shown: readonly string[];
}

/** Creates a recording logger. */
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
