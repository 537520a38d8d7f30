import assert from "node:assert/strict";
import "../../support/stable.ts";
import { readBundle } from "../../../scripts/l10n/bundles.ts";
import { closePages, harbourContent, openPage } from "../../unit/configuration/support/browser.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { speakEnglish } from "../../unit/l10n/support/pseudo.ts";

describe("the language of a page", function () {
	this.timeout(slowMachine);

	afterEach(async () => {
		closePages();
		speakEnglish(await import("../../../src/core/base/l10n.ts"));
	});

	it("matches the sentences that the extension wrote into it, including numbers", async () => {
		const { page, document, find, settle } = await openPage();
		const { speak, stringsId } = await import("../../../src/webview/shared/strings.ts");
		const strings = document.createElement("script");
		strings.id = stringsId;
		strings.type = "application/json";
		const bundle = readBundle("l10n/bundle.l10n.de.json");
		strings.textContent = JSON.stringify({ language: "de", bundle });
		document.body.append(strings);
		speak();
		const content = harbourContent();
		page.show({ ...content, ...(content.view && { view: { ...content.view, total: 1234 } }) });
		await settle();
		assert.equal(find("h1").textContent, "Harbour: Konfiguration");
		assert.match(find(".facts").textContent, /gelesen (jetzt|vor \d)/);
		assert.equal(find(".box .count").textContent, "1.234 Optionen");
	});

	it("isn't that of the server's texts, which are marked as English", async () => {
		const { page, all, settle } = await openPage();
		page.show(harbourContent());
		await settle();
		const texts = all("h2, h3, .description");
		assert.ok(texts.length > 10);
		assert.deepEqual([...new Set(texts.map(({ lang }) => lang))], ["en"]);
	});
});
