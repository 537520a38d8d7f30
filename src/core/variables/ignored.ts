/**
 * Whether the setting `coderDeployment.variables.ignored` matches a variable. A trailing `*` matches any ending. The
 * setting may contain anything; entries that aren't strings are ignored.
 */
export function isIgnored(name: string, setting: unknown): boolean {
	if (!Array.isArray(setting)) return false;
	return setting.some(
		(entry: unknown) =>
			typeof entry === "string" &&
			(entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : name === entry),
	);
}
