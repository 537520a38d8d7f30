import assert from "node:assert/strict";
import "../../support/stable.ts";
import { formatMoment, formatTime } from "../../../src/core/base/format.ts";
import { setTimeZone } from "../../../src/core/base/timeZone.ts";
import { speak, stringsId, type Strings } from "../../../src/webview/shared/strings.ts";
import { dateThere, timeLabels } from "../../../src/webview/statistics/statsAxes.ts";
import { formatPoint } from "../../../src/webview/statistics/statsText.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";
import { TestWindow } from "../configuration/support/testWindow.ts";

const moment = Date.parse("2026-03-05T03:30:07Z");
const zones = ["America/New_York", "UTC", "Asia/Kolkata", "Pacific/Kiritimati", "Europe/Berlin"];

/** Returns what a page shows in a browser on a machine in UTC if the extension's machine has another time zone. */
function page(strings: Partial<Strings>): { readonly moment: string; readonly time: string } {
	const window = new TestWindow();
	const element = window.window.document.createElement("script");
	element.id = stringsId;
	element.textContent = JSON.stringify({ language: "en", ...strings });
	window.window.document.body.append(element);
	speak();
	return { moment: plainSpaces(formatMoment(moment)), time: plainSpaces(formatTime(moment)) };
}

describe("a point in time", () => {
	afterEach(() => {
		setTimeZone(undefined, false);
	});

	for (const zone of zones) {
		it(`is the same in tree and panels: a host in ${zone}, a browser in UTC`, () => {
			// As the extension formats it, on its own machine.
			setTimeZone(zone, true);
			const host = plainSpaces(formatMoment(moment));
			setTimeZone(undefined, false);
			assert.equal(page({ timeZone: zone, nameTimeZone: true }).moment, host);
			const named = page({ timeZone: zone, nameTimeZone: false }).moment;
			assert.equal(named, zone === "UTC" ? "Mar 5, 2026, 3:30 AM" : host);
		});
	}

	it("includes its zone if the reader may be elsewhere, and is unchanged otherwise", () => {
		const zone = "America/New_York";
		assert.deepEqual(page({ timeZone: zone, nameTimeZone: true }), {
			moment: "Mar 4, 2026, 10:30 PM EST",
			time: "10:30:07 PM EST",
		});
		assert.deepEqual(page({ timeZone: "UTC", nameTimeZone: false }), {
			moment: "Mar 5, 2026, 3:30 AM",
			time: "3:30:07 AM",
		});
	});

	it("uses the browser's own zone, with its name, if the browser doesn't know the other zone", () => {
		assert.equal(
			page({ timeZone: "Mars/Olympus", nameTimeZone: false }).moment,
			"Mar 5, 2026, 3:30 AM UTC",
		);
	});

	it("is formatted in plots as elsewhere, and their days start at that zone's midnight", () => {
		setTimeZone("America/New_York", true);
		assert.equal(plainSpaces(formatPoint(moment, 3_600_000)), "10:30:07 PM");
		assert.equal(plainSpaces(formatPoint(moment, 7 * 86_400_000)), "Mar 4, 10:30 PM");
		assert.equal(dateThere(moment).getHours(), 22);
		const midnight = Date.parse("2026-03-05T05:00:00Z");
		const labels = timeLabels as unknown as (...args: unknown[]) => string[];
		const hours = [midnight - 3_600_000, midnight, midnight + 3_600_000];
		assert.deepEqual(labels(undefined, hours, 0, 0, 3_600_000).map(plainSpaces), [
			"11:00 PM",
			"Mar 5",
			"1:00 AM",
		]);
	});
});
