const cleanups = new Set<() => void>();
let listening = false;
const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/**
 * Runs `cleanup` when this process ends, also by Ctrl+C or a kill, so that no server or browser
 * outlives it. It must not wait for anything. The function returned takes the cleanup back.
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
				// The others must have their turn.
				console.error(error);
			}
		}
	});
	for (const [signal, number] of Object.entries(signals)) {
		process.on(signal, () => process.exit(128 + number));
	}
}
