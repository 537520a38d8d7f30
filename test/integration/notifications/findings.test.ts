import assert from "node:assert/strict";
import "../../support/stable.ts";
import { mute, unmute } from "../../../src/core/findings/muting.ts";
import { saved } from "../../support/recorded.ts";
import { company, pprof } from "./support/company.ts";
import { openOffice } from "./support/office.ts";

const minute = 60_000;
const sentence =
	"New high-severity finding for coder.larkspur.example: pprof is reachable from any network.";

describe("the notification of new high-severity findings", () => {
	it("isn't shown for findings that existed when it was turned on", async () => {
		const office = openOffice();
		office.answer(company(pprof));
		const window = office.open();
		await window.refresh();
		office.set("highFindings", true);
		await window.look();
		await window.refresh();
		assert.deepEqual(window.messages, []);
	});

	it("is shown once per finding, in one window, even after restarts", async () => {
		const office = openOffice();
		office.set("highFindings", true);
		office.answer(company({}));
		const [one, other] = [office.open(), office.open()];
		for (const window of [one, other]) await window.refresh();
		assert.deepEqual(one.messages, []);
		office.answer(company(pprof));
		await Promise.all([one.refresh(), other.refresh()]);
		const restarted = office.open();
		await restarted.refresh();
		assert.deepEqual([...one.messages, ...other.messages, ...restarted.messages], [sentence]);
		assert.deepEqual([...one.notifications, ...other.notifications][0]?.buttons[0]?.action, {
			section: "findings",
		});
	});

	it("combines several findings in one sentence", async () => {
		const office = openOffice();
		office.set("highFindings", true);
		office.answer(company({}));
		const window = office.open();
		await window.refresh();
		office.answer(company({ ...pprof, CODER_DANGEROUS_ALLOW_CORS_REQUESTS: true }));
		await window.refresh();
		assert.equal(window.messages.length, 1);
		assert.match(
			window.messages[0] ?? "",
			/^2 new high-severity findings for coder\.larkspur\.example: .*pprof is reachable/,
		);
	});

	it("is shown again only if the finding was gone for 15 minutes", async () => {
		const office = openOffice();
		office.set("highFindings", true);
		office.answer(company({}));
		const window = office.open();
		await window.refresh();
		for (const gone of [1, 1, 16]) {
			office.answer(company(pprof));
			await window.refresh();
			office.answer(company({}));
			await window.refresh();
			office.clock.advance(gone * minute);
			await window.refresh();
		}
		assert.deepEqual(window.messages, [sentence]);
		office.answer(company(pprof));
		await window.refresh();
		assert.deepEqual(window.messages, [sentence, sentence]);
	});

	it("isn't shown for muted findings, or when they are unmuted", async () => {
		const office = openOffice();
		office.set("highFindings", true);
		office.answer(company({}));
		const window = office.open();
		await window.refresh();
		const muted = mute({}, saved.url, "pprof-everywhere");
		office.mutedFindings = muted;
		office.answer(company(pprof));
		await window.refresh();
		office.mutedFindings = unmute(muted, saved.url, "pprof-everywhere");
		await window.look();
		assert.deepEqual(window.messages, []);
	});
});
