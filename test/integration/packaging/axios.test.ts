import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { deflateSync, gzipSync } from "node:zlib";
import esbuild from "esbuild";
import { leaveOut } from "../../../scripts/build/leaveOut.js";
import type { AxiosTransport } from "../../../src/core/http/axiosTransport.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const encoders = { gzip: gzipSync, deflate: deflateSync, identity: (body: Buffer) => body };

describe("axios as it is packaged", function () {
	this.timeout(slowMachine);
	let folder: string;
	let server: Server;
	let origin: string;
	let transport: AxiosTransport;

	before(async () => {
		folder = mkdtempSync(path.join(tmpdir(), "coder-axios-"));
		const outfile = path.join(folder, "transport.mjs");
		await esbuild.build({
			entryPoints: ["src/core/http/axiosTransport.ts"],
			outfile,
			bundle: true,
			format: "esm",
			platform: "node",
			// Without `yaml`, whose parts it expects, too.
			plugins: [
				{ ...leaveOut, setup: (build) => leaveOut.setup({ ...build, onEnd: () => undefined }) },
			],
		});
		const module = (await import(pathToFileURL(outfile).href)) as {
			AxiosTransport: new () => AxiosTransport;
		};
		transport = new module.AxiosTransport();
		server = createServer((request, response) => {
			const encoding = (request.url?.slice(1) ?? "identity") as keyof typeof encoders;
			const chunks: Buffer[] = [];
			request.on("data", (chunk: Buffer) => chunks.push(chunk));
			request.on("end", () => {
				const text = `${request.method ?? ""} ${Buffer.concat(chunks).toString()}`.repeat(100);
				response.setHeader("content-encoding", encoding);
				response.end(encoders[encoding](Buffer.from(text)));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	after(() => {
		server.close();
		server.closeAllConnections();
		rmSync(folder, { recursive: true, force: true });
	});

	for (const encoding of Object.keys(encoders)) {
		for (const method of ["GET", "POST"] as const) {
			it(`sends ${method} and reads an answer with the encoding ${encoding}`, async () => {
				const body = method === "POST" ? '{"größe":1}' : undefined;
				const response = await transport.send({
					method,
					url: `${origin}/${encoding}`,
					headers: { "Content-Type": "application/json" },
					...(body !== undefined && { body }),
					timeoutMs: slowMachine,
					maxBytes: 100_000,
				});
				assert.equal(response.status, 200);
				assert.equal(response.body, `${method} ${body ?? ""}`.repeat(100));
			});
		}
	}

	it("rejects an answer that is too large", async () => {
		const sent = transport.send({
			method: "GET",
			url: `${origin}/gzip`,
			headers: {},
			timeoutMs: slowMachine,
			maxBytes: 100,
		});
		await assert.rejects(sent, { problem: "tooLarge" });
	});
});
