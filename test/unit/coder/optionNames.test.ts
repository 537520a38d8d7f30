import assert from "node:assert/strict";
import { configView } from "../../../src/core/configuration/configView.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import { all, configWith, facts } from "../export/support/configs.ts";

const variables = [
	"CODER_A=1\nLD_PRELOAD=/x.so",
	"CODER_A\nLD_PRELOAD=/x.so\nX",
	"CODER_A\rLD_PRELOAD",
	"CODER_A\u2028LD_PRELOAD",
	"CODER_A\u0085LD_PRELOAD",
	"CODER_A\n",
	"\nCODER_A",
	"CODER A",
	"CODER_A`touch x`",
	"CODER_A$(touch x)",
	"CODER_A;touch x",
	"CODER_A' \"LD_PRELOAD=/x.so",
	"CODER-A",
	"CODER.A",
	"1CODER",
	"=",
	"%CODER_A",
	"CODER_Ä",
	"CODER_\u202eA",
	"export CODER_A",
];

const flags = [
	"a b",
	"a\nLD_PRELOAD=/x.so",
	"a`x`",
	"a=b; x",
	"--a",
	"$(x)",
	"a) ![](https://e",
	"ä",
];

describe("option names", () => {
	for (const env of variables) {
		it(`don't include the invalid variable ${JSON.stringify(env)}`, () => {
			const config = configWith({
				name: "Hostile",
				env,
				value: "LD_PRELOAD=/x.so",
				value_source: "env",
				use_instead: [{ name: "Other", env }],
			});
			const [option] = config.options;
			assert.ok(option);
			assert.deepEqual([option.id, option.env, option.name], ["Hostile", undefined, "Hostile"]);
			assert.equal(option.useInstead[0]?.env, undefined);
			const [row] = configView(config).groups.flatMap(({ rows }) => rows);
			assert.deepEqual([row?.env, row?.copyEnv], [undefined, undefined]);
			for (const format of ["env", "systemd", "helm"] as const) {
				const text = exportText(config, format, facts, all);
				const lines = text.split(/[\n\r\u0085\u2028\u2029]/);
				const active = lines.filter((line) => line.trim() !== "" && !line.trim().startsWith("#"));
				assert.deepEqual(
					active,
					{ env: [], systemd: ["[Service]"], helm: ["coder:", "  env: []"] }[format],
				);
			}
		});
	}

	for (const flag of flags) {
		it(`don't include the invalid flag ${JSON.stringify(flag)}`, () => {
			const [option] = configWith({ name: "Hostile", flag, flag_shorthand: `${flag}x` }).options;
			assert.deepEqual(
				[option?.id, option?.flag, option?.flagShorthand],
				["Hostile", undefined, undefined],
			);
		});
	}

	it("identify an option that has nothing else", () => {
		const [option] = configWith({ env: "CODER_A\nX=1" }).options;
		assert.deepEqual(
			[option?.id, option?.name, option?.env],
			["CODER_A\nX=1", "CODER_A\nX=1", undefined],
		);
	});

	it("are kept if they're valid", () => {
		for (const [env, flag] of [
			["CODER_ACCESS_URL", "access-url"],
			["_A1", "a.b"],
			["coder_lower", "x"],
		] as const) {
			const [option] = configWith({ name: "Real", env, flag, flag_shorthand: "c" }).options;
			assert.deepEqual(
				[option?.id, option?.env, option?.flag, option?.flagShorthand],
				[env, env, flag, "c"],
			);
		}
	});
});
