import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

type Texts = Readonly<Record<string, string>>;

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const english = read("package.nls.json") as Texts;
const german = read("package.nls.de.json") as Texts;

/** The keys in package.json whose strings VS Code shows. */
const shown =
	/^(title|shortTitle|name|displayName|contextualTitle|contents|category|description|markdownDescription|tooltip|label|deprecationMessage|markdownDeprecationMessage|altText|userDescription|patternErrorMessage|errorMessage|placeholder)$/;
/** Lists whose strings VS Code shows. */
const shownLists = /^(enumDescriptions|markdownEnumDescriptions|enumItemLabels)$/;
/** Strings under these keys are for programs or, like `modelDescription` and `inputSchema`, for a language model. */
const unshown =
	/^(menus|activationEvents|scripts|(dev)?[dD]ependencies|engines|author|bugs|inputSchema)$/;
/** The name of a chat tool is its ID. */
const ids = /\.languageModelTools\.\d+\.name$/;

/** Returns every string of the manifest that users see, with its path. */
function texts(value: unknown, path: readonly string[] = []): [path: string, text: string][] {
	const key = path.at(-1) ?? "";
	if (typeof value === "string") {
		const inList = shownLists.test(path.at(-2) ?? "");
		const isId = ids.test(path.join("."));
		return (shown.test(key) && !isId) || inList ? [[path.join("."), value]] : [];
	}
	if (typeof value !== "object" || value === null || unshown.test(key)) return [];
	return Object.entries(value).flatMap(([name, part]) => texts(part, [...path, name]));
}

const manifest = read("package.json") as Readonly<Record<string, unknown>>;
const { displayName, description, contributes } = manifest;
const all = texts({ displayName, description, contributes });

describe("texts in package.json", () => {
	it("are all in package.nls.json", () => {
		assert.ok(all.length > 60, `only ${String(all.length)} texts were found`);
		const plain = all.filter(([, text]) => !/^%[\w.]+%$/.test(text));
		assert.deepEqual(plain, []);
	});

	it("use every key in package.nls.json, and no other", () => {
		const used = new Set(all.map(([, text]) => text.slice(1, -1)));
		assert.deepEqual([...used].toSorted(), Object.keys(english).toSorted());
	});

	it("are all in German, too", () => {
		assert.deepEqual(Object.keys(german).toSorted(), Object.keys(english).toSorted());
		const empty = Object.entries({ ...english, ...german }).filter(([, text]) => !text.trim());
		assert.deepEqual(empty, []);
	});

	it("keep links, commands, code, and settings in German", () => {
		const marks = (text = ""): string[] =>
			[...text.matchAll(/\]\([^)]*\)|`[^`]*`|\$\([\w-]+\)|\n/g)].map(([mark]) => mark).toSorted();
		const different = Object.keys(english).filter(
			(key) => marks(german[key]).join("\0") !== marks(english[key]).join("\0"),
		);
		assert.deepEqual(different, []);
	});

	it("reference each command and setting by its ID", () => {
		const { commands, configuration } = contributes as {
			readonly commands: readonly { readonly command: string; readonly title: string }[];
			readonly configuration: { readonly properties: Readonly<Record<string, object>> };
		};
		const short = (id: string): string => id.replace("coderDeployment.", "");
		for (const { command, title } of commands) {
			assert.equal(title, `%command.${short(command)}.title%`);
		}
		for (const [id, setting] of Object.entries(configuration.properties)) {
			const key = `%setting.${short(id)}.description%`;
			const texts = setting as {
				readonly description?: string;
				readonly markdownDescription?: string;
			};
			assert.equal(texts.markdownDescription ?? texts.description, key);
		}
	});
});
