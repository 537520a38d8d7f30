// Runs VS Code's server with what the code-server wrapper would add for a browser's secrets.
// Usage: node serverEntry.js KEY_FILE SERVER_MAIN FLAGS...
// Plain JavaScript, because the host's Node runs it without tsx.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import { pathToFileURL } from "node:url";

const [node, , keyFile, serverMain, ...flags] = process.argv;

/**
 * The workbench in the browser keeps secrets encrypted in its local storage, and asks the server
 * for its half of the key. Without an answer, secrets are forgotten with the page.
 */
function answerMintKey(key) {
	const emit = http.Server.prototype.emit;
	http.Server.prototype.emit = function (event, ...args) {
		const [request, response] = args;
		if (event === "request" && request.method === "POST" && /\/mint-key$/.test(request.url)) {
			response.writeHead(200, { "Content-Type": "application/octet-stream" });
			response.end(key);
			return true;
		}
		return Reflect.apply(emit, this, [event, ...args]);
	};
}

if (!existsSync(keyFile)) {
	writeFileSync(keyFile, randomBytes(32), { mode: 0o600 });
}
answerMintKey(readFileSync(keyFile));

// The channel to the parent closes when the parent dies, however it dies.
process.on("disconnect", () => {
	process.kill(process.platform === "win32" ? process.pid : -process.pid, "SIGKILL");
});

process.argv = [node, serverMain, ...flags];
await import(pathToFileURL(serverMain).href);
