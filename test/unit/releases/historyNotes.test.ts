import assert from "node:assert/strict";
import "../../support/stable.ts";
import {
	deprecatedSince,
	factAt,
	type OptionHistory,
} from "../../../src/core/releases/optionHistory.ts";
import { historyNotes } from "../../../src/core/releases/historyNotes.ts";
import { optionHistories } from "../../../src/core/releases/options.ts";
import { assertGolden } from "../../support/golden.ts";

describe("the notes about an option's past", () => {
	it("say since when it exists, what replaced it, and what its default was", () => {
		assert.deepEqual(historyNotes("CODER_AIBRIDGE_ENABLED"), [
			"Available since v2.27.",
			"Deprecated since v2.34 in favor of CODER_AI_GATEWAY_ENABLED.",
			"Before v2.34, the default was false.",
		]);
		assert.deepEqual(historyNotes("CODER_WORKSPACE_PREBUILDS_RECONCILIATION_INTERVAL"), [
			"Available since v2.24.",
			"Before v2.25, the default was 15s.",
		]);
	});

	it("say when it was removed", () => {
		assert.deepEqual(historyNotes("CODER_IN_MEMORY"), ["Coder removed it in v2.25."]);
	});

	it("don't say when an option was added or deprecated that the first release had like that", () => {
		for (const id of ["CODER_ACCESS_URL", "CODER_ADDRESS"]) assert.deepEqual(historyNotes(id), []);
		assert.deepEqual(historyNotes("CODER_SSH_HOSTNAME_PREFIX"), [
			"Deprecated since v2.32 in favor of CODER_WORKSPACE_HOSTNAME_SUFFIX.",
		]);
	});

	it("are these for all options", () => {
		const lines = [...optionHistories().keys()].flatMap((id) => {
			const notes = historyNotes(id);
			return notes.length > 0 ? [id, ...notes.map((note) => `  ${note}`)] : [];
		});
		assertGolden("history-notes", `${lines.join("\n")}\n`);
	});

	it("are based on facts, which are empty before the option was added", () => {
		const track = [
			[5, "a"],
			[7, "b"],
		] as const;
		assert.deepEqual(
			[4, 5, 6, 7, 8].map((release) => factAt(track, release)),
			["", "a", "a", "b", "b"],
		);
	});

	it("are empty for an option of another server", () => {
		assert.deepEqual(historyNotes("CODER_X"), []);
		assert.deepEqual(historyNotes(""), []);
	});

	it("mention a missing default in words", () => {
		const missing = [...optionHistories().values()].flatMap(({ id, tracks }) =>
			tracks.default.slice(0, -1).some(([, value]) => value === "") ? [id] : [],
		);
		assert.ok(missing.length > 0);
		for (const id of missing) {
			const notes = historyNotes(id).join(" ");
			assert.match(notes, /Before v2\.\d+, it had no default\./, id);
			assert.doesNotMatch(notes, /the default was \./, id);
		}
	});

	it("use the first replacement's release, unless the first release had one", () => {
		const option = optionHistories().get("CODER_AIBRIDGE_ENABLED") ?? assert.fail();
		const since = (successors: OptionHistory["tracks"]["successors"], added = 0) =>
			deprecatedSince({ ...option, since: added, tracks: { ...option.tracks, successors } });
		assert.equal(since([[0, ""]]), undefined);
		assert.equal(since([[0, "B"]]), undefined);
		assert.equal(since([[5, "B"]], 5), 5);
		const changed = [
			[0, ""],
			[7, "B"],
			[9, "C"],
		] as const;
		assert.equal(since(changed), 7);
	});
});
