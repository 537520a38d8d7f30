import type { Sample } from "./sample.ts";
import { namesOf } from "./points.ts";

/** What the columns are called where the name alone does not tell what is counted. */
const heads: Readonly<Record<string, string>> = {
	p50: "connection_latency_p50_ms",
	p95: "connection_latency_p95_ms",
	rx: "rx_bytes",
	tx: "tx_bytes",
};

/**
 * Samples as CSV (RFC 4180): the time of collection in UTC as ISO 8601, then a column a number, with its unit in its
 * name. Names are Coder's own in every language, so that scripts can rely on them.
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

/** Servers choose names: none may end its cell, or begin as a formula of a spreadsheet does. */
function cell(text: string): string {
	const safe = /^[=+@\t\r]|^-\D/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
