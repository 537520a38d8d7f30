import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { JsonObject } from "../../../src/core/base/json.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { textOption } from "../../unit/comparison/options.ts";
import { openOffice, type Office } from "./support/office.ts";

const minute = 60_000;
const [v1, v2, v3] = ["v2.35.1+8b44bd6", "v2.36.0+5a3b1c0", "v2.37.0+0000001"];
const name = "coder.larkspur.example";

const browserOnly = (value: string, more?: JsonObject) =>
	textOption("CODER_BROWSER_ONLY", value, more);

/** Makes the office's server respond as another version, with these options. */
function become(office: Office, version: string, ...options: readonly JsonObject[]): void {
	office.clock.advance(10 * minute);
	office.version = version;
	office.answer({
		buildInfo: { body: { version, external_url: "" } },
		experiments: { body: [] },
		deploymentConfig: { body: { options: [...options] } },
	});
}

describe("the notification of a server upgrade", function () {
	this.timeout(5000 * slowMachine);
	let office: Office;

	beforeEach(() => {
		office = openOffice();
		office.set("updateAvailable", true);
		become(office, v1, browserOnly("a"), textOption("CODER_OLD", "1"));
	});

	it("names what changed, once across all windows, with a button that opens it", async () => {
		const [one, other] = [office.open(), office.open()];
		for (const window of [one, other]) await window.refresh();
		become(
			office,
			v2,
			browserOnly("b"),
			textOption("CODER_OLD", "1", { use_instead: [{ name: "New" }] }),
			textOption("CODER_NEW", "", { value_source: "" }),
		);
		for (const window of [one, other, office.open()]) {
			await window.refresh();
			await window.look();
		}
		const all = [...one.notifications, ...other.notifications];
		assert.deepEqual(
			all.map(({ message }) => message()),
			[`${name} v2.35.1 → v2.36.0: 1 option changed, 1 now deprecated.`],
		);
		const [button, ...more] = all[0]?.buttons ?? [];
		assert.deepEqual(more, []);
		assert.equal(button?.title, "Show Changes");
		assert.ok("command" in button.action);
		assert.equal(button.action.command, "coderDeployment.compareConfiguration");
		assert.match(button.action.argument ?? "", /^\d{15}-[0-9a-f]{16}\.json$/);
	});

	it("says so if nothing changed, and reports each further upgrade", async () => {
		const window = office.open();
		await window.refresh();
		for (const version of [v2, v3]) {
			become(office, version, browserOnly("a"), textOption("CODER_OLD", "1"));
			await window.refresh();
		}
		assert.deepEqual(window.messages, [
			`${name} v2.35.1 → v2.36.0: no option changed.`,
			`${name} v2.36.0 → v2.37.0: no option changed.`,
		]);
	});

	it("is shown again when an upgrade is rolled back and repeated", async () => {
		const window = office.open();
		await window.refresh();
		for (const version of [v2, v1, v2]) {
			become(office, version);
			for (let count = 0; count < 15; count++) await window.refresh();
		}
		assert.deepEqual(
			window.messages.map((message) => message.replace(/:.*/, "")),
			[
				`${name} v2.35.1 → v2.36.0`,
				`${name} was downgraded from v2.36.0 to v2.35.1.`,
				`${name} v2.35.1 → v2.36.0`,
			],
		);
	});

	it("is shown after a moment, without changes, if history is off", async () => {
		office.history = false;
		const window = office.open();
		await window.refresh();
		become(office, v2);
		await window.refresh();
		assert.deepEqual(window.messages, []);
		office.clock.advance(16_000);
		await window.look();
		assert.deepEqual(window.messages, [`${name} was upgraded from v2.35.1 to v2.36.0.`]);
	});

	it("opens the release notes for an account that can't read the configuration", async () => {
		const forbidden = {
			kind: "forbidden",
			message: "No.",
			advice: "Ask.",
			action: "signIn",
			causes: [],
		} as const;
		const window = office.open();
		office.answer({ deploymentConfig: { failure: forbidden } });
		await window.refresh();
		become(office, v2);
		office.answer({ deploymentConfig: { failure: forbidden } });
		await window.refresh();
		assert.deepEqual(window.messages, [`${name} was upgraded from v2.35.1 to v2.36.0.`]);
		assert.deepEqual(window.notifications[0]?.buttons, [
			{
				title: "Release Notes",
				action: { url: "https://github.com/coder/coder/releases/tag/v2.36.0" },
			},
		]);
	});

	it("isn't shown while notifications of updates are off, or when they're turned on again", async () => {
		office.set("updateAvailable", undefined);
		const window = office.open();
		await window.refresh();
		become(office, v2);
		await window.refresh();
		office.set("updateAvailable", true);
		await window.refresh();
		assert.deepEqual(window.messages, []);
		become(office, v3);
		await window.refresh();
		assert.equal(window.messages.length, 1);
	});

	it("replaces the one of a changed configuration if the versions explain every difference", async () => {
		office.set("configurationChanged", true);
		const window = office.open();
		await window.refresh();
		const unset = { value_source: "" };
		become(
			office,
			v2,
			browserOnly("a"),
			textOption("CODER_OLD", "1"),
			textOption("CODER_NEW", "", unset),
		);
		await window.refresh();
		assert.deepEqual(window.messages, [`${name} v2.35.1 → v2.36.0: no option changed.`]);
	});
});
