const cleanups = new Set<() => void>();
let listening = false;
const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/**
 * Calls `cleanup` when this process ends, including by Ctrl+C or a signal, so that no server or browser outlives it.
 * `cleanup` must not wait for anything. Returns a function that unregisters it.
 */
export function onExit(cleanup: () => void): () => void {
	listen();
	cleanups.add(cleanup);
	return () => cleanups.delete(cleanup);
}

function listen(): void {
	if (listening) {
		return;
	}
	listening = true;
	process.on("exit", () => {
		for (const cleanup of cleanups) {
			try {
				cleanup();
			} catch (error) {
				// An error must not prevent the other cleanups.
				console.error(error);
			}
		}
	});
	for (const [signal, number] of Object.entries(signals)) {
		process.on(signal, () => process.exit(128 + number));
	}
}
