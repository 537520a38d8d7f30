import assert from "node:assert/strict";
import { createServer, type AddressInfo } from "node:net";
import { requireFreePort } from "../../../scripts/start/freePorts.ts";

describe("the port of npm start", () => {
	it("is rejected at once if another program uses it, and used if it's free", async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const { port } = server.address() as AddressInfo;
		await assert.rejects(requireFreePort(port, "--port"), {
			name: "HumanError",
			message: `Port ${port} is already in use. Stop the other program or choose another port with --port.`,
		});
		await new Promise((resolve) => server.close(resolve));
		await requireFreePort(port, "--port");
		await requireFreePort(0, "--port");
	});
});
