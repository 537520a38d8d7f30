import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A port on another loopback address that forwards to one on 127.0.0.1. */
export interface SecondLoopback {
	readonly port: number;
	close(): void;
}

/**
 * Listens on 127.0.0.2, which is also this machine but not a loopback name for VS Code: it uses proxies for it.
 *
 * @throws on systems that only have 127.0.0.1, such as macOS
 */
export async function listenOnSecondLoopback(target: number): Promise<SecondLoopback> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		const onward = connect(target, "127.0.0.1");
		for (const [one, other] of [
			[socket, onward],
			[onward, socket],
		] as const) {
			sockets.add(one);
			one.on("error", () => other.destroy());
			one.on("close", () => {
				sockets.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	});
	server.listen(0, "127.0.0.2");
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		close: () => {
			server.close();
			for (const socket of sockets) socket.destroy();
		},
	};
}
