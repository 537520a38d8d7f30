import { createServer } from "node:net";
import { HumanError } from "../humanError.ts";

/**
 * Checks that no process listens on a port of this machine's loopback address.
 *
 * @param option the option that selects another port
 * @throws HumanError if the port is in use
 */
export async function requireFreePort(port: number, option: string): Promise<void> {
	// 0 uses any free port.
	if (port === 0 || (await isFree(port))) return;
	throw new HumanError(
		`Port ${port} is already in use. Stop the other program or choose another port with ${option}.`,
	);
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", (error: NodeJS.ErrnoException) => {
			if (error.code === "EADDRINUSE") resolve(false);
			else reject(error);
		});
		server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
			server.close(() => {
				resolve(true);
			});
		});
	});
}
