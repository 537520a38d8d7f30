import assert from "node:assert/strict";
import { mainBuild } from "../../../src/core/coder/release.ts";
import { releaseEdition } from "../../../src/core/upgrade/edition.ts";
import { upgradeSections, type UpgradeLine } from "../../../src/core/upgrade/lines.ts";
import { mergeLines } from "../../../src/core/upgrade/mergeLines.ts";
import type { UpgradeOption, UpgradePreview } from "../../../src/core/upgrade/preview.ts";

const page = "https://coder.com/docs/reference/cli/server";

/** An option that no release has. */
const one = (id: string, more: Partial<UpgradeOption> = {}): UpgradeOption => ({
	id,
	name: id,
	flag: "",
	hidden: false,
	...more,
});

const nothing = (): UpgradePreview => ({
	from: releaseEdition(34),
	to: releaseEdition(35),
	before: { refused: [], removed: [], deprecated: [], yamlPaths: [], types: [], bothNames: [] },
	experiments: { ended: [], safe: [] },
	unrequested: { defaults: [], onByDefault: [], behaviors: [] },
	added: [],
	secret: [],
	enterprise: [],
	replace: [],
});

/** Returns the lines of a section, after the titles of their groups. */
function textsOf(preview: Partial<UpgradePreview>, section: number): readonly string[] {
	const groups = upgradeSections({ ...nothing(), ...preview })[section]?.groups ?? assert.fail();
	return groups.flatMap(({ title, lines }) => [
		...(title === undefined ? [] : [`# ${title}`]),
		...lines.map(({ id, text }) => `${id}: ${text}`),
	]);
}

