import * as z from "zod/mini";
import { isJsonObject, type JsonValue } from "../base/json.ts";
import type { Int } from "../base/int.ts";
import type { NamedCount } from "./model.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { int, maybe, shortName, time } from "./schemaTypes.ts";

const isInt = (value: unknown): value is Int => typeof value === "bigint" || Number.isFinite(value);

/** The states of a workspace's latest build, in the dashboard's order. */
const workspaceStates = ["pending", "building", "running", "stopped", "failed"] as const;
/** The apps of a session, in the dashboard's order. */
const sessionApps = ["vscode", "jetbrains", "ssh", "reconnecting_pty"] as const;
/** Maximum number of counts of one kind. Servers report five workspace states and four apps. */
const mostCounts = 1_000;
const knownStats = [
	"aggregated_from",
	"collected_at",
	"next_update_at",
	"workspaces",
	"session_count",
];

/** The answer of `GET /deployment/stats`. Unknown numbers are kept by name. */
export const deploymentStats = z.pipe(
	z.looseObject({
		aggregated_from: maybe(time),
		collected_at: maybe(time),
		next_update_at: maybe(time),
		workspaces: z.looseObject({
			pending: maybe(int),
			building: maybe(int),
			running: maybe(int),
			stopped: maybe(int),
			failed: maybe(int),
			rx_bytes: maybe(int),
			tx_bytes: maybe(int),
			// The Go struct has no JSON tags: responses have P50 where the published page has p50.
			connection_latency_ms: maybe(
				z.looseObject({
					P50: maybe(z.number()),
					P95: maybe(z.number()),
					p50: maybe(z.number()),
					p95: maybe(z.number()),
				}),
			),
		}),
		session_count: maybe(z.record(z.string(), z.unknown())),
	}),
	z.transform((answered) => {
		const {
			connection_latency_ms: latency,
			rx_bytes,
			tx_bytes,
			...workspaces
		} = answered.workspaces;
		const sessions = answered.session_count ?? {};
		const unknown = Object.entries(answered).filter(([key]) => !knownStats.includes(key));
		return omitUndefined({
			aggregatedFrom: answered.aggregated_from,
			collectedAt: answered.collected_at,
			nextUpdateAt: answered.next_update_at,
			workspaces: counts(workspaces, workspaceStates),
			latencyP50Ms: measured(latency?.P50 ?? latency?.p50),
			latencyP95Ms: measured(latency?.P95 ?? latency?.p95),
			rxBytes: rx_bytes,
			txBytes: tx_bytes,
			sessions: counts(sessions, sessionApps),
			others: [
				...nestedCounts(workspaces, "workspaces"),
				...nestedCounts(sessions, "session_count"),
				...unknown.flatMap(([key, value]) => allCounts(value, key)),
			].slice(0, mostCounts),
		});
	}),
);

/** Returns a measured latency. Percentiles are -1 if no agent reported any. The dashboard also treats 0 as no data. */
function measured(ms: number | null | undefined): number | undefined {
	return typeof ms === "number" && ms > 0 ? ms : undefined;
}

/** Returns the numbers of an object, with `known` names first and in that order. */
function counts(object: object, known: readonly string[]): NamedCount[] {
	const entries = new Map(Object.entries(object) as [string, unknown][]);
	const names = [...known, ...[...entries.keys()].filter((name) => !known.includes(name))];
	return names
		.flatMap((name) => {
			const count = entries.get(name);
			return isInt(count) ? [{ name: shortName(name), count }] : [];
		})
		.slice(0, mostCounts);
}

/** Returns the numbers of nested objects, by dotted path. */
function nestedCounts(object: object, path: string): NamedCount[] {
	return Object.entries(object).flatMap(([key, value]) =>
		isInt(value) ? [] : allCounts(value as unknown, pathOf(path, key)),
	);
}

function allCounts(value: unknown, path: string): NamedCount[] {
	if (isInt(value)) return [{ name: shortName(path), count: value }];
	if (!isJsonObject(value as JsonValue)) return [];
	return Object.entries(value as object).flatMap(([key, child]) =>
		allCounts(child as unknown, pathOf(path, key)),
	);
}

/** Joins keys to a path. Shortened at each step, because each path would otherwise contain all parent keys in full. */
function pathOf(path: string, key: string): string {
	return shortName(`${path}.${key}`);
}
