import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import "../../support/stable.ts";
import { badgeOf } from "../../../src/core/overview/badge.ts";
import { FindingsCache } from "../../../src/core/findings/findingsCache.ts";
import { markerSecrets, secretMark, tokenMark } from "../../sample-deployment/server.ts";
import { allAttention } from "../../support/attention.ts";
import { company, pprof } from "./support/company.ts";
import { openOffice } from "./support/office.ts";

describe("notifications and the badge", () => {
	it("contain no secret and no token, in messages, state, or file names", async () => {
		const office = openOffice();
		for (const kind of [
			"configurationChanged",
			"experimentsChanged",
			"highFindings",
			"healthWorse",
		])
			office.set(kind, true);
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
		assert.ok(window.messages.length >= 2, window.messages.join());
		const badge = badgeOf(
			[window.deployment],
			allAttention((deployment) => new FindingsCache().findings(deployment, {})),
			office.clock.now(),
		);
		const files = readdirSync(path.join(office.folder, "notices"));
		const buttons = window.notifications.map((one) => JSON.stringify(one.buttons));
		const all = [
			...window.messages,
			...buttons,
			badge?.tooltip,
			office.memory.text(),
			...files,
		].join();
		const secrets = [...markerSecrets, secretMark, tokenMark, "EXAMPLE-smtp-password"];
		for (const secret of secrets) assert.ok(!all.includes(secret), secret);
	});
});
