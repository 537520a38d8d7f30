import assert from "node:assert/strict";
import "../../support/stable.ts";
import { textOption } from "../../unit/comparison/options.ts";
import { failureOf, recordedAt, type Recording } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { openOffice } from "./support/office.ts";

const minute = 60_000;
const [v1, v2] = ["v2.35.1+8b44bd6", "v2.36.0+5a3b1c0"];

const before: Recording = {
	buildInfo: { body: { version: v1, external_url: "" } },
	updateCheck: { body: { current: true, version: "v2.35.1", url: "" } },
	user: { body: { id: "1", username: "mira", roles: [] } },
	apiKey: {
		body: {
			id: "SampleOwnr",
			expires_at: new Date(recordedAt + 100 * 24 * 60 * minute).toISOString(),
			created_at: new Date(recordedAt).toISOString(),
		},
	},
	experiments: { body: [] },
	deploymentConfig: { body: { options: [textOption("CODER_BROWSER_ONLY", "a")] } },
};

const after: Recording = {
	buildInfo: { body: { version: v2, external_url: "" } },
	updateCheck: { body: { current: false, version: "v2.37.0", url: "" } },
	apiKey: {
		body: {
			id: "SampleOwnr",
			expires_at: new Date(recordedAt + 30 * minute).toISOString(),
			created_at: new Date(recordedAt - 24 * 60 * minute).toISOString(),
		},
	},
	experiments: { body: ["notifications"] },
	deploymentConfig: { body: { options: [textOption("CODER_BROWSER_ONLY", "b")] } },
};

describe("a notification that waits while its deployment is renamed", function () {
	this.timeout(5000 * slowMachine);

	it("shows the new name, whatever its kind", async () => {
		const office = openOffice();
		office.version = v1;
		for (const kind of ["updateAvailable", "tokenEndsSoon", "configurationChanged"])
			office.set(kind, true);
		office.answer(before);
		const window = office.open();
		await window.refresh();
		office.clock.advance(10 * minute);
		office.version = v2;
		office.answer(after);
		await window.refresh();
		await window.look();
		office.answer({ user: { failure: failureOf("signedOut", { message: "It has expired." }) } });
		await window.refresh();
		const { deployment, notifications } = window;
		const shown = () => notifications.map(({ kind, message }) => [kind, message()] as const);
		const old = shown();
		deployment.saved = { ...deployment.saved, name: "Renamed" };
		const kinds = ["serverUpgraded", "sessionEnded", "tokenEndsSoon", "updateAvailable"];
		assert.deepEqual(
			[...new Set(old.map(([kind]) => kind))].toSorted().filter((kind) => kinds.includes(kind)),
			kinds,
		);
		for (const [index, [kind, message]] of shown().entries()) {
			assert.ok(message.includes("Renamed"), kind);
			assert.equal(message, old[index]?.[1].replaceAll("coder.larkspur.example", "Renamed"), kind);
		}
	});
});
