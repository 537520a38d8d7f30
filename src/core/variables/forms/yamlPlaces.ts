/** Keys next to `name` that refer to the source of a variable's value. */
export const sourceKeys: ReadonlySet<string> = new Set(["valueFrom", "value_from"]);

/** Returns a key next to a variable as Kubernetes spells it. CloudFormation's keys start with a capital letter. */
export function namedKey(key: string | undefined): string | undefined {
	return key === "Name" || key === "Value" || key === "ValueFrom"
		? key.charAt(0).toLowerCase() + key.slice(1)
		: key;
}

/** Whether a map or list of variables is Compose's: in a service, or in a fragment for several services. */
export function isCompose([first = "", ...rest]: readonly string[]): boolean {
	return (
		(first === "services" || first.startsWith("x-")) &&
		(first !== "services" || rest.at(-1) === "environment")
	);
}

/**
 * Whether the values of a map are encoded or encrypted: the data of a Secret, which is in Base64, or of a SealedSecret.
 *
 * @param path the keys above the map
 * @param kind the `kind` of the document
 */
export function isEncoded(path: readonly string[], kind: string | undefined): boolean {
	const [last] = path.slice(-1);
	return (kind === "Secret" && path.length === 1 && last === "data") || last === "encryptedData";
}
