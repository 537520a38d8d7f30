/** An error whose message is a whole sentence for the person at the terminal; it needs no stack. */
export class HumanError extends Error {
	override name = "HumanError";
}

/** The text to print for anything thrown: the sentence alone, or the stack of an unexpected error. */
export function errorText(error: unknown): string {
	if (error instanceof HumanError) {
		return error.message;
	}
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a script's main function; a failure is printed and becomes the exit code. */
export async function runMain(main: () => Promise<number>): Promise<void> {
	try {
		process.exit(await main());
	} catch (error) {
		console.error(errorText(error));
		process.exit(1);
	}
}
