import assert from "node:assert/strict";
import type { Finding } from "../../../src/core/findings/finding.ts";
import { configView } from "../../../src/core/configuration/configView.ts";
import { findOptions } from "../../../src/core/configuration/findOptions.ts";
import { flagFinds, flagLabel, flagNames } from "../../../src/core/configuration/filters.ts";
import { entryOf, groupKeys, matches } from "../../../src/core/configuration/match.ts";
import { rankedOptions, rankOptions } from "../../../src/core/configuration/rankOptions.ts";
import { isEmptyQuery, parseQuery } from "../../../src/core/configuration/query.ts";
import {
	filterText,
	hasFilter,
	toggleFilter,
	tokenize,
} from "../../../src/core/configuration/tokens.ts";
import { harbour, option } from "./support/options.ts";

const { groups } = configView(harbour());

describe("the best options for a text", () => {
	const find = (text: string) => {
		const { found, ...rest } = findOptions(groups, text);
		return { names: found.map(({ row }) => row.name), ...rest };
	};

	it("are those with all words, and those with a word in the name first", () => {
		const views = configView({
			options: [
				option({ id: "A", name: "Anchor", description: "How a ship is moored." }),
				option({ id: "B", name: "Ship Size", description: "Of any kind." }),
				option({ id: "C", name: "Crew", env: "CODER_SHIP_CREW", description: "Who sails." }),
				option({ id: "D", name: "Depth", description: "Nothing to do with it." }),
				option({ id: "E", name: "Engine", description: "Of a ship of any kind." }),
			],
		});
		const names = (text: string) =>
			findOptions(views.groups, text).found.map(({ row }) => row.name);
		assert.deepEqual(names("ship"), ["Ship Size", "Crew", "Anchor", "Engine"]);
		assert.deepEqual(names("kind"), ["Ship Size", "Engine"]);
		assert.deepEqual(names("ship kind"), ["Ship Size", "Engine"]);
		assert.deepEqual(names("moored ship"), ["Anchor"]);
		// No option has both words: the rarer one counts more.
		assert.deepEqual(names("moored kind"), ["Anchor", "Ship Size", "Engine"]);
		assert.deepEqual(names("crew moored"), ["Crew", "Anchor"]);
		// Fragments have no weight.
		assert.deepEqual(names("of zz"), []);
		assert.deepEqual(names("of moored zz"), ["Anchor"]);
	});

	it("say whether they have all words", () => {
		assert.deepEqual(find("tide check"), { names: ["Tide Check"], all: true, unknown: [] });
		const some = find("tide xyzzy");
		assert.deepEqual(some, { names: ["Tide Check"], all: false, unknown: [] });
		assert.deepEqual(find("xyzzy"), { names: [], all: true, unknown: [] });
		assert.deepEqual(find("xyzzy plugh"), { names: [], all: false, unknown: [] });
	});

	it("match the filters, even if they don't have all words", () => {
		assert.deepEqual(find("@secret").names, ["Mail Password", "Old Password"]);
		// The other one mentions the old one.
		const passwords = ["Old Password", "Mail Password"];
		assert.deepEqual(find("@secret old xyzzy").names, passwords, "all of them have a word");
		assert.deepEqual(find('@group:"web/tls" gate').names, ["Lock Gates", "Gate Keeper"]);
		assert.deepEqual(find("@moon gate").unknown, ["@moon"]);
	});

	it("have their group", () => {
		const [first] = findOptions(groups, "cipher").found;
		assert.equal(first?.group.id, "Web/TLS");
	});
});

