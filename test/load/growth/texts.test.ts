import { escapeMarkdown } from "../../../src/core/base/markdown.ts";
import { messageLines, messageText } from "../../../src/core/base/messageText.ts";
import { plainLines } from "../../../src/core/base/plainText.ts";
import { parseGoDuration } from "../../../src/core/base/goDuration.ts";
import { parseJson } from "../../../src/core/base/json.ts";
import { scrub } from "../../../src/core/coder/scrub.ts";
import { readExactUrl, readUrl } from "../../../src/core/coder/deploymentUrl.ts";
import { releaseUrl } from "../../../src/core/coder/links.ts";
import { maskSecrets } from "../../../src/core/coder/mask.ts";
import type { DeploymentOption } from "../../../src/core/coder/model.ts";
import { defaultValue, settingText } from "../../../src/core/coder/optionValue.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { isSecretName } from "../../../src/core/coder/secretName.ts";
import { holdsToken, readTokenText } from "../../../src/core/coder/tokenText.ts";
import { buildKind, compareVersions } from "../../../src/core/coder/updateState.ts";
import { readYamlConfig } from "../../../src/core/comparison/readYaml.ts";
import { readCspReport } from "../../../src/core/coder/cspReport.ts";
import { groupKey, parseQuery } from "../../../src/core/configuration/query.ts";
import { commentLines } from "../../../src/core/export/commentLines.ts";
import { quoteEnvValue } from "../../../src/core/export/envFile.ts";
import { markdownCell, markdownCode } from "../../../src/core/base/markdownCell.ts";
import { escapeForSystemd } from "../../../src/core/export/systemdUnit.ts";
import { wrap } from "../../../src/core/export/wrap.ts";
import { yamlEntry } from "../../../src/core/export/yamlValue.ts";
import { holdsEveryAddress, listensEverywhere } from "../../../src/core/findings/addresses.ts";
import { readErrorBody } from "../../../src/core/http/errorBody.ts";
import { readHeaderLines } from "../../../src/core/http/headers/headerLines.ts";
import { inBypassList } from "../../../src/core/http/proxy/noProxy.ts";
import { envLine } from "../../../src/core/options/envLine.ts";
import { optionHover } from "../../../src/core/options/optionHover.ts";
import { showValue } from "../../../src/core/options/optionText.ts";
import { readSampleLines } from "../../../src/core/statistics/sampleLine.ts";
import { readSnapshotText } from "../../../src/core/history/snapshotText.ts";
import { assertLinear } from "../../support/growth.ts";
import { pieces } from "./pieces.ts";

const url = new URL("https://coder.larkspur.example");

const option = (value: unknown, more: object = {}): DeploymentOption => {
	const body = { options: [{ name: "Option", env: "CODER_OPTION", value, ...more }] };
	const parsed = parseAnswer("deploymentConfig", JSON.parse(JSON.stringify(body)) as never);
	if (!parsed.ok || !parsed.value.options[0]) throw new Error("no option");
	return parsed.value.options[0];
};
const textOption = option("");

/** Everything that's done with texts from servers, files, and users. */
const works: Readonly<Record<string, (text: string) => unknown>> = {
	escapeMarkdown,
	messageText,
	messageLines,
	plainLines,
	parseGoDuration: (text) => parseGoDuration(text),
	scrub,
	maskSecrets: (text) => maskSecrets({ secret: "hunter2hunter2", text, token: text }),
	isSecretName,
	readUrl,
	readExactUrl,
	holdsToken,
	readTokenText,
	releaseUrl,
	buildKind,
	compareVersions: (text) => compareVersions(text, text),
	groupKey,
	parseQuery: (text) => parseQuery(text),
	commentLines,
	wrap: (text) => wrap(text, 80),
	quoteEnvValue,
	envLine: (text) => envLine("CODER_A", text),
	markdownCell,
	markdownCode,
	escapeForSystemd,
	yamlEntry: (text) => yamlEntry("key", text),
	"yamlEntry of a list": (text) => yamlEntry("key", [text, { key: text }]),
	listensEverywhere: (text) => [listensEverywhere(text), listensEverywhere(`${text}:80`)],
	holdsEveryAddress,
	readErrorBody: (text) => readErrorBody(JSON.stringify({ message: text, detail: text })),
	readHeaderLines,
	inBypassList: (text) => inBypassList(text, url),
	readCspReport,
	showValue: (text) => showValue(textOption, text),
	settingText: (text) => settingText(textOption, [text, text]),
	"defaultValue of a number": (text) => defaultValue(option(1, { default: text })),
	"defaultValue of a list": (text) => defaultValue(option(["a"], { default: text })),
	"defaultValue of a map": (text) => defaultValue(option({ a: 1 }, { default: text })),
	"defaultValue of a duration": (text) =>
		defaultValue(option(1, { default: text, annotations: { format_duration: "true" } })),
	optionHover: (text) => optionHover(option(text, { description: text, default: text })),
	readSampleLines,
	readSnapshotText,
	parseJson: (text) => {
		try {
			return parseJson(text);
		} catch (error) {
			return error;
		}
	},
	readYamlConfig: (text) => {
		try {
			return readYamlConfig(`option: ${text}`, [{ ...textOption, yamlPath: ["option"] }]);
		} catch (error) {
			return error;
		}
	},
};

/** These take a hundred times as long per character as most others. */
const sizes: Readonly<Record<string, number>> = { readYamlConfig: 8_000, maskSecrets: 8_000 };

describe("processing time of a text", function () {
	this.timeout(120_000);
	for (const [name, work] of Object.entries(works)) {
		it(`is linear: ${name}`, () => {
			for (const piece of pieces) {
				for (const [start, end] of [
					["", ""],
					["a", "a"],
				] as const) {
					assertLinear(
						`${name} of ${JSON.stringify(piece)}`,
						sizes[name] ?? 24_000,
						(size) => start + piece.repeat(Math.ceil(size / piece.length)) + end,
						work,
					);
				}
			}
		});
	}
});
