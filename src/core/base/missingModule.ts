/**
 * Whether an error means that a file of the extension is missing, which happens when the extension is updated while a
 * window still runs the previous version.
 */
export function isMissingModule(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const { code } = error as NodeJS.ErrnoException;
	return (
		code === "ERR_MODULE_NOT_FOUND" ||
		code === "MODULE_NOT_FOUND" ||
		/cannot find module|dynamically imported module/i.test(error.message)
	);
}
