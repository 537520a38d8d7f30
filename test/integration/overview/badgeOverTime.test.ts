import assert from "node:assert/strict";
import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { hour, minute, second, startLife, total, type Life } from "../deployments/support/life.ts";

describe("background requests", function () {
	this.timeout(slowMachine);
	let life: Life;

	beforeEach(async () => {
		life = await startLife();
	});
	afterEach(() => life.end());

	it("are none, with no timer running, in an hour while nothing is visible", async () => {
		life.open();
		for (let minutes = 0; minutes < 60; minutes++) {
			assert.equal(life.clock.alarms(), 0);
			await life.pass(minute);
		}
		assert.equal(life.sample.count(), 0);
	});

	it("are none, with no timer running, in an hour while another program has the focus", async () => {
		const window = life.open();
		window.show("overview", "statusBar", "configurationPanel", "statisticsPanel");
		await life.pass(minute);
		window.focus(false);
		life.taken();
		for (let minutes = 0; minutes < 60; minutes++) {
			assert.equal(life.clock.alarms(), 0);
			await life.pass(minute);
		}
		assert.equal(life.sample.count(), 0);
	});

	it("are for what the status bar shows while only that is visible", async () => {
		life.open().show("statusBar", "health");
		await life.pass(hour - minute);
		assert.deepEqual(life.taken(), {
			buildInfo: 4,
			updateCheck: 1,
			user: 4,
			permissions: 2,
			health: 2,
			healthSettings: 2,
		});
	});

	it("are hourly for the badge and four times as often for the status bar, with the view closed", async () => {
		life.open().show("statusBar", "badge", "health");
		await life.pass(3 * hour - minute);
		assert.deepEqual(life.taken(), {
			buildInfo: 12,
			updateCheck: 1,
			user: 12,
			apiKey: 3,
			deploymentConfig: 3,
			experiments: 3,
			experimentsAvailable: 3,
			permissions: 7,
			health: 6,
			healthSettings: 6,
			entitlements: 3,
			licenses: 2,
		});
	});

	it("are for what the open panel shows", async () => {
		life.open().show("configurationPanel");
		await life.pass(hour - minute);
		assert.deepEqual(life.taken(), { deploymentConfig: 4, buildInfo: 4 });
	});

	it("are for everything while the view is visible, once each however many surfaces show it", async () => {
		life.open().show("overview", "statusBar", "configurationPanel", "statisticsPanel");
		await life.pass(hour - minute);
		assert.deepEqual(life.taken(), {
			root: 4,
			// Also twice right before a health check, because the host that receives the token must be known.
			buildInfo: 6,
			deploymentConfig: 4,
			deploymentSsh: 4,
			deploymentStats: 119,
			experiments: 4,
			experimentsAvailable: 4,
			updateCheck: 1,
			tokenConfig: 4,
			user: 4,
			apiKey: 4,
			permissions: 4,
			health: 6,
			healthSettings: 4,
			entitlements: 4,
			licenses: 1,
			regions: 12,
			replicas: 12,
			organizations: 1,
			provisionerDaemons: 12,
			provisionerQueue: 12,
			appearance: 2,
		});
	});

	it("are only for what is due when the window gets the focus back", async () => {
		const window = life.open();
		window.show("overview");
		await life.settle();
		// Organizations are requested before what depends on them.
		assert.equal(total(life.taken()), endpointIds.length + 1);
		for (let round = 0; round < 20; round++) {
			window.focus(false);
			window.focus(true);
		}
		await life.settle();
		assert.equal(total(life.taken()), 0);
		window.focus(false);
		await life.pass(4 * minute);
		window.focus(true);
		await life.settle();
		assert.deepEqual(life.taken(), { deploymentStats: 1 });
		window.focus(false);
		await life.pass(16 * minute);
		window.focus(true);
		await life.settle();
		const { updateCheck, ...rest } = life.taken();
		assert.equal(updateCheck, undefined);
		assert.deepEqual(new Set(Object.values(rest)), new Set([1]));
		// Announcements and licenses stay fresh longer.
		assert.equal(total(rest), endpointIds.length - 3);
	});

	it("are only for what is due when the view is shown again", async () => {
		const window = life.open();
		window.show("overview");
		await life.settle();
		window.show();
		life.taken();
		await life.pass(10 * second);
		window.show("overview");
		await life.settle();
		assert.deepEqual(life.taken(), {});
	});

	it("don't pile up: there is one timer at a time, whatever is visible", async () => {
		const window = life.open();
		window.show("overview", "statusBar", "configurationPanel", "statisticsPanel");
		for (let round = 0; round < 30; round++) {
			await life.pass(20 * second);
			assert.equal(life.clock.alarms(), 1);
		}
	});
});
