/**
 * Beginnings that the server reads as numbered lists (`ReadExternalAuthProvidersFromEnv`, `ReadAIProvidersFromEnv` in
 * `cli/server.go`): whatever follows has to be a number, `_` and a key.
 */
const numberedName =
	/^CODER_(EXTERNAL_AUTH|GITAUTH|AIBRIDGE_PROVIDER|AI_GATEWAY_PROVIDER)_(?![+-]?\d+_)/i;

/**
 * True when a server that finds this variable does not start, whatever its value: the name begins as those of a
 * numbered list do, and goes on without a number. Since v2.32 an option of the server has such a name.
 */
export function stopsServer(variable: string): boolean {
	return numberedName.test(variable);
}