describe("an option as it's searched for", () => {
	const finding = { options: ["A"], severity: "high", title: "It Leaks", meaning: "", advice: "" };
	const view = configView(
		{
			options: [
				option({
					id: "A",
					name: "Harbour Name",
					env: "CODER_NAME",
					flag: "name",
					flagShorthand: "n",
					yamlPath: ["web", "name"],
					value: "Pier\nSeven",
					default: "Quay",
					choices: ["Dock"],
					description: "What it's called.",
					valueSource: "env",
					groups: [{ name: "⚠️ Web" }, { name: "Names" }],
					useInstead: [{ id: "B", name: "Other" }],
				}),
				option({ id: "B", name: "Other" }),
			],
		},
		[finding as unknown as Finding],
	);
	const [group] = view.groups.filter(({ rows }) => rows.some(({ id }) => id === "A"));
	const row = group?.rows[0];
	assert.ok(row);
	const entry = entryOf(group, row);

	it("has each of its texts on a line in lowercase", () => {
		assert.deepEqual(entry.haystack.split("\n"), [
			"",
			"harbour name",
			"coder_name",
			"--name",
			"-n",
			"web.name",
			"pier",
			"seven",
			"pier",
			"seven",
			"quay",
			"dock",
			"⚠️ web/names",
			"b",
			"other",
			"what it's called.",
			"it leaks",
			"",
		]);
	});

	it("has only a name, a value, and a group if there is nothing else", () => {
		const [only] = configView({ options: [option({ id: "A", name: "Anchor" })] }).groups;
		assert.ok(only?.rows[0]);
		const { haystack, source } = entryOf(only, only.rows[0]);
		assert.deepEqual(haystack.split("\n"), ["", "anchor", "not set", "other", "", ""]);
		assert.equal(source, "none");
	});

	it("has its marks, source, and groups", () => {
		assert.deepEqual([...entry.flags].toSorted(), ["changed", "deprecated", "finding"]);
		assert.equal(entry.source, "env");
		assert.deepEqual(entry.groups, ["web", "names", "web/names"]);
		assert.deepEqual(groupKeys(["Web", "Web"]), ["web", "web/web"]);
	});

	it("is found by all filters together, and by one of several sources or groups", () => {
		for (const [text, found] of [
			["", true],
			["@changed @finding @source:env @group:names pier", true],
			["@source:flag @source:env", true],
			["@source:flag", false],
			["@group:xyz @group:web", true],
			["@group:we", true],
			["@group:eb", false],
			["@secret @changed", false],
			["pier xyzzy", false],
			["-n", true],
			["-m", false],
			['"pier seven"', false],
		] as const)
			assert.equal(matches(entry, parseQuery(text)), found, text);
		assert.equal(matches(entry, parseQuery("@group:we", new Set(["we"]))), false, "a whole name");
	});

	it("is found as its current name when changed options or sources are searched for", () => {
		const alias = { ...entry, alias: true };
		for (const [text, found] of [
			["pier", true],
			["@changed", false],
			["@source:env", false],
			["@deprecated", true],
			["@deprecated @changed", true],
		] as const)
			assert.equal(matches(alias, parseQuery(text)), found, text);
	});
});

describe("a query", () => {
	it("has words, phrases, filters, and what isn't a filter", () => {
		assert.deepEqual(
			parseQuery(
				'Pier "two words" @changed @SOURCE:env @group:"Web Names" @moon -n --name=x',
				new Set(),
			),
			{
				words: ["pier", "two words", "@moon", "\n-n\n", "--name"],
				flags: ["changed"],
				sources: ["env"],
				groups: [{ key: "web names", whole: false }],
				unknown: ["@moon"],
			},
		);
		assert.deepEqual(parseQuery("@group: @group:⚠️").groups, []);
		assert.deepEqual(parseQuery("@moon:x @source:x").unknown, ["@moon:x", "@source:x"]);
		assert.deepEqual(parseQuery('@ "').words, []);
		assert.deepEqual(parseQuery("a@group:b").groups, []);
		assert.deepEqual(parseQuery("pre-a -ab").words, ["pre-a", "-ab"]);
		const keys = (text: string) => parseQuery(text).groups.map(({ key }) => key);
		assert.deepEqual(keys('@group:a"b @group:"c "'), ['a"b', "c"]);
	});

	it("is empty without conditions", () => {
		assert.ok(isEmptyQuery(parseQuery("")));
		const parts = ["a", "@changed", "@source:env", "@group:web"];
		for (const one of parts)
			for (const other of ["", ...parts])
				assert.ok(!isEmptyQuery(parseQuery(`${one} ${other}`)), `${one} ${other}`);
	});

	it("consists of parts with their places", () => {
		assert.deepEqual(tokenize(' a  @group:"b c" "d e'), [
			{ raw: "a", start: 1, end: 2 },
			{ raw: '@group:"b c"', start: 4, end: 16 },
			{ raw: '"d e', start: 17, end: 21 },
		]);
		assert.deepEqual(
			tokenize('x@group:"b c"').map(({ raw }) => raw),
			['x@group:"b', 'c"'],
		);
	});

	it("gets and loses filters", () => {
		assert.equal(filterText("group", "web"), "@group:web");
		assert.equal(filterText("group", 'we"b x'), '@group:"web x"');
		assert.equal(filterText("group", 'we"b'), '@group:"web"');
		assert.equal(toggleFilter("a", '@group:"b c"'), 'a @group:"b c"');
		assert.equal(toggleFilter('a @GROUP:"B C" b', '@group:"b c"'), "a b");
		assert.equal(toggleFilter('"@group:b" a', "@group:b"), "a");
		assert.ok(hasFilter("@group:web", '@group:"Web"'));
		assert.ok(!hasFilter("@group:webs", "@group:web"));
	});
});

