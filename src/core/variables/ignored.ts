/**
 * Whether the setting `coderDeployment.variables.ignored` names a variable; a `*` at the end of a name stands for
 * anything. People may have written anything into the setting; what is no text is left out.
 */
export function isIgnored(name: string, setting: unknown): boolean {
	if (!Array.isArray(setting)) return false;
	return setting.some(
		(entry: unknown) =>
			typeof entry === "string" &&
			(entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : name === entry),
	);
}
