const prefix = "session:";

/** The name under which the secret storage keeps a deployment's session. */
export function secretKey(deploymentKey: string): string {
	return prefix + deploymentKey;
}

/** The key of the deployment whose session is kept under a name; nothing for other extensions' secrets. */
export function deploymentOfSecret(name: string): string | undefined {
	return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}
