import { readReleaseName } from "../coder/release.ts";
import { facts, type Fact, type OptionHistory, type Track } from "./optionHistory.ts";

/** Parses the output of `writeTable.ts`, which describes the format. @returns the options by ID */
export function readTable(text: string): ReadonlyMap<string, OptionHistory> {
	return new Map(
		text.split("\n").map((line) => {
			const option = readLine(line);
			return [option.id, option];
		}),
	);
}

function readLine(line: string): OptionHistory {
	const [shortId = "", from = "", to = "", ...cells] = line.split("|");
	const id = whole(shortId);
	const since = readReleaseName(from);
	const tracks = Object.fromEntries(
		facts.map((fact, index) => [fact, readTrack(cellOf(fact, cells[index] ?? "", id), since)]),
	) as Record<Fact, Track>;
	return { id, since, ...(to !== "" && { last: readReleaseName(to) }), tracks };
}

function cellOf(fact: Fact, cell: string, id: string): string {
	if (fact === "flag" && cell === "-")
		return id
			.replace(/^CODER_/, "")
			.toLowerCase()
			.replaceAll("_", "-");
	if (fact === "env" && cell === "=") return id;
	return fact === "successors" ? whole(cell) : cell;
}

function whole(text: string): string {
	return text.replaceAll("~", "CODER_");
}

function readTrack(cell: string, since: number): Track {
	if (!/^(?:v2\.\d+|main):/.test(cell)) return [[since, cell]];
	return cell.split(" > ").map((change) => {
		const colon = change.indexOf(":");
		const value = change.slice(colon + 1);
		return [readReleaseName(change.slice(0, colon)), value === "-" ? "" : value] as const;
	});
}
