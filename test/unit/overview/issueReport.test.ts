import assert from "node:assert/strict";
import { issueReport } from "../../../src/core/overview/issueReport.ts";

describe("the issue report", () => {
	it("asks what happened and includes the versions", () => {
		const text = issueReport({
			extension: "1.2.3",
			editor: "Code 1.100.0",
			system: "linux 6.1 x64",
			remote: "ssh-remote",
			coder: "v2.35.1",
		});
		assert.deepEqual(text.split("\n"), [
			"## What happened",
			"",
			"## What you expected",
			"",
			"## Steps to reproduce",
			"",
			"## Versions",
			"- Coder Deployment: 1.2.3",
			"- Editor: Code 1.100.0",
			"- System: linux 6.1 x64",
			"- Remote: ssh-remote",
			"- Coder: v2.35.1",
			"",
			"The log (Coder Deployment: Show Log) often has more details. It contains addresses, so read it before you share it.",
			"",
		]);
	});

	it("says what isn't known", () => {
		const text = issueReport({ extension: "1", editor: "e", system: "s" });
		assert.match(text, /^- Remote: None\n- Coder: Unknown$/m);
	});
});
