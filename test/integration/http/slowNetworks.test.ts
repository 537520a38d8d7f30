import assert from "node:assert/strict";
import dns from "node:dns";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import "../../support/stable.ts";
import { AxiosTransport } from "../../../src/core/http/axiosTransport.ts";
import { explainTransport } from "../../../src/core/http/explainTransport.ts";
import { attemptOptions, firstAttemptMs } from "../../../src/core/http/connectionAttempts.ts";
import {
	defaultNetworkOptions,
	type NetworkOptions,
} from "../../../src/core/http/settings/networkOptions.ts";
import { toTransportError } from "../../../src/core/http/networkErrors.ts";
import type { TransportError, TransportRequest } from "../../../src/core/http/transport.ts";
import { patchAsVscode, patches } from "./support/vscodePatch.ts";
import { slowMachine } from "../../support/slowMachine.ts";

/** A server on 127.0.0.1 in a thread that pauses on demand; it then accepts no connections. */
const server = `
	const { parentPort } = require("node:worker_threads");
	const server = require("node:http").createServer((_request, response) => response.end("{}"));
	server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => parentPort.postMessage(server.address().port));
	parentPort.on("message", (ms) => {
		parentPort.postMessage("still");
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
	});
`;

const request = (url: string, more: Partial<TransportRequest> = {}): TransportRequest => ({
	method: "GET",
	url,
	headers: {},
	timeoutMs: 15_000,
	maxBytes: 1000,
	...more,
});
const send = (url: string, more: Partial<TransportRequest> = {}) =>
	new AxiosTransport().send(request(url, more));
const problem = async (url: string, more: Partial<TransportRequest> = {}) => {
	const error = await send(url, more).then(
		() => undefined,
		(thrown: unknown) => thrown as TransportError,
	);
	assert.ok(error);
	return { error, explained: explainTransport(error, request(url, more)) };
};

