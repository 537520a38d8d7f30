import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { SampleTls } from "./startOptions.ts";

/** An HTTP or HTTPS listener on 127.0.0.1 that can be stopped and restarted on the same port. */
export class Listener {
	private server: Server | undefined;
	private readonly sockets = new Set<Socket>();
	private readonly onRequest: RequestListener;
	private readonly tls: SampleTls | undefined;
	/** The port; 0 until the first start if a free one was requested. */
	port: number;

	/** Doesn't listen until `start`. */
	constructor(onRequest: RequestListener, port: number, tls?: SampleTls) {
		this.onRequest = onRequest;
		this.port = port;
		this.tls = tls;
	}

	/** Number of open connections. */
	get openSockets(): number {
		return this.sockets.size;
	}

	/** Whether it accepts connections. */
	get listening(): boolean {
		return this.server !== undefined;
	}

	/** Starts accepting connections; has no effect if it already does. */
	async start(): Promise<void> {
		if (this.server) {
			return;
		}
		const server = this.create();
		server.keepAliveTimeout = 0;
		server.requestTimeout = 0;
		server.on("connection", (socket: Socket) => {
			this.sockets.add(socket);
			socket.once("close", () => this.sockets.delete(socket));
		});
		server.listen(this.port, "127.0.0.1");
		await once(server, "listening");
		this.port = (server.address() as AddressInfo).port;
		this.server = server;
	}

	/** Refuses new connections and destroys the open ones. */
	async stop(): Promise<void> {
		const server = this.server;
		this.server = undefined;
		if (!server) {
			return;
		}
		const closed = once(server, "close");
		server.close();
		for (const socket of this.sockets) {
			socket.destroy();
		}
		await closed;
	}

	private create(): Server {
		if (!this.tls) {
			return createServer(this.onRequest);
		}
		const { key, cert, ca, requestClientCert = false } = this.tls;
		const checks = { requestCert: requestClientCert, rejectUnauthorized: requestClientCert };
		return createTlsServer(
			{ key, cert, ...(ca !== undefined && { ca }), ...checks },
			this.onRequest,
		);
	}
}
