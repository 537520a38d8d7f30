/**
 * Prefixes that the server parses as numbered lists (`ReadExternalAuthProvidersFromEnv`, `ReadAIProvidersFromEnv` in
 * `cli/server.go`). They must be followed by a number, `_`, and a key.
 */
const numberedName =
	/^CODER_(EXTERNAL_AUTH|GITAUTH|AIBRIDGE_PROVIDER|AI_GATEWAY_PROVIDER)_(?![+-]?\d+_)/i;

/**
 * Returns true if this variable prevents the server from starting, whatever its value: its name begins like a numbered
 * list but continues without a number. Since v2.32, a server option has such a name.
 */
export function stopsServer(variable: string): boolean {
	return numberedName.test(variable);
}
