const prefix = "session:";

/** Returns the key of a deployment's session in the secret storage. */
export function secretKey(deploymentKey: string): string {
	return prefix + deploymentKey;
}

/** Returns the key of the deployment that a secret belongs to, or `undefined` for other secrets. */
export function deploymentOfSecret(name: string): string | undefined {
	return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}
