import assert from "node:assert/strict";
import "../../support/stable.ts";
import { recordedAt, type Recording } from "../../support/recorded.ts";
import { openOffice } from "./support/office.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

interface Part {
	readonly severity: string;
	readonly warnings?: readonly { readonly code: string; readonly message: string }[];
	readonly dismissed?: boolean;
}

const well: Part = { severity: "ok" };
const slow: Part = { severity: "warning", warnings: [{ code: "EDB02", message: "slow" }] };
const gone: Part = { severity: "error", warnings: [{ code: "EDB01", message: "gone" }] };

const health = (
	parts: { readonly database?: Part; readonly derp?: Part },
	dismissed: string[] = [],
) =>
	({
		permissions: { body: { health: true, licenses: true } },
		// The access URL is the deployment's own.
		buildInfo: {
			body: { version: "v2.35.1+8b44bd6", dashboard_url: "https://coder.larkspur.example" },
		},
		health: { body: { severity: "ok", access_url: well, database: well, derp: well, ...parts } },
		healthSettings: { body: { dismissed_healthchecks: dismissed } },
	}) as unknown as Recording;

const open = () => {
	const office = openOffice();
	office.set("healthWorse", true);
	office.set("licenseEndsSoon", true);
	return office;
};

describe("the notification of degraded health", () => {
	it("is shown once, in one window, when a part fails or gets worse", async () => {
		const office = open();
		office.answer(health({}));
		const [one, other] = [office.open(), office.open()];
		await one.refresh();
		await other.refresh();
		office.answer(health({ database: slow }));
		await Promise.all([one.refresh(), other.refresh()]);
		await one.refresh();
		office.answer(health({ database: gone }));
		await Promise.all([one.refresh(), other.refresh()]);
		// The first window shows it.
		assert.deepEqual([...one.messages, ...other.messages].sort(), [
			"The health of coder.larkspur.example got worse. Database: The database doesn't respond.",
			"The health of coder.larkspur.example got worse. Database: The database is slow.",
		]);
		assert.deepEqual(office.errors, []);
	});

	it("is shown again for a warning after an error", async () => {
		const office = open();
		office.answer(health({}));
		const window = office.open();
		await window.refresh();
		for (const database of [slow, gone, slow]) {
			office.answer(health({ database }));
			await window.refresh();
		}
		assert.deepEqual(
			window.messages.map((message) => message.replace(/.*Database: /, "")),
			["The database is slow.", "The database doesn't respond.", "The database is slow."],
		);
	});

	it("isn't shown for existing problems, improvements, and dismissed parts", async () => {
		const office = open();
		office.answer(health({ database: slow }));
		const window = office.open();
		await window.refresh();
		office.answer(health({}));
		await window.refresh();
		office.answer(health({ derp: { ...gone, dismissed: true } }));
		await window.refresh();
		office.answer(health({ derp: gone }, ["DERP"]));
		await window.refresh();
		assert.deepEqual(window.messages, []);
	});

	it("is shown again only after half an hour of good health", async () => {
		const office = open();
		office.answer(health({}));
		const window = office.open();
		await window.refresh();
		for (const restMs of [5 * minute, 31 * minute]) {
			office.answer(health({ database: slow }));
			await window.refresh();
			office.answer(health({}));
			await window.refresh();
			office.clock.advance(restMs);
			await window.refresh();
		}
		office.answer(health({ database: slow }));
		await window.refresh();
		assert.equal(window.messages.length, 2);
	});

	it("is shown only if turned on", async () => {
		const office = openOffice();
		office.answer(health({}));
		const window = office.open();
		await window.refresh();
		office.answer(health({ database: gone }));
		await window.refresh();
		assert.deepEqual(window.messages, []);
	});
});

describe("the notification of an expiring license", () => {
	const license = (endsInDays: number, hasLicense = true) =>
		({
			permissions: { body: { licenses: true } },
			entitlements: { body: { features: {}, has_license: hasLicense, trial: false } },
			licenses: {
				body: [
					{
						id: 1,
						claims: {
							license_expires: (recordedAt + endsInDays * day) / 1000,
							exp: (recordedAt + (endsInDays + 30) * day) / 1000,
							nbf: recordedAt / 1000 - 1000,
							account_id: "0015EXAMPLE",
						},
					},
				],
			},
		}) as unknown as Recording;

	it("is shown two weeks before, once per date", async () => {
		const office = open();
		office.answer(license(20));
		const window = office.open();
		await window.refresh();
		office.answer(license(13));
		await window.refresh();
		await window.refresh();
		assert.deepEqual(window.messages, ["The license of coder.larkspur.example ends in 13 days."]);
		office.answer(license(400));
		await window.refresh();
		office.answer(license(7));
		await window.refresh();
		assert.equal(window.messages.length, 2);
	});

	it("isn't shown without a license, even with expired ones", async () => {
		const office = open();
		office.answer(license(20));
		const window = office.open();
		await window.refresh();
		office.answer(license(5, false));
		await window.refresh();
		assert.deepEqual(window.messages, []);
	});
});