describe("the sections of an upgrade", () => {
	it("are the same if nothing changes, without groups", () => {
		assert.deepEqual(upgradeSections(nothing()), [
			{ time: "before", title: "Before You Upgrade", todo: true, groups: [] },
			{ time: "automatic", title: "Automatic Changes", todo: true, groups: [] },
			{ time: "new", title: "New", todo: false, groups: [] },
			{ time: "after", title: "After the Upgrade", todo: true, groups: [] },
		]);
	});

	it("begin with the tasks, in the order in which they matter", () => {
		const before: UpgradePreview["before"] = {
			refused: [
				{ kind: "flag", id: "REFUSED", flag: "refused" },
				{ kind: "yaml", id: "REFUSED_PATH", path: "old", to: "new" },
			],
			removed: [
				one("REFUSED"),
				{ ...one("BY_FLAG"), source: "flag" },
				{ ...one("BY_FILE"), source: "yaml" },
				one("SOMEHOW"),
			],
			yamlPaths: [
				{ ...one("REFUSED_PATH"), from: "old", to: "new" },
				{ ...one("MOVED"), from: "old.path", to: "new.path" },
				{ ...one("UNREAD"), from: "old.path", to: "" },
			],
			types: [{ ...one("TYPE"), from: "String", to: "Bool" }],
			bothNames: [{ ...one("BOTH"), successors: ["NEW", "NEWER"] }],
			deprecated: [
				{ ...one("OLD"), successors: ["NEW", "NEWER"] },
				{ ...one("LAST"), successors: [] },
			],
		};
		const experiments = {
			ended: [
				{ name: "standard", standard: true },
				{ name: "over", standard: false },
			],
			safe: [],
			star: { gone: [], come: ["a", "b"] },
		};
		assert.deepEqual(textsOf({ before, experiments }, 0), [
			"REFUSED: The server won't start with the flag --refused. Remove it.",
			"REFUSED_PATH: The server won't start with old in its YAML file. Use new.",
			"BY_FLAG: Removed, but set by Flag.",
			"BY_FILE: Removed, but set by YAML.",
			"SOMEHOW: Removed, but still set.",
			"MOVED: Its YAML path changes from old.path to new.path.",
			"UNREAD: No longer read from YAML (old.path).",
			"TYPE: Its type changes from String to Bool.",
			"BOTH: Ignored unless NEW, NEWER is set too.",
			"OLD: Deprecated in favor of NEW, NEWER.",
			"LAST: Deprecated. It has no replacement.",
			"standard: Its feature no longer needs an experiment. Remove it.",
			"over: This experiment ended. Remove it.",
			"CODER_EXPERIMENTS: “*” enables different experiments. Only v2.34: none. Only v2.35: a, b.",
		]);
		const gone = { ended: [], safe: [], star: { gone: ["c", "d"], come: [] } };
		assert.deepEqual(textsOf({ experiments: gone }, 0), [
			"CODER_EXPERIMENTS: “*” enables different experiments. Only v2.34: c, d. Only v2.35: none.",
		]);
	});

	it("continue with what changes without being asked for, and what it means if that's known", () => {
		const unrequested: UpgradePreview["unrequested"] = {
			behaviors: [
				{ id: "CODER_MAX_TOKEN_LIFETIME", since: 35 },
				{ id: "CODER_UNEXPLAINED", since: 35 },
			],
			onByDefault: [one("CODER_AI_GATEWAY_ENABLED"), one("CODER_ON")],
			defaults: [
				{ ...one("CODER_FIRST"), from: "", to: "1" },
				{ ...one("CODER_GONE"), from: "1", to: "" },
				{ ...one("CODER_OTHER"), from: "1", to: "2" },
				{ ...one("CODER_DERP_SERVER_STUN_ADDRESSES"), from: "a", to: "b" },
				// Deprecated in v2.35.
				{ ...one("CODER_NOTIFICATIONS_EMAIL_FROM"), from: "a", to: "b" },
			],
		};
		assert.deepEqual(textsOf({ unrequested }, 1), [
			"CODER_MAX_TOKEN_LIFETIME: Named tokens now expire when their lifetime ends, even if they are in use.",
			"CODER_UNEXPLAINED: ",
			"CODER_AI_GATEWAY_ENABLED: New, and on by default. AI Gateway runs unless you turn it off.",
			"CODER_ON: New, and on by default.",
			"CODER_FIRST: The default is now 1. There was none.",
			"CODER_GONE: The default was 1. There is none now.",
			"CODER_OTHER: The default changes from 1 to 2.",
			"CODER_DERP_SERVER_STUN_ADDRESSES: The default changes from a to b. The server and workspaces contact more STUN servers.",
		]);
	});

	it("list what is new by group, without hidden options, and those without a group last", () => {
		const added = [
			{ ...one("ALONE"), group: "", since: 35 },
			{ ...one("HIDDEN", { hidden: true }), group: "Hidden", since: 35 },
			{ ...one("ZED_1"), group: "Zed", since: 34 },
			{ ...one("AY"), group: "Ay › Inner", since: mainBuild },
			{ ...one("ZED_2"), group: "Zed" },
		];
		assert.deepEqual(textsOf({ added }, 2), [
			"# Zed",
			"ZED_1: Since v2.34.",
			"ZED_2: ",
			"# Ay › Inner",
			"AY: Not in a release yet.",
			"# Other",
			"ALONE: Since v2.35.",
		]);
		assert.deepEqual(
			textsOf(
				{
					added: added.slice(-1),
					secret: [one("A"), one("B")],
					enterprise: [one("C"), one("B")],
					experiments: { ended: [], safe: ["safe"] },
				},
				2,
			),
			[
				"A: Its value is now secret.",
				"B: Its value is now secret. Now requires a license.",
				"C: Now requires a license.",
				"# Experiments that are safe to use",
				"safe: ",
				"# Zed",
				"ZED_2: ",
			],
		);
	});

	it("end with the names to replace", () => {
		const replace = [{ ...one("OLD"), successors: ["NEW", "NEWER"] }];
		assert.deepEqual(textsOf({ replace }, 3), ["OLD: Replace it with NEW, NEWER."]);
	});

	it("link to the reference, and to options that the deployment has", () => {
		const lineOf = (preview: Partial<UpgradePreview>, section: number) =>
			upgradeSections({ ...nothing(), ...preview })[section]?.groups[0]?.lines[0];
		const added = (option: UpgradeOption) => lineOf({ added: [{ ...option, group: "Group" }] }, 2);
		assert.deepEqual(added(one("CODER_NEW", { flag: "new" })), {
			id: "CODER_NEW",
			text: "",
			docs: `${page}#--new`,
			here: false,
		});
		assert.deepEqual(
			lineOf({ secret: [one("CODER_ACCESS_URL", { name: "Access URL", hidden: true })] }, 2),
			{
				id: "CODER_ACCESS_URL",
				name: "Access URL",
				text: "Its value is now secret.",
				docs: page,
				here: true,
			},
		);
		const experiments = { ended: [{ name: "over", standard: false }], safe: ["safe"] };
		assert.deepEqual(lineOf({ experiments }, 0), {
			id: "over",
			text: "This experiment ended. Remove it.",
			here: false,
		});
		assert.deepEqual(lineOf({ experiments }, 2), { id: "safe", text: "", here: false });
	});

	it("know options of either version by their ID, and say what stops the server", () => {
		const refused = (id: string, from = 15, to = 35) => {
			const before = { ...nothing().before, refused: [{ kind: "flag", id, flag: "f" } as const] };
			const editions = { from: releaseEdition(from), to: releaseEdition(to) };
			return upgradeSections({ ...nothing(), ...editions, before })[0]?.groups[0]?.lines[0];
		};
		const text = "The server won't start with the flag --f. Remove it.";
		assert.deepEqual(refused("CODER_IN_MEMORY"), {
			id: "CODER_IN_MEMORY",
			name: "In Memory Database",
			text,
			// It's hidden, so it isn't in the reference.
			docs: page,
			here: true,
			stops: true,
		});
		assert.deepEqual(refused("CODER_EMAIL_FROM"), {
			id: "CODER_EMAIL_FROM",
			name: "Email: From Address",
			text,
			docs: `${page}#--email-from`,
			here: false,
			stops: true,
		});
		assert.deepEqual(refused("CODER_INVENTED"), {
			id: "CODER_INVENTED",
			text,
			docs: page,
			here: false,
			stops: true,
		});
	});
});

describe("lines about the same option", () => {
	const merged = (...lines: readonly (readonly [id: string, text: string])[]) =>
		mergeLines(lines.map(([id, text]) => ({ id, text }))).map(({ id, text }) => `${id}: ${text}`);

	it("are one line at the place of the first, which doesn't repeat a text", () => {
		assert.deepEqual(merged(["A", "One."], ["B", "Two."], ["A", "Three."]), [
			"A: One. Three.",
			"B: Two.",
		]);
		assert.deepEqual(merged(["A", "One. Two."], ["A", "Two."]), ["A: One. Two."]);
		assert.deepEqual(merged(["A", "Two."], ["A", "One. Two."]), ["A: One. Two."]);
		assert.deepEqual(merged(["A", ""], ["A", "One."], ["A", ""]), ["A: One."]);
		assert.deepEqual(merged(), []);
	});

	it("keep what only one of them has", () => {
		const lines: readonly Pick<UpgradeLine, "id" | "text" | "stops" | "docs">[] = [
			{ id: "A", text: "One.", stops: true },
			{ id: "A", text: "Two.", docs: "docs" },
		];
		assert.deepEqual(mergeLines(lines), [
			{ id: "A", text: "One. Two.", stops: true, docs: "docs" },
		]);
	});
});
