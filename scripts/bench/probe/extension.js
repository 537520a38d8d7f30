// Controls the extension host for the benchmark: activates extensions one by one, runs commands, and measures the heap,
// as requested over HTTP. See scripts/bench/host/probe.ts.
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import v8 from "node:v8";
import vm from "node:vm";
import * as vscode from "vscode";

/** Returns the time in ms since the epoch, including fractions. */
const now = () => performance.timeOrigin + performance.now();

/** How long an extension may continue to work after its activation before the next one is activated, in ms. */
const pauseMs = 400;

const actions = {
	/** Activates extensions, one after the other. */
	activate: async ({ ids }) => {
		const { now: whole } = Date;
		// VS Code takes activation times from here. Otherwise, they are whole milliseconds.
		Date.now = now;
		for (const id of ids) {
			const extension = vscode.extensions.getExtension(id);
			if (extension.isActive) throw new Error(`${id} is already active`);
			await extension.activate();
			await sleep(pauseMs);
		}
		Date.now = whole;
		return {};
	},
	/** Runs a command, and returns when it was called. */
	run: async ({ command, args }) => {
		const startedAt = now();
		await vscode.commands.executeCommand(command, ...args);
		return { startedAt };
	},
	/** Opens a panel that only contains a marker. */
	openEmpty: () => {
		const startedAt = now();
		const { Active } = vscode.ViewColumn;
		const panel = vscode.window.createWebviewPanel("bench.empty", "Empty", Active, {});
		panel.webview.html = '<!DOCTYPE html><body><p class="bench-empty">Empty</p></body>';
		return { startedAt };
	},
	/** Opens a panel with an input whose text the page repeats below it. */
	openEcho: () => {
		const { Active } = vscode.ViewColumn;
		const panel = vscode.window.createWebviewPanel("bench.echo", "Echo", Active, {
			enableScripts: true,
		});
		panel.webview.html = `<!DOCTYPE html><body><input role="combobox"><p class="bench-echo"></p><script>
			const input = document.querySelector("input");
			const echo = () => { document.querySelector("p").textContent = input.value; };
			input.addEventListener("input", echo);
			input.addEventListener("keydown", ({ key }) => {
				if (key !== "Escape") return;
				input.value = "";
				echo();
			});
		</script>`;
		return {};
	},
	/** Returns the used size of the heap after garbage collection, in bytes. */
	heap: async () => {
		v8.setFlagsFromString("--expose-gc");
		const collect = vm.runInNewContext("gc");
		for (let round = 0; round < 3; round++) {
			await sleep(100);
			collect();
		}
		return { bytes: process.memoryUsage().heapUsed };
	},
};

export function activate() {
	const server = createServer(async (request, response) => {
		let body = "";
		for await (const chunk of request) body += chunk;
		const { action, ...rest } = JSON.parse(body);
		try {
			response.end(JSON.stringify(await actions[action](rest)));
		} catch (error) {
			response.writeHead(500).end(String(error));
		}
	});
	server.listen(0, "127.0.0.1", () => {
		writeFileSync(process.env.BENCH_PORT, String(server.address().port));
	});
}