describe("the filters of one word", () => {
	it("have a label, and say what they find", () => {
		assert.deepEqual(flagNames.slice(0, 2), ["changed", "finding"]);
		const [changed, finding, ...marks] = flagNames.map((flag) => [
			flagLabel(flag),
			flagFinds(flag),
		]);
		assert.deepEqual(changed, [
			"Changed",
			"Options that are set, or whose value isn't the default",
		]);
		assert.deepEqual(finding, ["Finding", "Options with findings"]);
		const all = [changed, finding, ...marks].flat();
		assert.equal(new Set(all).size, 2 * flagNames.length);
	});
});

describe("the rank of an option", () => {
	const named = (...names: string[]) =>
		rankedOptions(
			configView({
				options: names.map((name) =>
					option({ id: name, name, flag: name.toLowerCase().replaceAll(" ", "-") }),
				),
			}).groups,
		);
	const rank = (options: ReturnType<typeof named>, typed: string) =>
		rankOptions(options, typed).map(({ row }) => row.name);

	it("is by its whole name, the beginning, words in a name, words anywhere, and letters", () => {
		const options = rankedOptions(
			configView({
				options: [
					option({ id: "1", name: "Pxixexr" }),
					option({ id: "2", name: "Quay", description: "Beside a pier." }),
					option({ id: "3", name: "Old Pier" }),
					option({ id: "4", name: "Pier Seven" }),
					option({ id: "5", name: "Pier" }),
					option({ id: "6", name: "Ripe" }),
				],
			}).groups,
		);
		assert.deepEqual(rank(options, "pier"), ["Pier", "Pier Seven", "Old Pier", "Quay", "Pxixexr"]);
		assert.deepEqual(rank(options, " Seven  PIER "), ["Pier Seven"]);
		assert.deepEqual(rank(options, "ee"), ["Pier Seven"]);
		assert.deepEqual(rank(options, "en pi"), ["Pier Seven"]);
		assert.deepEqual(rank(options, "vs"), [], "letters in this order only");
		assert.deepEqual(rank(options, ""), [
			"Pxixexr",
			"Quay",
			"Old Pier",
			"Pier Seven",
			"Pier",
			"Ripe",
		]);
	});

	it("is that of its best name", () => {
		const options = rankedOptions(
			configView({
				options: [
					option({ id: "1", name: "Quay", flag: "q", description: "Of a pier." }),
					option({ id: "2", name: "Old Pier", flag: "old" }),
					option({ id: "3", name: "Pier Seven", flag: "p7" }),
				],
			}).groups,
		);
		assert.deepEqual(rank(options, "pier"), ["Pier Seven", "Old Pier", "Quay"]);
		assert.deepEqual(rank(options, "pr sn"), ["Pier Seven"]);
	});

	it("considers a flag with and without its dashes", () => {
		const options = named("Long Name", "Name Long");
		assert.deepEqual(rank(options, "--name-long"), ["Name Long"]);
		assert.deepEqual(rank(options, "name-l"), ["Name Long"]);
		assert.deepEqual(options[0]?.names, ["long name", "--long-name", "long-name"]);
	});
});
