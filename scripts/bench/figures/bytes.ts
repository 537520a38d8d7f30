import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Bench } from "../bench.ts";
import { figure, type Figure } from "../figure.ts";
import type { Subject } from "../subject.ts";

/** Measures what is published: the code that is loaded at activation, and the complete package. */
export function bytes({ ours, peer }: Bench): readonly Figure[] {
	const line = (
		name: string,
		how: string,
		most: number,
		count: (subject: Subject) => number | undefined,
	): Figure => {
		const others = peer && count(peer);
		return figure(
			{ name, how, unit: "bytes", goal: { kind: "most", most } },
			{ ours: [count(ours) ?? Number.NaN], peer: others === undefined ? undefined : [others] },
		);
	};
	return [
		line("shipped: code loaded at activation", "minified", 15_000, ({ main }) => {
			return sum(staticImports(main));
		}),
		line("shipped: VSIX", "compressed", 360_000, ({ vsixBytes }) => vsixBytes),
	];
}

/** Returns the files that are loaded together with a module, including itself: those that it imports statically. */
function staticImports(main: string): readonly string[] {
	const files = new Set([main]);
	for (const file of files) {
		const text = readFileSync(file, "utf8");
		for (const [, name = ""] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g)) {
			files.add(path.resolve(path.dirname(file), name));
		}
	}
	return [...files];
}

function sum(files: readonly string[]): number {
	return files.reduce((total, file) => total + statSync(file).size, 0);
}
