import assert from "node:assert/strict";
import { readConfigFile } from "../../../src/core/comparison/readFile.ts";
import { configWith } from "../export/support/configs.ts";

const { options } = configWith({
	name: "Application Name",
	flag: "application-name",
	env: "CODER_APPLICATION_NAME",
	yaml: "name",
	value: "",
});

const little = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le");
const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
	"UTF-8": (text) => Buffer.from(text),
	"UTF-8 with a byte order mark": (text) => Buffer.from(`\uFEFF${text}`),
	"UTF-16, as Windows PowerShell writes it": little,
	"UTF-16, big-endian": (text) => little(text).swap16(),
};

describe("a configuration file", () => {
	for (const [encoding, encode] of Object.entries(encodings)) {
		it(`is read in ${encoding}`, async () => {
			const read = await readConfigFile(encode("name: Größe 😀\r\n"), options);
			assert.equal(read.options[0]?.value, "Größe 😀");
		});
	}
});
