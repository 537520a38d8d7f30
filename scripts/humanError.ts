/** An error whose message is a complete sentence for users of the terminal, who don't need a stack trace. */
export class HumanError extends Error {
	override name = "HumanError";
}

/** Returns the text to print for an error: only the sentence, or the stack trace if the error is unexpected. */
export function errorText(error: unknown): string {
	if (error instanceof HumanError) {
		return error.message;
	}
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a script's main function. Prints an error, and sets the exit code. */
export async function runMain(main: () => Promise<number>): Promise<void> {
	try {
		process.exit(await main());
	} catch (error) {
		console.error(errorText(error));
		process.exit(1);
	}
}
