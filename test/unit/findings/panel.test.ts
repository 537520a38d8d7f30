import assert from "node:assert/strict";
import "../../support/stable.ts";
import { findingsOf } from "../../../src/core/findings/findingsOf.ts";
import { configView } from "../../../src/core/configuration/configView.ts";
import { ContentMaker } from "../../../src/ui/configuration/panelContent.ts";
import { markerSecrets } from "../../sample-deployment/server.ts";
import { closePages, harbourContent, openPage } from "../configuration/support/browser.ts";
import { deploymentOf } from "./support/findingsAt.ts";

async function company() {
	const deployment = await deploymentOf({ company: true });
	const config = deployment.snapshot.deploymentConfig.value;
	assert.ok(config);
	return { deployment, config, findings: findingsOf(deployment.snapshot) };
}

describe("findings in the panel", () => {
	afterEach(() => {
		closePages();
	});

	it("are marked at the options that they concern, and at no other", async () => {
		const { config, findings } = await company();
		const rows = configView(config, findings).groups.flatMap(({ rows: own }) => own);
		const marked = rows.filter(({ marks }) => marks.includes("finding")).map(({ id }) => id);
		assert.deepEqual(
			marked.toSorted(),
			[...new Set(findings.flatMap(({ options }) => options))].toSorted(),
		);
		for (const row of rows) assert.equal(row.marks.includes("finding"), row.findings !== undefined);
	});

	it("don't change rows without findings", async () => {
		const { config } = await company();
		assert.deepEqual(configView(config, []), configView(config));
		assert.ok(!JSON.stringify(configView(config)).includes('"findings"'));
	});

	it("redraw the page when they change, and only then", async () => {
		const { deployment, findings } = await company();
		const maker = new ContentMaker(false);
		const { revision } = maker.make(deployment, findings);
		assert.equal(maker.make(deployment, [...findings]).revision, revision);
		assert.equal(maker.make(deployment, findings.slice(1)).revision, revision + 1);
	});

	it("are found by @finding and by title, and include advice", async function () {
		this.timeout(10_000);
		const { config, findings } = await company();
		const { page, document, type, settle, shown, all } = await openPage();
		const named = new Set(findings.flatMap(({ options }) => options));
		const others = config.options.filter(({ id }) => !named.has(id)).slice(0, 10);
		const some = [...config.options.filter(({ id }) => named.has(id)), ...others];
		page.show(harbourContent({ view: configView({ options: some }, findings) }));
		type("@finding");
		// Rows are created when the page is idle.
		while (shown().length < named.size) await settle(10);
		assert.equal(shown().length, named.size);
		type("mail is sent unencrypted");
		await settle();
		assert.deepEqual(shown().toSorted(), [
			"Email TLS: StartTLS",
			"Email: Force TLS",
			"Email: Smarthost",
		]);
		const row = all(".row").find(
			(one) => one.querySelector("h3")?.textContent === "Email: Smarthost",
		);
		assert.match(
			row?.querySelector(".findings > .warning")?.textContent ?? "",
			/^Warning: Email is sent unencrypted\. .*StartTLS.*Documentation$/,
		);
		assert.equal(
			row?.querySelector(".findings a")?.getAttribute("href"),
			"https://coder.com/docs/admin/monitoring/notifications",
		);
		assert.ok(all(".badge.finding").length > 0);
		const html = document.body.innerHTML;
		for (const secret of markerSecrets) assert.ok(!html.includes(secret), secret);
	});
});
