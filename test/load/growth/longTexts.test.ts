import { plainText } from "../../../src/core/base/plainText.ts";
import { readUrl } from "../../../src/core/coder/deploymentUrl.ts";
import { maskSecrets } from "../../../src/core/coder/mask.ts";
import { scrub } from "../../../src/core/coder/scrub.ts";
import { maskText } from "../../../src/core/coder/secretText.ts";
import { readTokenText } from "../../../src/core/coder/tokenText.ts";
import { readYamlConfig } from "../../../src/core/comparison/readYaml.ts";
import { optionsOf } from "../../unit/comparison/options.ts";
import { assertLinear } from "../../support/growth.ts";

/** Asserts that processing a piece that's repeated to this number of characters takes time proportional to it. */
function assertLinearIn(piece: string, size: number, work: (text: string) => unknown): void {
	const textOf = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
	assertLinear(JSON.stringify(piece), size, textOf, work);
}

describe("processing time of a long text", function () {
	this.timeout(120_000);

	for (const piece of ["\u001b[", "\u001b]", "\u001b[0", "\u001b[ ", "\r", "\u202e", "\n ", "0"]) {
		it(`is linear for plain text: ${JSON.stringify(piece)}`, () => {
			assertLinearIn(piece, 300_000, (text) => plainText(`\u001b[${text}`));
		});
	}

	for (const piece of ["a-", "a.", "x://", "x://a:", "cookie: ", "1234567890-", "authorization"]) {
		it(`is linear for scrubbing: ${JSON.stringify(piece)}`, () => {
			assertLinearIn(piece, 50_000 * piece.length, scrub);
		});
	}

	for (const piece of [
		"token=",
		"key: /etc/coder/client.key (from coder.tlsKeyFile)",
		"key: C:/certificates/client.pem",
		'token="',
		"token:[",
		"Bearer ",
		"eyJ-",
		"eyJaaaaaaaa.",
		"-----BEGIN PRIVATE KEY-----",
		"-----BEGIN ",
		"a:b@",
		"x://a:",
		"x://a?",
		"token \\",
		"aB",
		"A",
		" ",
		"password ",
		"_",
	]) {
		it(`is linear for masking: ${JSON.stringify(piece)}`, () => {
			assertLinearIn(piece, 20_000 * piece.length, maskText);
		});
	}

	const pasted: Readonly<Record<string, readonly [start: string, piece: string, end: string]>> = {
		slashes: ["https://a.example", "/", "x"],
		spaces: ["a", " ", "b"],
		quotes: ["a", '"', "b"],
		"invisible characters": ["a", "\u200B", "b"],
		"almost tokens": ["", "SampleOwnr-", ""],
		"almost web tokens": ["", "eyJ", ""],
		"names of tokens": ["", "session_token ", ""],
		words: ["coder ", "a ", ""],
		"a link that doesn't end": ["[", "a", ""],
		schemes: ["", "http://", ""],
	};
	for (const [name, [start, piece, end]] of Object.entries(pasted)) {
		it(`is linear for what is pasted: ${name}`, () => {
			assertLinearIn(piece, 24_000, (text) => {
				const whole = start + text + end;
				return [readUrl(whole), readTokenText(whole)];
			});
		});
	}
});

describe("processing time of long lists of texts", function () {
	this.timeout(120_000);

	it("is linear for secrets and the texts that contain them", () => {
		const answerOf = (count: number) => {
			const lines = Array.from(
				{ length: count },
				(_, index) => `${"a".repeat(40)}${String(index)}`,
			);
			return { secrets: lines, texts: lines.map((line) => line.slice(0, -1).repeat(2)) };
		};
		assertLinear("secrets", 10_000, answerOf, maskSecrets);
	});

	it("is linear for a YAML key that is set very often", () => {
		const reference = optionsOf({ name: "Count", env: "CODER_COUNT", yaml: "count", value: 3 });
		const textOf = (count: number): string =>
			Array.from({ length: count }, (_, index) => `count: ${String(index)}`).join("\n");
		assertLinear("count", 60_000, textOf, (text) => readYamlConfig(text, reference));
	});
});
