/** The log that core writes to; a subset of VS Code's `LogOutputChannel`. */
export interface Logger {
	trace(message: string): void;
	debug(message: string): void;
	info(message: string): void;
	warn(message: string): void;
	error(message: string): void;
}
