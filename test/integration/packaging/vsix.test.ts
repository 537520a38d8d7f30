import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { providePackage } from "../../../scripts/host/packageExtension.ts";
import { readBundle } from "../../../scripts/l10n/bundles.ts";
import { repoRoot } from "../../../scripts/paths.ts";
import { translatorFrom, type Bundle } from "../../../src/core/base/l10n.ts";
import { unzip, zipDirectory, zipEntries } from "../../../src/core/comparison/zip.ts";
import { markerSecrets, tokenMark } from "../../sample-deployment/server.ts";

/** The package's files except for chunks, whose names the build determines. */
const files = [
	"[Content_Types].xml",
	"extension.vsixmanifest",
	"extension/LICENSE.txt",
	"extension/changelog.md",
	"extension/dist/THIRD_PARTY_NOTICES.txt",
	"extension/dist/extension.js",
	...["compare", "config", "options", "stats", "style"].map(
		(style) => `extension/dist/webview/${style}.css`,
	),
	...["compare", "config", "shared", "stats", "upgrade"].map(
		(script) => `extension/dist/webview/${script}.js`,
	),
	"extension/l10n/bundle.l10n.de.json",
	"extension/media/activityBar.svg",
	"extension/media/icon.png",
	...["configuration", "files", "findings", "informed", "overview", "signIn"].map(
		(step) => `extension/media/walkthrough/${step}.svg`,
	),
	"extension/package.json",
	"extension/package.nls.de.json",
	"extension/package.nls.json",
	"extension/readme.md",
];

describe("the package", () => {
	let folder: string;
	/** The package's files, by name. */
	const contents = new Map<string, string>();

	before(async function () {
		this.timeout(120_000);
		folder = mkdtempSync(path.join(tmpdir(), "coder-vsix-"));
		const zip = readFileSync(await providePackage(folder));
		for (const entry of zipEntries(zip, zipDirectory(zip)))
			contents.set(entry.name, (await unzip(zip, entry)).toString("latin1"));
	});
	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	const isChunk = (name: string): boolean =>
		/^extension\/dist\/chunks\/[\w-]+-[A-Z0-9]{8}\.js$/.test(name);

	it("contains exactly the expected files", () => {
		const names = [...contents.keys()].filter((name) => !isChunk(name));
		assert.deepEqual(names.toSorted(), files.toSorted());
	});

	it("contains no unused chunk", () => {
		const code = [...contents].filter(([name]) => name.endsWith(".js"));
		const unused = [...contents.keys()].filter(
			(name) =>
				isChunk(name) &&
				!code.some(([other, text]) => other !== name && text.includes(path.basename(name))),
		);
		assert.deepEqual(unused, []);
	});

	it("contains no source maps, tests, paths of this machine, or secrets", () => {
		const unwanted = [
			"sourceMappingURL",
			"sourcesContent",
			"sample-deployment",
			`${repoRoot}${path.sep}`,
			tmpdir() + path.sep,
			"node_modules/",
			tokenMark,
			...markerSecrets,
		];
		for (const [name, text] of contents) {
			const found = unwanted.filter((word) => text.includes(word));
			assert.deepEqual(found, [], name);
		}
	});

	it("contains what the registries show", () => {
		const manifest = contents.get("extension.vsixmanifest") ?? "";
		for (const fact of [
			/<Icon>extension\/media\/icon\.png<\/Icon>/,
			/Branding\.Color" Value="#17324d"/,
			/<Categories>Visualization,Other<\/Categories>/,
			/<License>extension\/LICENSE\.txt<\/License>/,
			/Content\.Pricing" Value="Free"/,
		])
			assert.match(manifest, fact);
		const readme = contents.get("extension/readme.md") ?? "";
		assert.doesNotMatch(readme, /\]\((?!https:|#)/, "no link leads nowhere");
	});

	it("contains the translation of every sentence", () => {
		const packed = Buffer.from(contents.get("extension/l10n/bundle.l10n.de.json") ?? "", "latin1");
		const translate = translatorFrom(JSON.parse(packed.toString()) as Bundle);
		const german = readBundle("l10n/bundle.l10n.de.json");
		const wrong = Object.keys(german).filter((english) => translate(english) !== german[english]);
		assert.deepEqual(wrong, []);
	});
});
