import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Sample } from "../../../src/core/statistics/sample.ts";

/** Returns a new folder for each test, which is deleted after the tests. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), "coder-deployment-samples-"));
	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

/** Returns a sample with these numbers, or with those of a generated day with ups and downs. */
export function sampleAt(at: number, values?: Readonly<Record<string, number>>): Sample {
	return { at, id: at, intervalMs: 30_000, values: values ?? madeUp(at) };
}

/**
 * Returns samples between two times, both in ms since the epoch.
 *
 * @param busyAt when the generated day is as busy as the sample deployment always is
 */
export function samplesBetween(
	from: number,
	to: number,
	stepMs: number,
	busyAt = 0,
): readonly Sample[] {
	const count = Math.floor((to - from) / stepMs) + 1;
	return Array.from({ length: count }, (_, index) => {
		const at = from + index * stepMs;
		return sampleAt(at, madeUp(at, busyAt));
	});
}

function madeUp(at: number, busyAt = 0): Record<string, number> {
	const wave = (hours: number, shift = 0): number =>
		Math.sin(((at - busyAt) / 3_600_000 / hours) * 2 * Math.PI + shift);
	const noise = (seed: number): number => {
		const value = Math.sin(at / 7000 + seed * 1000) * 43_758.5453;
		return value - Math.floor(value);
	};
	const busy = 0.5 + 0.4 * wave(24, Math.PI / 6) + 0.1 * noise(1);
	return {
		"workspaces.pending": Math.round(3 * noise(2)),
		"workspaces.building": Math.round(2 + 6 * busy * noise(3)),
		"workspaces.running": Math.round(90 + 100 * busy),
		"workspaces.stopped": Math.round(375 - 100 * busy),
		"workspaces.failed": Math.round(5 + 3 * wave(70)),
		p50: 15 + 20 * busy + 4 * noise(4),
		p95: 55 + 130 * busy + 30 * wave(9) + 25 * noise(5),
		rx: Math.round(2e9 + 5.5e9 * busy + 6e8 * noise(6)),
		tx: Math.round(9e9 + 2.8e10 * busy + 2e9 * noise(7)),
		"sessions.vscode": Math.round(16 + 60 * busy),
		"sessions.jetbrains": Math.round(3 + 15 * busy),
		"sessions.ssh": Math.round(10 + 29 * busy + 3 * noise(8)),
		"sessions.reconnecting_pty": Math.round(8 * busy),
	};
}
