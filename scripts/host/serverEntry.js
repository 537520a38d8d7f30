// Runs VS Code's server with the few responses that the code-server wrapper would add.
// Usage: node serverEntry.js KEY_FILE SERVER_MAIN FLAGS...
// Plain JavaScript, because the host's Node runs it without tsx.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import { pathToFileURL } from "node:url";

const [node, , keyFile, serverMain, ...flags] = process.argv;

if (!existsSync(keyFile)) {
	writeFileSync(keyFile, randomBytes(32), { mode: 0o600 });
}

const key = readFileSync(keyFile);

/** Each function receives its pattern's match in "METHOD /path?query". */
const answers = [
	// The workbench stores secrets encrypted in the browser, and requests half of the key. Without it, secrets are lost
	// with the page.
	[/^POST \/mint-key$/, () => [200, { "Content-Type": "application/octet-stream" }, key]],
	// The page reports an error if it is missing.
	[
		/^GET \/_static\/out\/browser\/serviceWorker\.js$/,
		() => [200, { "Content-Type": "text/javascript", "Service-Worker-Allowed": "/" }, ""],
	],
	// The workbench opens links to other ports of this machine through the server. The browser runs on this machine
	// too, and can open them directly.
	[
		/^GET \/proxy\/(\d+)(\/.*)?$/,
		([, port, path = "/"]) => [302, { Location: `http://127.0.0.1:${port}${path}` }, ""],
	],
];

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, ...args) {
	if (event === "request") {
		const [request, response] = args;
		for (const [pattern, answer] of answers) {
			const match = pattern.exec(`${request.method} ${request.url}`);
			if (match) {
				const [status, headers, body] = answer(match);
				response.writeHead(status, headers).end(body);
				return true;
			}
		}
	}
	return Reflect.apply(emit, this, [event, ...args]);
};

// The channel to the parent closes when the parent ends, for any reason.
process.on("disconnect", () => {
	process.kill(process.platform === "win32" ? process.pid : -process.pid, "SIGKILL");
});

process.argv = [node, serverMain, ...flags];
await import(pathToFileURL(serverMain).href);
