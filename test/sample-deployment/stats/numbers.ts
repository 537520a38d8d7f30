import type { JsonObject } from "../json.ts";
import { seededRandom } from "./random.ts";

/** Returns workspaces and sessions of an aggregation: a calm working day that varies slightly. */
export function busyNumbers(seed: number, aggregation: number): JsonObject {
	const random = seededRandom(seed * 7919 + aggregation);
	const around = (middle: number, spread: number) =>
		Math.max(0, Math.round(middle + (random() * 2 - 1) * spread));
	const latency = 18 + random() * 20;
	return {
		workspaces: {
			pending: around(1, 1),
			building: around(3, 3),
			running: around(164, 9),
			failed: around(5, 2),
			stopped: around(297, 9),
			connection_latency_ms: {
				P50: Math.round(latency * 1000) / 1000,
				P95: Math.round(latency * 5_200) / 1000,
			},
			rx_bytes: around(6_400_000_000, 2_100_000_000),
			tx_bytes: around(31_000_000_000, 9_000_000_000),
		},
		session_count: {
			vscode: around(61, 8),
			ssh: around(33, 6),
			jetbrains: around(14, 4),
			reconnecting_pty: around(6, 3),
		},
	};
}

/** Returns the answer of an idle deployment: no agent reported, so latency is -1. */
export function idleNumbers(): JsonObject {
	return {
		workspaces: {
			pending: 0,
			building: 0,
			running: 0,
			failed: 0,
			stopped: 2,
			connection_latency_ms: { P50: -1, P95: -1 },
			rx_bytes: 0,
			tx_bytes: 0,
		},
		session_count: { vscode: 0, ssh: 0, jetbrains: 0, reconnecting_pty: 0 },
	};
}
