import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { poll } from "../../../test/ui/harness/poll.ts";

const sources = fileURLToPath(new URL("..", import.meta.url));

/** The IDs of the extensions that do nothing: one for warming up, and one for comparison. */
export const emptyIds = { warm: "bench.warm", empty: "bench.empty" } as const;

/** Communicates with the benchmark's extension in a window's extension host. */
export class Probe {
	readonly #portFile: string;
	/** The folders of the benchmark's extensions. */
	readonly extensions: readonly string[];

	private constructor(folder: string, extensions: readonly string[]) {
		this.#portFile = path.join(folder, "port");
		this.extensions = extensions;
	}

	/** Writes the benchmark's extensions to a separate folder. */
	static async make(folder: string): Promise<Probe> {
		return new Probe(folder, [
			await makeExtension(folder, "bench.probe", "probe", "onStartupFinished"),
			await makeExtension(folder, emptyIds.warm, "empty", "onCommand:none"),
			await makeExtension(folder, emptyIds.empty, "empty", "onCommand:none"),
		]);
	}

	/** The environment variables that the extension host needs. */
	get env(): Readonly<Record<string, string>> {
		return { BENCH_PORT: this.#portFile };
	}

	/** Waits for the extension host. */
	async ready(): Promise<void> {
		await this.#port();
	}

	/** Forgets the extension host, because a new one is about to start. */
	async forget(): Promise<void> {
		await rm(this.#portFile, { force: true });
	}

	/** Activates extensions, one after the other. */
	async activate(ids: readonly string[]): Promise<void> {
		await this.#send({ action: "activate", ids });
	}

	/** Runs a command, and returns when it was called, in ms since the epoch. */
	async run(command: string, ...args: readonly unknown[]): Promise<number> {
		const { startedAt } = await this.#send<{ startedAt: number }>({ action: "run", command, args });
		return startedAt;
	}

	/** Opens an empty panel, and returns when. */
	async openEmpty(): Promise<number> {
		return (await this.#send<{ startedAt: number }>({ action: "openEmpty" })).startedAt;
	}

	/** Opens a panel with an input that only echoes. */
	async openEcho(): Promise<void> {
		await this.#send({ action: "openEcho" });
	}

	/** Returns the size of the extension host's heap after garbage collection, in bytes. */
	async heap(): Promise<number> {
		return (await this.#send<{ bytes: number }>({ action: "heap" })).bytes;
	}

	async #port(): Promise<string> {
		return poll("the benchmark's extension", 60_000, async () => {
			const text = await readFile(this.#portFile, "utf8").catch(() => "");
			return text === "" ? undefined : text;
		});
	}

	async #send<T>(what: object): Promise<T> {
		return (await sendTo(await this.#port(), what)) as T;
	}
}

async function sendTo(port: string, what: object): Promise<unknown> {
	const response = await fetch(`http://127.0.0.1:${port}`, {
		method: "POST",
		body: JSON.stringify(what),
	});
	if (!response.ok) throw new Error(await response.text());
	return response.json();
}

/** Writes the package of an extension whose code is a file of this folder. */
async function makeExtension(
	folder: string,
	id: string,
	source: "probe" | "empty",
	activationEvent: string,
): Promise<string> {
	const [publisher, name] = id.split(".");
	const place = path.join(folder, id);
	const manifest = {
		publisher,
		name,
		version: "1.0.0",
		engines: { vscode: "^1.100.0" },
		type: "module",
		main: "./extension.js",
		activationEvents: [activationEvent],
		extensionKind: ["workspace"],
	};
	await mkdir(place, { recursive: true });
	await writeFile(path.join(place, "package.json"), JSON.stringify(manifest));
	await cp(path.join(sources, source, "extension.js"), path.join(place, "extension.js"));
	return place;
}
