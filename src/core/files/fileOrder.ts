/**
 * Sorts files in the order in which Helm and Compose apply them: a file with a shorter name comes first and is
 * overridden (`values.yaml` before `values-prod.yaml`, `compose.yaml` before `compose.override.yaml`).
 */
export function inOrder<T>(files: readonly T[], pathOf: (file: T) => string): T[] {
	const name = (file: T): string => pathOf(file).split("/").at(-1) ?? "";
	return files.toSorted(
		(a, b) => name(a).length - name(b).length || (pathOf(a) < pathOf(b) ? -1 : 1),
	);
}
