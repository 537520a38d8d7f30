import assert from "node:assert/strict";
import fc from "fast-check";
import { configView } from "../../../src/core/configuration/configView.ts";
import { entryOf, groupKeys, matches } from "../../../src/core/configuration/match.ts";
import { isEmptyQuery, parseQuery } from "../../../src/core/configuration/query.ts";
import { accept, suggest } from "../../../src/webview/configuration/suggest.ts";
import { hasFilter, toggleFilter, tokenize } from "../../../src/core/configuration/tokens.ts";
import { harbour } from "./support/options.ts";

const view = configView(harbour());
const paths = view.groups.map(({ path }) => path);
const known = new Set(paths.flatMap(groupKeys));

/** Returns the names of the options that a search text finds. */
function find(text: string): string[] {
	const query = parseQuery(text, known);
	return view.groups.flatMap((group) =>
		group.rows.filter((row) => matches(entryOf(group, row), query)).map(({ name }) => name),
	);
}

describe("a search", () => {
	const cases: readonly (readonly [text: string, found: readonly string[]])[] = [
		["TIDE", ["Tide Check"]],
		["pier web", ["Pier URL"]],
		["web.tideCheck", ["Tide Check"]],
		["--ciphers", ["Cipher List"]],
		["HARBOUR_LOCK", ["Lock Gates"]],
		["8 hours", ["Tide Check"]],
		["24h0m0s", ["Tide Check"]],
		["robot", ["Gate Keeper"]],
		['"largest ship"', ["Largest Ship"]],
		['"ship largest"', []],
		["old-from", ["Mail From"]],
		["harbour_old_from", ["Mail From", "Sender"]],
		["@dangerous", ["Let Everybody In"]],
		["@secret", ["Mail Password", "Old Password"]],
		["@deprecated", ["Mail From", "Old Password"]],
		["@deprecated @secret", ["Old Password"]],
		["@hidden", ["Mail From"]],
		["@enterprise", ["Cargo Map"]],
		["@source:flag", ["Cipher List"]],
		["@source:flag @source:yaml", ["Tide Check", "Cipher List", "Cargo Map"]],
		["@source:none @changed", ["Help Links"]],
		["@SOURCE:FLAG", ["Cipher List"]],
		["@group:tls", ["Lock Gates", "Cipher List", "Gate Keeper"]],
		["@group:web/tls", ["Lock Gates", "Cipher List", "Gate Keeper"]],
		["@group:dangerous", ["Let Everybody In"]],
		["@group:ma", ["Mail From", "Mail Password", "Old Password"]],
		["@group:nowhere", []],
		["EXAMPLE-leaked", []],
	];
	for (const [text, found] of cases) {
		it(`finds by ${text}`, () => {
			assert.deepEqual(find(text), found);
		});
	}

	it("finds everything while a filter is incomplete", () => {
		for (const text of [
			"",
			"  ",
			"@",
			"@chan",
			"@source",
			"@source:",
			"@source:e",
			"@group:",
			'"',
		]) {
			assert.ok(isEmptyQuery(parseQuery(text, known)), text);
		}
	});

	it("finds a whole group, but not groups with the same prefix", () => {
		const groups = new Set(["gate", "gateway"]);
		assert.deepEqual(parseQuery("@group:gate", groups).groups, [{ key: "gate", whole: true }]);
		assert.deepEqual(parseQuery("@group:gat", groups).groups, [{ key: "gat", whole: false }]);
	});

	it("treats an invalid filter as text, and reports it", () => {
		const { words, unknown } = parseQuery("@Pier @source:moon");
		assert.deepEqual(words, ["@pier", "@source:moon"]);
		assert.deepEqual(unknown, ["@Pier", "@source:moon"]);
	});

	it("never fails", () => {
		fc.assert(fc.property(fc.string(), (text) => Array.isArray(find(text))));
	});
});

describe("filters in the search text", () => {
	it("are added and removed", () => {
		assert.equal(toggleFilter("pier", "@changed"), "pier @changed");
		assert.equal(toggleFilter("@Changed pier", "@changed"), "pier");
		assert.ok(hasFilter('a @group:"Web/TLS"', "@group:web/tls"));
	});

	it("don't change the other words", () => {
		const word = fc.stringMatching(/^[a-z":@]{1,8}$/);
		fc.assert(
			fc.property(fc.array(word), (words) => {
				const text = tokenize(words.join(" "))
					.map(({ raw }) => raw)
					.join(" ");
				fc.pre(!hasFilter(text, "@hidden") && !/"[^"]*$/.test(text));
				assert.equal(toggleFilter(toggleFilter(text, "@hidden"), "@hidden"), text);
			}),
		);
	});
});

describe("suggestions", () => {
	const at = (text: string, caret = text.length) => suggest(text, caret, paths);
	const filters = (text: string, caret?: number) =>
		at(text, caret)?.items.map(({ filter }) => filter);

	it("appear after an @", () => {
		assert.equal(filters("@")?.[0], "@changed");
		assert.equal(filters("pier"), undefined);
		assert.equal(filters("@ pier"), undefined);
	});

	it("narrow with each keystroke, and disappear when the filter is complete", () => {
		assert.deepEqual(filters("@de"), ["@deprecated"]);
		assert.deepEqual(filters("@source:f"), ["@source:flag"]);
		assert.deepEqual(filters("@group:web"), ["@group:web/tls"]);
		assert.equal(filters("@hidden"), undefined);
	});

	it("quote names with spaces", () => {
		assert.deepEqual(
			suggest("@group:user", 11, [["User Hours"]])?.items[0]?.filter,
			'@group:"user hours"',
		);
	});

	it("replace only the filter at the cursor", () => {
		const text = "a @de b";
		const suggestions = at(text, 5);
		assert.ok(suggestions?.items[0]);
		assert.deepEqual(accept(text, suggestions, suggestions.items[0]), {
			text: "a @deprecated b",
			caret: 14,
		});
	});
});
