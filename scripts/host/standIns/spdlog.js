// Replaces the native module @vscode/spdlog, so that VS Code's log files and output channels have content without a
// compiler. Implements the part of the interface that VS Code uses. Plain JavaScript, because it is copied into VS
// Code's folder.
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

const levels = ["trace", "debug", "info", "warning", "error", "critical", "off"];

export class Logger {
	constructor(_type, _name, file) {
		this.file = file;
		this.level = levels.indexOf("info");
		this.raw = false;
		mkdirSync(dirname(file), { recursive: true });
	}
	write(level, message) {
		if (level < this.level) {
			return;
		}
		const time = new Date().toISOString().replace("T", " ").replace("Z", "");
		const line = this.raw ? message : `${time} [${levels[level]}] ${message}\n`;
		try {
			appendFileSync(this.file, line);
		} catch {
			// The folder of a finished test run may already be deleted.
		}
	}
	trace(message) {
		this.write(0, message);
	}
	debug(message) {
		this.write(1, message);
	}
	info(message) {
		this.write(2, message);
	}
	warn(message) {
		this.write(3, message);
	}
	error(message) {
		this.write(4, message);
	}
	critical(message) {
		this.write(5, message);
	}
	getLevel() {
		return this.level;
	}
	setLevel(level) {
		this.level = level;
	}
	setPattern() {}
	clearFormatters() {
		this.raw = true;
	}
	flush() {}
	drop() {}
}

export const version = 0;
export function setLevel() {}
export function setFlushOn() {}
export async function createRotatingLogger(name, file) {
	return new Logger("rotating", name, file);
}
export const createAsyncRotatingLogger = createRotatingLogger;
