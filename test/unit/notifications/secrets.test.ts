import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import "../../support/stable.ts";
import { attention } from "../../../src/core/overview/badge.ts";
import { Auditor } from "../../../src/core/findings/auditor.ts";
import { markerSecrets, secretMark, tokenMark } from "../../sample-deployment/server.ts";
import { chosenNotices } from "../../../src/core/notifications/notice.ts";
import { company, pprof } from "./support/company.ts";
import { openOffice } from "./support/office.ts";

describe("notices and the badge", () => {
	it("carry no secret and no token, in messages, state, or names of files", async () => {
		const office = openOffice();
		for (const kind of chosenNotices) office.set(kind, true);
		office.answer(company({}));
		const window = office.open();
		await window.refresh();
		office.clock.advance(60_000);
		office.answer(
			company({
				...pprof,
				CODER_EMAIL_AUTH_PASSWORD: `EXAMPLE-smtp-password ${secretMark}`,
				CODER_PG_CONNECTION_URL: `postgres://coder:${secretMark}@db.larkspur.example/coder`,
				CODER_OIDC_CLIENT_SECRET: `${secretMark}-another`,
			}),
		);
		await window.refresh();
		assert.ok(window.told.length >= 2, window.told.join());
		const badge = attention([window.deployment], {
			now: office.clock.now(),
			findings: (deployment) => new Auditor().findings(deployment, {}),
			isMuted: () => false,
		});
		const files = readdirSync(path.join(office.folder, "notices"));
		const places = window.notices.map(({ place }) => JSON.stringify(place));
		const all = [...window.told, ...places, badge?.tooltip, office.memory.text(), ...files].join();
		const secrets = [...markerSecrets, secretMark, tokenMark, "EXAMPLE-smtp-password"];
		for (const secret of secrets) assert.ok(!all.includes(secret), secret);
	});
});
