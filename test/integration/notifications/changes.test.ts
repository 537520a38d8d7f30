import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { JsonValue } from "../../../src/core/base/json.ts";
import { failureOf } from "../../support/recorded.ts";
import { textOption } from "../../unit/comparison/options.ts";
import { openMemory } from "../../support/memories.ts";
import { openOffice, type Office } from "./support/office.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

function configured(office: Office, values: Readonly<Record<string, JsonValue>>): void {
	const options = Object.entries(values).map(([id, value]) => textOption(id, value));
	office.answer({ deploymentConfig: { body: { options } } });
}
function experiments(office: Office, ...names: string[]): void {
	office.answer({ experiments: { body: names } });
}

for (const history of [true, false]) {
	describe(`notifications of changes, ${history ? "with" : "without"} a history`, () => {
		let office: Office;
		beforeEach(() => {
			office = openOffice();
			office.history = history;
			office.answer({ buildInfo: { body: { version: "v2.35.1+8b44bd6" } } });
			configured(office, { CODER_A: "1", CODER_B: "1" });
			experiments(office, "oauth2");
			office.set("configurationChanged", true);
			office.set("experimentsChanged", true);
		});
		const later = (): void => {
			office.clock.advance(minute);
		};

		it("are shown once for a change of experiments, which is also a change of their option", async () => {
			configured(office, { CODER_EXPERIMENTS: "oauth2", CODER_B: "1" });
			const window = office.open();
			await window.refresh();
			later();
			configured(office, { CODER_EXPERIMENTS: "oauth2,web", CODER_B: "1" });
			experiments(office, "oauth2", "web");
			await window.refresh();
			await window.refresh();
			const sentence =
				"Experiments of coder.larkspur.example changed: web (Not enabled → Enabled).";
			assert.deepEqual(window.messages, [sentence]);
			later();
			configured(office, { CODER_EXPERIMENTS: "oauth2", CODER_B: "2" });
			experiments(office, "oauth2");
			await window.refresh();
			assert.deepEqual(window.messages.slice(1).sort(), [
				"Configuration of coder.larkspur.example changed: CODER B.",
				"Experiments of coder.larkspur.example changed: web (Enabled → Not enabled).",
			]);
		});

		it("are also shown once if one of the two is seen later", async () => {
			configured(office, { CODER_EXPERIMENTS: "oauth2" });
			const window = office.open();
			await window.refresh();
			later();
			configured(office, { CODER_EXPERIMENTS: "oauth2,web" });
			await window.refresh();
			later();
			experiments(office, "oauth2", "web");
			await window.refresh();
			assert.deepEqual(window.messages, [
				"Configuration of coder.larkspur.example changed: CODER EXPERIMENTS.",
			]);
			office.clock.advance(day / 2);
			experiments(office, "oauth2");
			await window.refresh();
			later();
			configured(office, { CODER_EXPERIMENTS: "oauth2" });
			await window.refresh();
			assert.equal(window.messages.length, 2);
			assert.match(window.messages[1] ?? "", /^Experiments/);
		});

		it("are shown for the experiments option if notifications of experiments are off", async () => {
			office.set("experimentsChanged", undefined);
			configured(office, { CODER_EXPERIMENTS: "oauth2" });
			const window = office.open();
			await window.refresh();
			later();
			configured(office, { CODER_EXPERIMENTS: "oauth2,web" });
			experiments(office, "oauth2", "web");
			await window.refresh();
			assert.deepEqual(window.messages, [
				"Configuration of coder.larkspur.example changed: CODER EXPERIMENTS.",
			]);
		});

		it("are shown once per change, in one window, and not for the first load", async () => {
			const windows = [office.open(), office.open()];
			const [one, other] = windows as [ReturnType<Office["open"]>, ReturnType<Office["open"]>];
			for (const window of windows) await window.refresh();
			assert.deepEqual([...one.messages, ...other.messages], []);
			later();
			configured(office, { CODER_A: "2", CODER_B: "1" });
			await Promise.all(windows.map((window) => window.refresh()));
			for (const window of windows) await window.refresh();
			const sentence = "Configuration of coder.larkspur.example changed: CODER A.";
			assert.deepEqual([...one.messages, ...other.messages], [sentence]);
			later();
			experiments(office, "workspace-usage");
			for (const window of windows) await window.refresh();
			const news = [...one.messages, ...other.messages].filter((message) => message !== sentence);
			assert.deepEqual(news, [
				"Experiments of coder.larkspur.example changed: workspace-usage (Not enabled → Enabled), oauth2 (Enabled → Not enabled).",
			]);
			assert.deepEqual(office.errors, []);
		});

		it("are shown when a change is reverted, and when it's made again", async () => {
			const [one, other] = [office.open(), office.open(openMemory())];
			await one.refresh();
			await other.refresh();
			for (const value of ["2", "1", "2", "1"]) {
				later();
				configured(office, { CODER_A: value, CODER_B: "1" });
				await one.refresh();
				await other.look();
				await other.refresh();
			}
			assert.equal(one.messages.length + other.messages.length, 4);
		});

		it("open what changed", async () => {
			const window = office.open();
			await window.refresh();
			later();
			configured(office, { CODER_A: "2", CODER_B: "2" });
			experiments(office);
			await window.refresh();
			const [option, experiment] = window.notifications.map(({ buttons: [show] }) => show?.action);
			assert.ok(option && "command" in option);
			if (history) {
				assert.equal(option.command, "coderDeployment.compareConfiguration");
				assert.match(option.argument ?? "", /^\d{15}-[0-9a-f]{16}\.json$/);
			} else {
				assert.deepEqual(option, {
					command: "coderDeployment.openConfiguration",
					argument: "@id:CODER_A",
				});
			}
			assert.deepEqual(experiment, { section: "experiments" });
		});

		it("aren't shown for changes before they were turned on", async () => {
			office.set("configurationChanged", undefined);
			const window = office.open();
			await window.refresh();
			later();
			configured(office, { CODER_A: "2", CODER_B: "1" });
			await window.refresh();
			office.set("configurationChanged", true);
			await window.look();
			await window.refresh();
			assert.deepEqual(window.messages, []);
			later();
			configured(office, { CODER_A: "3", CODER_B: "1" });
			await window.refresh();
			assert.equal(window.messages.length, 1);
		});

		it("aren't shown because an answer failed or was forbidden for a while", async () => {
			const window = office.open();
			await window.refresh();
			for (const kind of ["serverError", "forbidden"] as const) {
				office.answer({ deploymentConfig: { failure: failureOf(kind) } });
				later();
				await window.refresh();
			}
			configured(office, { CODER_A: "1", CODER_B: "1" });
			later();
			await window.refresh();
			assert.deepEqual(window.messages, []);
		});

		it("name only the first of many options, and no value", async () => {
			const window = office.open();
			await window.refresh();
			later();
			configured(
				office,
				Object.fromEntries(["A", "B", "C", "D", "E", "F"].map((name) => [`CODER_${name}`, "new"])),
			);
			await window.refresh();
			assert.deepEqual(window.messages, [
				"Configuration of coder.larkspur.example changed: CODER A, CODER B, CODER C and 3 more.",
			]);
		});
	});
}

describe("notifications of changes with a history", () => {
	it("are shown once for changes while no window was open", async () => {
		const office = openOffice();
		office.set("configurationChanged", true);
		configured(office, { CODER_A: "1" });
		await office.open().refresh();
		office.clock.advance(30 * day);
		configured(office, { CODER_A: "2" });
		const windows = [office.open(), office.open()];
		for (const window of windows) await window.refresh();
		assert.equal(windows.flatMap(({ messages }) => messages).length, 1);
		for (const days of [0, 0.5, 100]) {
			office.clock.advance(days * day);
			const restarted = office.open(openMemory());
			await restarted.refresh();
			assert.deepEqual(restarted.messages, []);
		}
	});
});
