import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Sample } from "../../../src/core/samples/sample.ts";

/** A folder of its own for each test that asks, gone when the tests are over. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), "coder-deployment-samples-"));
	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

/** A sample with these numbers, or with some of a made-up day that goes up and down. */
export function sampleAt(at: number, values?: Readonly<Record<string, number>>): Sample {
	return { at, id: at, intervalMs: 30_000, values: values ?? madeUp(at) };
}

/** Samples from a time to another, both in ms since the epoch. */
export function samplesBetween(from: number, to: number, stepMs: number): Sample[] {
	const count = Math.floor((to - from) / stepMs) + 1;
	return Array.from({ length: count }, (_, index) => sampleAt(from + index * stepMs));
}

function madeUp(at: number): Record<string, number> {
	const wave = (hours: number, shift = 0): number =>
		Math.sin((at / 3_600_000 / hours) * 2 * Math.PI + shift);
	const noise = (seed: number): number => {
		const value = Math.sin(at / 7000 + seed * 1000) * 43_758.5453;
		return value - Math.floor(value);
	};
	const busy = 0.5 + 0.4 * wave(24) + 0.1 * noise(1);
	return {
		"workspaces.pending": Math.round(3 * noise(2)),
		"workspaces.building": Math.round(2 + 6 * busy * noise(3)),
		"workspaces.running": Math.round(90 + 100 * busy),
		"workspaces.stopped": Math.round(310 - 95 * busy),
		"workspaces.failed": Math.round(4 + 3 * wave(70)),
		p50: 20 + 25 * busy + 4 * noise(4),
		p95: 90 + 70 * busy + 40 * wave(9) + 25 * noise(5),
		rx: Math.round(2e9 + 6e9 * busy + 8e8 * noise(6)),
		tx: Math.round(9e9 + 2.6e10 * busy + 2e9 * noise(7)),
		"sessions.vscode": Math.round(20 + 60 * busy),
		"sessions.jetbrains": Math.round(6 + 16 * busy),
		"sessions.ssh": Math.round(12 + 25 * busy + 3 * noise(8)),
		"sessions.reconnecting_pty": Math.round(6 * busy),
	};
}
