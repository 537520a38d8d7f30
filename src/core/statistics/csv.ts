import type { Sample } from "./sample.ts";
import { namesOf } from "./points.ts";

/** Column names where the series' name isn't clear enough. */
const heads: Readonly<Record<string, string>> = {
	p50: "connection_latency_p50_ms",
	p95: "connection_latency_p95_ms",
	rx: "rx_bytes",
	tx: "tx_bytes",
};

/**
 * Formats samples as CSV (RFC 4180): the time of collection in UTC as ISO 8601, then one column per number, with its
 * unit in its name. Names are Coder's own in every language, so that scripts can rely on them.
 */
export function csvOf(samples: readonly Sample[]): string {
	const names = namesOf(samples);
	const rows = samples.map(({ at, values }) => [
		new Date(at).toISOString(),
		...names.map((name) => String(values[name] ?? "")),
	]);
	const head = ["collected_at", ...names.map((name) => heads[name] ?? name.replace(".", "_"))];
	return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Escapes a name, which the server chooses: it must not end the cell or start a spreadsheet formula. */
function cell(text: string): string {
	const safe = /^[=+@\t\r]|^-\D/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
