import assert from "node:assert/strict";
import "../../support/stable.ts";
import { saved } from "../../support/recorded.ts";
import { openOffice, type Office } from "./support/office.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Statistics collected at a time of the server's clock. */
function latency(office: Office, collectedAt: number, ms: number): void {
	office.answer({
		deploymentStats: {
			body: {
				collected_at: new Date(collectedAt).toISOString(),
				workspaces: { connection_latency_ms: { P50: 10, P95: ms } },
			},
		},
	});
}

describe("notifications after a clock was ahead", () => {
	it("show an update that was snoozed then within the intended week", async () => {
		const office = openOffice();
		office.answer({
			buildInfo: { body: { version: "v2.35.1+8b44bd6" } },
			updateCheck: {
				body: {
					current: false,
					version: "v2.36.0",
					url: "https://github.com/coder/coder/releases/tag/v2.36.0",
				},
			},
		});
		const window = office.open();
		await window.refresh();
		assert.equal(window.messages.length, 1);
		await window.muting.putOff(saved.key, "v2.36.0", office.clock.now() + 365 * day);
		await window.refresh();
		assert.equal(window.messages.length, 2, "nothing is put off for a year");
		await window.muting.putOff(saved.key, "v2.36.0", office.clock.now());
		await window.refresh();
		assert.equal(window.messages.length, 2);
		office.clock.advance(7 * day);
		await window.refresh();
		assert.equal(window.messages.length, 3);
	});

	it("show a high latency even after the server's clock was set back by a year", async () => {
		const office = openOffice();
		office.set("latency", 100);
		latency(office, office.clock.now() + 365 * day, 50);
		const window = office.open();
		await window.refresh();
		for (let count = 0; count < 5; count++) {
			office.clock.advance(minute);
			latency(office, office.clock.now(), 500);
			await window.refresh();
		}
		assert.equal(window.messages.length, 1);
		assert.match(window.messages[0] ?? "", /^The latency/);
	});
});
