import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { turns, type Bench } from "../bench.ts";
import { figure, type Figure } from "../figure.ts";
import { interleave, type Run } from "../interleave.ts";
import { besideStub } from "../vscodeStub.ts";

const script = fileURLToPath(new URL("../timeImport.js", import.meta.url));
const empty = fileURLToPath(new URL("../empty/extension.js", import.meta.url));
const run = promisify(execFile);

/** Measures the time to load the activation code in a separate Node process, compared with an empty module. */
export async function loading(bench: Bench): Promise<readonly Figure[]> {
	const timed = async (name: string, main: string): Promise<Run> => {
		const file = await besideStub(main, path.join(bench.folder, "loading", name));
		return async () => {
			const { stdout } = await run(process.execPath, [script, pathToFileURL(file).href]);
			return Number(stdout);
		};
	};
	const values = await interleave(
		{
			base: await timed("empty", empty),
			ours: await timed("ours", bench.ours.main),
			peer: bench.peer && (await timed("peer", bench.peer.main)),
		},
		turns(bench, 15),
	);
	return [
		figure(
			{
				name: "loading the activation code in Node",
				how: "in a new process each time, with a stub of `vscode`",
				unit: "ms",
				goal: { kind: "more", most: 5 },
				against: "a module that only imports `vscode`",
			},
			values,
		),
	];
}
