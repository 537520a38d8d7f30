import assert from "node:assert/strict";
import { DocumentPauses } from "../../../src/ui/files/documentPauses.ts";

describe("pauses in editing documents", () => {
	it("lead to one call for each document, however many keystrokes there were", async () => {
		const called: string[] = [];
		const [first, second, closed] = [{ name: "first" }, { name: "second" }, { name: "closed" }];
		await new Promise<void>((resolve) => {
			const pauses = new DocumentPauses<{ name: string }>(({ name }) => {
				called.push(name);
				if (called.length === 2) resolve();
			});
			for (let key = 0; key < 30; key++) {
				for (const document of [first, second, closed]) pauses.start(document);
			}
			pauses.cancel(closed);
		});
		assert.deepEqual(called.toSorted(), ["first", "second"]);
	});

	it("end without a call when the feature ends, and can start again after a call", async () => {
		const called: string[] = [];
		const document = { name: "again" };
		const ended = new DocumentPauses<{ name: string }>(() => called.push("ended"));
		ended.start(document);
		ended.dispose();
		for (let round = 1; round <= 2; round++) {
			await new Promise<void>((resolve) => {
				const pauses = new DocumentPauses<{ name: string }>(({ name }) => {
					called.push(name);
					resolve();
				});
				pauses.start(document);
			});
		}
		assert.deepEqual(called, ["again", "again"]);
	});
});
