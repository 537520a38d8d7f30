import { readFileSync } from "node:fs";
import path from "node:path";
import type { Form } from "../../../src/core/variables/forms.ts";
import { readers } from "../../../src/core/variables/forms/readers.ts";
import { namePrefix } from "../../../src/core/variables/forms/text.ts";
import { commandKeys } from "../../../src/core/variables/forms/yamlCommands.ts";
import { withoutOtherEntries } from "../../../src/core/variables/forms/yamlPruning.ts";
import { scan, type Occurrence } from "../../../src/core/variables/scan.ts";
import { assertGolden } from "../../support/golden.ts";

const forms = Object.keys(readers) as readonly Form[];

/** Returns the texts of a form, which are separated by lines of equals signs. */
function textsOf(form: Form): readonly string[] {
	const file = path.join(import.meta.dirname, "texts", `${form}.txt`);
	const all = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
	return all.split(/^====\n/m);
}

/** Describes a name in a text: where it is, its role, and everything that is known about its value. */
function described({ name, start, role, value }: Occurrence, text: string): string {
	const place = (offset: number): string => {
		const lines = text.slice(0, offset).split("\n");
		return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
	};
	const head = `${place(start)} ${name} ${role}`;
	if (!value) return head;
	const { from, to, text: read, why, quoting, prefix, list, branch, command, extra, helm } = value;
	const facts: readonly (readonly [string, string | undefined])[] = [
		["", read === undefined ? why : JSON.stringify(read)],
		["written", JSON.stringify(text.slice(from, to))],
		["as", quoting],
		["prefix", prefix],
		["list", list === undefined ? undefined : place(list)],
		["branch", branch?.toString()],
		["command", command === undefined ? undefined : place(command)],
		["extra", extra && text.slice(extra.from, extra.to)],
		["helm", helm?.toString()],
	];
	const shown = facts.filter(([, fact]) => fact !== undefined).map((fact) => fact.join(" ").trim());
	return `${head}: ${shown.join("; ")}`;
}

describe("names in texts, as they were recorded", () => {
	for (const form of forms) {
		it(`are these in the form ${form}`, () => {
			const parts = textsOf(form).map((text) => {
				const found = scan(text, form).map((one) => described(one, text));
				return [
					...text
						.trimEnd()
						.split("\n")
						.map((line) => `| ${line}`),
					...found,
					"",
				].join("\n");
			});
			assertGolden(`names-${form}`, parts.join("\n"));
		});
	}

	it("leave these lines of long YAML files", () => {
		const parts = textsOf("yaml").map((text) => {
			const pruned = withoutOtherEntries(text, namePrefix, 0);
			const flags = withoutOtherEntries(text, namePrefix, 0, commandKeys);
			return [pruned, flags].map((left) => left.replaceAll(/^/gm, "| ")).join("\n----\n");
		});
		assertGolden("names-pruned", parts.join("\n====\n"));
	});
});
