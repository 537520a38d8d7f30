/**
 * Whether an error says that a part of the extension is not on the disk any more. It happens when the extension is
 * updated while a window runs the version before.
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
