import assert from "node:assert/strict";
import { parseJson } from "../../../src/core/base/json.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { groupOptions } from "../../../src/core/options/optionGroups.ts";
import { option } from "../configuration/support/options.ts";
import { liveAnswer, liveVersions, needLiveAnswers } from "../../support/liveAnswers.ts";

const outermost = (paths: readonly (readonly string[])[]) => [
	...new Set(paths.map(([name]) => name)),
];

describe("the order of groups", () => {
	it("follows Coder's source, with unknown groups as sent, then options without a group, and then deprecated ones", () => {
		const named = (...path: string[]) =>
			option({ id: path.join("/"), groups: path.map((name) => ({ name })) });
		const groups = groupOptions([
			named("AI Bridge (Deprecated)"),
			named("Zebra"),
			named("Email", "Email TLS"),
			named("Networking", "DERP"),
			named("Ant"),
			named("Networking", "TLS"),
			named("Old Things (deprecated)"),
			option({ id: "alone" }),
			named("Networking"),
		]);
		assert.deepEqual(
			groups.map(({ path }) => path.join(" / ")),
			[
				"Networking",
				"Networking / TLS",
				"Networking / DERP",
				"Email",
				"Email / Email TLS",
				"Zebra",
				"Ant",
				"Other",
				"AI Bridge (Deprecated)",
				"Old Things (deprecated)",
			],
		);
	});

	it("keeps descriptions and options, and includes parents without options of their own", () => {
		const outer = { name: "Outer", description: "About it." };
		const first = option({ id: "A", groups: [outer, { name: "Inner" }] });
		const second = option({ id: "B", groups: [outer, { name: "Inner", description: "" }] });
		const alone = option({ id: "C" });
		const groups = [
			{ path: ["Outer"], options: [], description: "About it." },
			{ path: ["Outer", "Inner"], options: [first, second] },
		];
		assert.deepEqual(groupOptions([first, second]), groups);
		assert.deepEqual(groupOptions([first, alone, second]), [
			...groups,
			{ path: ["Other"], options: [alone] },
		]);
		assert.deepEqual(groupOptions([]), []);
	});

	describe("on real servers", () => {
		before(function () {
			needLiveAnswers(this);
		});

		for (const version of liveVersions) {
			it(`starts with Networking and leaves out no option (${version})`, () => {
				const body = parseJson(liveAnswer(version, "owner-config").body);
				const parsed = parseAnswer("deploymentConfig", body);
				assert.ok(parsed.ok);
				const { options } = parsed.value;
				const groups = groupOptions(options);
				const names = outermost(groups.map(({ path }) => path));
				assert.deepEqual(names.slice(0, 3), ["Networking", "Introspection", "OAuth2"]);
				const deprecated = names.filter((name) => name?.includes("(Deprecated)"));
				const last = ["Other", ...deprecated];
				assert.deepEqual(names.slice(-last.length), last);
				assert.equal(groups.flatMap((group) => group.options).length, options.length);
				for (const group of groups) {
					const sent = options.filter((one) => group.options.includes(one));
					assert.deepEqual(group.options, sent);
				}
			});
		}
	});
});
