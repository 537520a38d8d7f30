/**
 * Files in the order in which they apply, as Helm and Compose take them: what others override comes first, which has
 * the shorter name (`values.yaml` before `values-prod.yaml`, `compose.yaml` before `compose.override.yaml`).
 */
export function inOrder<T>(files: readonly T[], pathOf: (file: T) => string): T[] {
	const name = (file: T): string => pathOf(file).split("/").at(-1) ?? "";
	return files.toSorted(
		(a, b) => name(a).length - name(b).length || (pathOf(a) < pathOf(b) ? -1 : 1),
	);
}