describe("slow networks", function () {
	this.timeout(slowMachine);
	const lookup = dns.lookup;
	const connect = Object.getOwnPropertyDescriptor(net.Socket.prototype, "connect");
	let worker: Worker;
	let port: number;
	const fillers: net.Socket[] = [];

	/** Names under `.example` have two addresses; the second one refuses everything. */
	const twoAddresses = (first: string, second: string): void => {
		const addresses = [first, second].map((address) => ({ address, family: net.isIP(address) }));
		dns.lookup = ((_name: string, options: unknown, done?: unknown) => {
			const finish = (done ?? options) as (error: null, found: unknown, family?: number) => void;
			const all = typeof options === "object" && (options as { all?: boolean }).all === true;
			setImmediate(() => {
				if (all) finish(null, addresses);
				else finish(null, first, net.isIP(first));
			});
		}) as typeof dns.lookup;
	};

	/** Accepts no connections for this long: the system drops connection attempts, and retries after a second. */
	const standStill = async (ms: number): Promise<void> => {
		worker.postMessage(ms);
		await once(worker, "message");
		for (let filler = 0; filler < 4; filler++) {
			const socket = net.connect({ port, host: "127.0.0.1" });
			socket.on("error", () => undefined);
			fillers.push(socket);
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	};

	beforeEach(async () => {
		worker = new Worker(server, { eval: true });
		[port] = (await once(worker, "message")) as [number];
	});
	afterEach(async () => {
		dns.lookup = lookup;
		if (connect) Object.defineProperty(net.Socket.prototype, "connect", connect);
		for (const socket of fillers.splice(0)) socket.destroy();
		http.globalAgent.destroy();
		await worker.terminate();
	});

	it("take longer for a handshake than Node waits, while the other address refuses", async () => {
		for (const [first, second] of [
			["127.0.0.1", "::1"],
			["127.0.0.1", "127.0.0.3"],
		] as const) {
			twoAddresses(first, second);
			await standStill(700);
			const started = Date.now();
			assert.equal((await send(`http://slow.example:${port}/`)).status, 200, second);
			assert.ok(Date.now() - started > 250, "the handshake must be a slow one");
			http.globalAgent.destroy();
		}
	});

	for (const version of Object.keys(patches) as (keyof typeof patches)[]) {
		it(`are waited for with Node patched as in VS Code ${version}`, async () => {
			const unpatch = patchAsVscode(version, {});
			try {
				twoAddresses("127.0.0.1", "::1");
				await standStill(700);
				assert.equal((await send(`http://slow.example:${port}/`)).status, 200);
			} finally {
				unpatch();
			}
		});
	}

	it("give each address the full time if the first attempts are too short", async () => {
		twoAddresses("127.0.0.1", "::1");
		await standStill(1500);
		// A third of the timeout for the first attempt, less than the second after which the system retries.
		assert.equal((await send(`http://slow.example:${port}/`, { timeoutMs: 2900 })).status, 200);
	});

	it("are also waited for on our own route", async () => {
		twoAddresses("127.0.0.1", "::1");
		const direct: NetworkOptions = {
			...defaultNetworkOptions,
			route: { kind: "direct", because: "test" },
		};
		await standStill(700);
		const { status } = await send(`http://slow.example:${port}/`, { network: direct });
		assert.equal(status, 200);
	});

	it("time out only when our own timeout expires", async () => {
		twoAddresses("127.0.0.1", "::1");
		await standStill(3000);
		const { error, explained } = await problem(`http://slow.example:${port}/`, { timeoutMs: 600 });
		assert.equal(error.problem, "timeout");
		assert.equal(error.details.timeUp, true);
		assert.equal(explained.message, `slow.example:${port} didn't respond within 600 milliseconds.`);
	});

	it("report the system's timeout if the system gave up", async () => {
		let tries = 0;
		net.Socket.prototype.connect = function (this: net.Socket) {
			tries += 1;
			const failure = new Error("connect ETIMEDOUT 192.0.2.1:80");
			process.nextTick(() =>
				this.destroy(Object.assign(failure, { code: "ETIMEDOUT", syscall: "connect" })),
			);
			return this;
		};
		const { error, explained } = await problem("http://192.0.2.1/");
		assert.equal(error.problem, "timeout");
		assert.equal(explained.kind, "timeout");
		assert.equal(explained.message, "The connection to 192.0.2.1 timed out.");
		assert.equal(tries, 2, "tried once more, with all the time");
	});

	it("report both slow and refusing addresses as causes", () => {
		const failed = (code: string) => Object.assign(new Error(code), { code, syscall: "connect" });
		for (const order of [
			["ETIMEDOUT", "ECONNREFUSED"],
			["ECONNREFUSED", "ETIMEDOUT", "ECONNREFUSED"],
		]) {
			const all = Object.assign(new AggregateError(order.map(failed)), { code: order[0] });
			const { details, causes } = toTransportError(all);
			assert.equal(details.slowToConnect, true);
			assert.ok(causes.some((cause) => cause.includes("ECONNREFUSED")));
		}
		const read = Object.assign(new Error("read"), { code: "ETIMEDOUT", syscall: "read" });
		assert.equal(toTransportError(read).details.slowToConnect, undefined);
		assert.equal(toTransportError(failed("ECONNREFUSED")).details.slowToConnect, undefined);
	});

	it("leave time for several addresses, however short a request's timeout", () => {
		assert.equal(firstAttemptMs(15_000), 2000);
		assert.equal(firstAttemptMs(3000), 1000);
		assert.equal(firstAttemptMs(1), 250);
		assert.deepEqual(attemptOptions(7), { autoSelectFamilyAttemptTimeout: 7 });
	});

	it("that stall after connecting report our own timeout", async () => {
		const stalled = net.createServer(() => undefined).listen(0, "127.0.0.1");
		await once(stalled, "listening");
		const { port: at } = stalled.address() as AddressInfo;
		const { error } = await problem(`http://127.0.0.1:${at}/`, { timeoutMs: 300 });
		stalled.close();
		assert.equal(error.problem, "timeout");
		assert.equal(error.details.timeUp, true);
	});
});
