import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { History } from "../../src/core/history/history.ts";
import { bundled } from "../support/bundled.ts";
import { seen, temporaryFolder } from "../integration/history/observations.ts";

const writer = path.join(import.meta.dirname, "../integration/history/writer.ts");
const key = "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11";

/** Opens a window's history in a folder, and collects the problems that it reports. */
function open(root: string) {
	const problems: string[] = [];
	const history = new History(root, (problem) => problems.push(problem));
	const newest = async () => {
		const id = (await history.ids(key)).at(-1) ?? assert.fail("nothing was kept");
		return (await history.read(key, id)) ?? assert.fail("the newest is damaged");
	};
	return { history, problems, newest };
}

describe("the history with several processes", () => {
	it("is intact after each of a hundred kills in the middle of writing", async function () {
		this.timeout(300_000);
		const root = temporaryFolder();
		const script = await bundled(writer, temporaryFolder());
		let last = 0;
		for (let round = 0; round < 100; round++) {
			const from = round * 1000;
			const child = spawn(process.execPath, [script, root, key, String(from)], {
				stdio: ["ignore", "pipe", "inherit"],
			});
			await once(child.stdout, "data");
			await new Promise((resolve) => setTimeout(resolve, (round * 7) % 60));
			child.kill("SIGKILL");
			await once(child, "exit");
			const { problems, newest } = open(root);
			const { takenAt } = await newest();
			assert.deepEqual(problems, []);
			assert.ok(takenAt >= last && takenAt >= 1000 + from, "nothing that was kept is lost");
			last = takenAt;
		}
		const { history, newest, problems } = open(root);
		await history.record(key, seen(1e9, "after"));
		assert.equal((await newest()).state.config?.options[0]?.value, "after");
		assert.deepEqual(problems, []);
	});
});
