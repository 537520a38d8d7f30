/** A change to the code that changes nothing that anyone could notice. No test can find it. */
export interface EquivalentMutant {
	/** Relative to src/core. */
	readonly file: string;
	/** The source line where the mutant begins, without its indentation. */
	readonly line: string;
	/** What StrykerJS inserts, with single spaces. If missing, all mutants that begin in the line are equivalent. */
	readonly replacement?: string;
	readonly why: string;
}

/** Add a mutant that `npm run mutation` lists only after you have looked for a test that could find it. */
export const equivalentMutants: readonly EquivalentMutant[] = [
	{
		file: "license/license.ts",
		line: "const license = currentLicense(snapshot.licenses.value ?? [], now);",
		replacement: '["Stryker was here"]',
		why: "A text instead of a license has no dates, so it's like none.",
	},
	{
		file: "license/license.ts",
		line: "(termEndsAt !== undefined && termEndsAt <= now);",
		replacement: "true",
		why: "A comparison with undefined is false.",
	},
	{
		file: "license/license.ts",
		line: "const soon = termEndsAt !== undefined && termEndsAt - now < licenseEndsSoonMs;",
		replacement: "true",
		why: "A comparison with NaN is false.",
	},
	{
		file: "license/seats.ts",
		line: "return (entitlements?.features ?? [])",
		replacement: '["Stryker was here"]',
		why: "A text instead of a feature has no name and isn't counted.",
	},
	{
		file: "health/healthAttention.ts",
		line: 'words: healthWords(lines) ?? "",',
		replacement: '"Stryker was here!"',
		why: "There is at least one line, so there are words.",
	},
	{
		file: "health/codeDocs.ts",
		line: "if (code === undefined || !isHealthCode(code)) return undefined;",
		replacement: "false",
		why: "Undefined isn't a code either; the comparison is for the types.",
	},
	{
		file: "health/health.ts",
		line: "export function healthLines(report: HealthReport, settings: readonly HealthPartId[] = []) {",
		replacement: '["Stryker was here"]',
		why: "No part has this name.",
	},
	{
		file: "health/runHealthCheck.ts",
		line: "const isYoung = time !== undefined && Math.abs(clock.now() - time) < forcedEveryMs;",
		replacement: "true",
		why: "A comparison with NaN is false.",
	},
	{
		file: "health/runHealthCheck.ts",
		line: 'signal.removeEventListener("abort", done);',
		replacement: '""',
		why: "Resolving a promise again does nothing.",
	},
	{
		file: "health/words.ts",
		line: 'if (errors > 1) return t("{0} health errors", count);',
		replacement: "errors >= 1",
		why: "A single error was handled before.",
	},
	{
		file: "health/words.ts",
		line: "default:",
		replacement: "default:",
		why: "A function without a result returns undefined, too.",
	},
	{
		file: "signIn/cliFiles.ts",
		line: "} catch {",
		replacement: "{}",
		why: "A function without a result returns undefined, too.",
	},
	{
		file: "signIn/findCli.ts",
		line: "} catch {",
		replacement: "{}",
		why: "Undefined isn't true either.",
	},
	{
		file: "signIn/findCli.ts",
		line: 'const folders = (env.PATH ?? env.Path ?? "")',
		replacement: '"Stryker was here!"',
		why: "Only absolute folders are searched.",
	},
	{
		file: "signIn/cliToken.ts",
		line: String.raw`const [, major, minor] = /\bv(\d{1,3})\.(\d{1,3})\./.exec(versionText) ?? [];`,
		replacement: '["Stryker was here"]',
		why: "The first part isn't used.",
	},
	{
		file: "signIn/cliToken.ts",
		line: String.raw`const [, major, minor] = /\bv(\d{1,3})\.(\d{1,3})\./.exec(versionText) ?? [];`,
		replacement: String.raw`/\bv(\d)\.(\d{1,3})\./`,
		why: "A version of 10 or higher isn't too old, and one that isn't found is tried.",
	},
	{
		file: "signIn/cliToken.ts",
		line: 'if (major === undefined || (major === "0" && minor === "0")) return false;',
		replacement: "false",
		why: "A comparison with NaN is false.",
	},
	{
		file: "signIn/flow.ts",
		line: 'if (!place) return "dismissed";',
		replacement: '""',
		why: "Only whether the result is a text matters to its callers.",
	},
	{
		file: "signIn/flow.ts",
		line: 'if (!place) return "failed";',
		replacement: '""',
		why: "Only whether the result is a text matters to its callers.",
	},
	{
		file: "signIn/flow.ts",
		line: 'return end === "back" ? "dismissed" : end;',
		why: "Only whether the result is a text matters to its callers.",
	},
	{
		file: "signIn/flow.ts",
		line: 'return "failed";',
		replacement: '""',
		why: "Only whether the result is a text matters to its callers.",
	},
	{
		file: "signIn/flow.ts",
		line: 'if (session === undefined) return "dismissed";',
		replacement: '""',
		why: "Only whether the result is a text matters to its callers.",
	},
	{
		file: "signIn/flow.ts",
		line: 'if (answer === undefined) return "dismissed";',
		replacement: '""',
		why: "Only whether the result is a text matters to its callers.",
	},
	{
		file: "signIn/ways.ts",
		line: "if (!session || !reading?.ok) return [];",
		replacement: "reading.ok",
		why: "If there is a session, its URL was read.",
	},
	{
		file: "configuration/rankOptions.ts",
		line: 'const words = wanted.split(/\\s+/).filter((word) => word !== "");',
		why: "The text is trimmed. Without words, every name begins with it, so all options keep their order.",
	},
	{
		file: "configuration/rankOptions.ts",
		line: "if (words.length === 0) return options;",
		why: "Without words, every name begins with the text, so all options keep their order.",
	},
	{
		file: "configuration/rankOptions.ts",
		line: "if (rank !== undefined) ranks[rank]?.push(option);",
		why: "There is a list for each rank, and none for undefined.",
	},
	{
		file: "configuration/pastedName.ts",
		line: 'const [assignment = "", name] = new RegExp(`^(${variable})\\\\s*=`).exec(line) ?? [];',
		why: "The assignment is used only if there is a name.",
	},
	{
		file: "configuration/pastedName.ts",
		line: "const rest = line.slice(assignment.length);",
		why: "An assignment contains no filter and no second assignment.",
	},
	{
		file: "configuration/pastedName.ts",
		line: "const [, set] = new RegExp(`^(${variable})[\"'\\`]?(?:=|:$)`).exec(bare) ?? [];",
		replacement: '["Stryker was here"]',
		why: "Only the group is used, not the whole match.",
	},
	{
		file: "configuration/pastedName.ts",
		line: 'return bare === "" || bare === "-" ? "" : bare;',
		replacement: "false",
		why: "An empty word is returned as it is.",
	},
	{
		file: "publicApi/conditionParts.ts",
		line: 'if (!license) return { state: "none", trial: false, features: [] };',
		why: "It's only called with entitlements, so there is a state; the check is for the types.",
	},
	{
		file: "publicApi/compareFile.ts",
		line: 'if (!option || state === "unknown" || state === "overridden") return undefined;',
		replacement: '""',
		why: "A setting in the state “unknown” has no option.",
	},
	{
		file: "publicApi/compareFile.ts",
		line: 'state === "secret"',
		why: "The values of secrets were already dropped when file and answer were read. This is a second barrier.",
	},
	{
		file: "releases/historyNotes.ts",
		line: 'const ids = option.tracks.successors.at(-1)?.[1] ?? "";',
		why: "Each track has at least one value; the rest is for the types.",
	},
	{
		file: "releases/historyNotes.ts",
		line: 'if (since === undefined || ids === "") return [];',
		why: "Of all recorded options that were deprecated, the last replacement is still recommended.",
	},
	{
		file: "releases/historyNotes.ts",
		line: "return tracks.default.slice(0, -1).flatMap(([, value], index) => {",
		replacement: "tracks.default",
		why: "The last default has no release after it and is left out below.",
	},
	{
		file: "releases/historyNotes.ts",
		line: "const until = tracks.default[index + 1]?.[0];",
		why: "The last default is left out, so there is one after each.",
	},
	{
		file: "releases/historyNotes.ts",
		line: "if (until === undefined) return [];",
		why: "The last default is left out, so there is one after each.",
	},
	{
		file: "releases/readTable.ts",
		line: 'const [shortId = "", from = "", to = "", ...cells] = line.split("|");',
		replacement: '"Stryker was here!"',
		why: "Each line has these cells; the defaults are for the types.",
	},
	{
		file: "releases/writeTable.ts",
		line: 'const [id = "", since = "", last = "", name = "", group = "", flag = "", env = "", ...rest] =',
		replacement: '"Stryker was here!"',
		why: "A line that was split has a first cell; the default is for the types.",
	},
	{
		file: "releases/optionHistory.ts",
		line: "return from === 0 && since === 0 ? undefined : from;",
		replacement: "true",
		why: "An option isn't replaced before it is added.",
	},
	{
		file: "base/format.ts",
		line: 'return unit(value, byteUnits[step] ?? "byte", "short", 1);',
		replacement: '""',
		why: "There is a unit for each step; the default is for the types.",
	},
	{
		file: "base/format.ts",
		line: 'return unit(ms, "millisecond", "short", ms < 100 ? 1 : 0);',
		replacement: "ms <= 100",
		why: "A whole 100 has no decimals.",
	},
	{
		file: "base/format.ts",
		line: "const [name, size] = durationUnits.find(([, size]) => ms >= size && size >= 1000) ?? [",
		replacement: "size > 1000",
		why: "The default is the same unit.",
	},
	{
		file: "base/format.ts",
		line: "const [name, size] = durationUnits.find(([, ms]) => Math.abs(distance) >= ms && ms >= 1000) ?? [",
		replacement: "ms > 1000",
		why: "The default is the same unit.",
	},
	{
		file: "base/format.ts",
		line: 'const sign = total < 0n ? "-" : "";',
		replacement: "total <= 0n",
		why: "Zero has returned before.",
	},
	{
		file: "base/format.ts",
		line: "const size = total < 0n ? -total : total;",
		replacement: "total <= 0n",
		why: "Zero has returned before.",
	},
	{
		file: "base/goDuration.ts",
		line: 'const [whole, digits = "", , fraction = "", unit = ""] = part.exec(size) ?? [];',
		why: "Without a match, the function returns; the defaults are for the types.",
	},
	{
		file: "base/goDuration.ts",
		line: "if (number.length > mostDigits) return undefined;",
		why: "The total would exceed the longest duration. This only limits the work.",
	},
	{
		file: "base/goDuration.ts",
		line: "for (const digit of digits.slice(0, mostDigits)) {",
		replacement: "digits",
		why: "The loop ends when an int64 can't hold the digits. This only limits the work.",
	},
	{
		file: "base/goDuration.ts",
		line: "if (number > longest / 10n) break;",
		replacement: "false",
		why: "The next digit exceeds the limit, which ends the loop as well.",
	},
	{
		file: "base/goDuration.ts",
		line: "if (number > longest / 10n) break;",
		replacement: "longest * 10n",
		why: "The next digit exceeds the limit, which ends the loop as well.",
	},
	{
		file: "base/goDuration.ts",
		line: "return number === 0n ? 0n : BigInt(Math.trunc(Number(number) * (Number(ns) / scale)));",
		replacement: "false",
		why: "A product with zero is zero.",
	},
	{
		file: "base/goText.ts",
		line: 'const [, quoted, plain = ""] = field.exec(record) ?? [];',
		why: "The expression also matches an empty field; the defaults are for the types.",
	},
	{
		file: "base/goText.ts",
		line: 'const [path = ""] = rest.split(/[?#]/, 1);',
		why: "There is always a match; the default is for the types.",
	},
	{
		file: "base/goText.ts",
		line: 'if (scheme === "" && (path.split("/", 1)[0] ?? "").includes(":")) return undefined;',
		replacement: '"Stryker was here!"',
		why: "There is always a match; the default is for the types.",
	},
	{
		file: "base/goText.ts",
		line: "const [, authority] = /^\\/\\/([^/]*)/.exec(path) ?? [];",
		replacement: '["Stryker was here"]',
		why: "Only the group is used, not the whole match.",
	},
	{
		file: "base/homeFolder.ts",
		line: "} catch {",
		why: "A function without a return value returns undefined, too.",
	},
	{
		file: "base/json.ts",
		line: 'return stringify(value, null, "\\t") ?? "null";',
		replacement: '""',
		why: "Each JSON value has a text; the default is for the types.",
	},
	{
		file: "base/json.ts",
		line: "if (!longNumbers.some(rounds)) return JSON.parse(text) as JsonValue;",
		why: "Both parsers read such a text alike, which a test compares. The engine's own is only faster.",
	},
	{
		file: "base/packedSentences.ts",
		line: 'return translations[placeOf(hash, seed, translations.length)] ?? "";',
		why: "The place is below the number of translations; the default is for the types.",
	},
	{
		file: "base/plainText.ts",
		line: "if (!anything.test(text)) return text;",
		replacement: "false",
		why: "Without this, nothing is replaced. It only saves time.",
	},
	{
		file: "base/readAtMost.ts",
		line: 'if (stats.size > most) throw new UnreadError("too large");',
		replacement: "false",
		why: "What was read is checked again. This only saves time.",
	},
	{
		file: "base/readAtMost.ts",
		line: "const bytes = Buffer.alloc(Math.min(stats.size + 65_536, most) + 1);",
		why: "A larger buffer only takes more memory.",
	},
	{
		file: "base/readAtMost.ts",
		line: "while (length < bytes.length) {",
		replacement: "length <= bytes.length",
		why: "Reading no bytes ends the loop.",
	},
	{
		file: "base/timeLimit.ts",
		line: 'signal.addEventListener("abort", stop, { once: true });',
		why: "The listener is removed in any case.",
	},
	{
		file: "base/timeLimit.ts",
		line: 'if (stop) signal.removeEventListener("abort", stop);',
		replacement: "true",
		why: "The promise has set it; the check is for the types.",
	},
	{
		file: "base/trimEnd.ts",
		line: "while (end > 0 && text[end - 1] === character) end--;",
		why: "Before the first character, there is none that could be equal.",
	},
	{
		file: "base/writeAtomically.ts",
		line: "async function syncFolder(folder: string): Promise<void> {",
		why: "Only a power failure would show that the name wasn't stored.",
	},
	{
		file: "base/writeAtomically.ts",
		line: 'const handle = await open(folder, "r");',
		why: "Only a power failure would show that the name wasn't stored.",
	},
	{
		file: "base/writeAtomically.ts",
		line: "await handle.sync().finally(() => handle.close());",
		why: "Only a power failure would show that the name wasn't stored.",
	},
	{
		file: "base/writeAtomically.ts",
		line: "try {",
		why: "Only a power failure would show that the name wasn't stored.",
	},
	{
		file: "statistics/points.ts",
		line: "if (!head || !tail) continue;",
		why: "A group has at least one sample; the check is for the types.",
	},
	{
		file: "statistics/points.ts",
		line: "names.forEach((name, index) => values[index]?.push(summary(name, group)));",
		why: "There is a column for each name; the check is for the types.",
	},
	{
		file: "statistics/points.ts",
		line: "values: Object.fromEntries(names.map((name, index) => [name, values[index] ?? []])),",
		why: "There is a column for each name; the default is for the types.",
	},
	{
		file: "statistics/points.ts",
		line: "const shortest = ((samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0)) / (most - 1);",
		why: "It's only called with samples; the defaults are for the types.",
	},
	{
		file: "statistics/points.ts",
		line: "if (next === place) found.at(-1)?.push(sample);",
		why: "A place is set together with a group; the check is for the types.",
	},
	{
		file: "statistics/ranges.ts",
		line: 'return enough.find((id) => now - newest <= ranges[id]) ?? "all";',
		replacement: '""',
		why: "The last range is endless, so there is always one.",
	},
	{
		file: "statistics/seatSamples.ts",
		line: "if (!first || !last || last.at - first.at < dayMs) return undefined;",
		replacement: "!first && !last",
		why: "Either both exist or none.",
	},
	{
		file: "statistics/seatSamples.ts",
		line: "drawn[Math.min(Math.floor((at - first.at) / blockMs), blocks - 1)]?.push(number);",
		why: "There is a block for each place; the check is for the types.",
	},
	{
		file: "statistics/trend.ts",
		line: "drawn[Math.min(Math.floor((at - first.at) / blockMs), count - 1)]?.push(number);",
		why: "There is a block for each place; the check is for the types.",
	},
	{
		file: "statistics/sampleLine.ts",
		line: "return Array.isArray(parts) ? parts : [];",
		replacement: '["Stryker was here"]',
		why: "A text isn't a time, so the line is skipped as well.",
	},
	{
		file: "statistics/sampleLine.ts",
		line: "return [];",
		replacement: '["Stryker was here"]',
		why: "A text isn't a time, so the line is skipped as well.",
	},
	{
		file: "publicApi/previewUpgrade.ts",
		line: "target === undefined || release !== undefined ? undefined : deployments.find(target);",
		why: "Neither nothing nor a release's name is a deployment's ID.",
	},
	{
		file: "chatTools/getBuild.ts",
		line: 'if (state.kind === "unknown" || state.kind === "notChecked")',
		why: "JSON omits what is undefined, such as the latest version of an unknown state.",
	},
	{
		file: "chatTools/compareDeployments.ts",
		line: "...(version !== undefined && { version }),",
		replacement: "true",
		why: "JSON omits what is undefined.",
	},
	{
		file: "chatTools/getFindings.ts",
		line: "return { ...finding, ...(link !== undefined && { documentation: link }) };",
		replacement: "true",
		why: "JSON omits what is undefined.",
	},
	{
		file: "chatTools/readInput.ts",
		line: 'if (typeof input !== "object" || input === null || Array.isArray(input)) {',
		replacement: "false",
		why: "Null was replaced before; the check is for the types.",
	},
];
