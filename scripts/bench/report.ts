import type { Figure, Goal, Unit } from "./figure.ts";
import type { Summary } from "./summary.ts";

/** Returns the cells of the report's table: a header, and a line for each figure. */
export function reportRows(figures: readonly Figure[]): readonly (readonly string[])[] {
	const withPeer = figures.some(({ peer }) => peer);
	return [
		["Figure", "Measured", "Reference", ...(withPeer ? ["Peer"] : []), "Result", "Target", "Met"],
		...figures.map((figure) => [
			figure.name,
			summaryText(figure.ours, figure.unit),
			figure.base ? `${summaryText(figure.base, figure.unit)} ${figure.base.name}` : "",
			...(withPeer ? [figure.peer ? summaryText(figure.peer, figure.unit) : ""] : []),
			reachedText(figure),
			goalText(figure.goal, figure.unit),
			figure.met ? "yes" : "no",
		]),
	];
}

/** Formats the table for a terminal. */
export function plainTable(figures: readonly Figure[]): string {
	const rows = reportRows(figures);
	const widths = rows[0]?.map((_head, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	return rows
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}

/** Describes by how much a figure misses its target, such as "1.4 times, not 1.2 times". */
export function missText(figure: Figure): string {
	return `${reachedText(figure)}, not ${goalText(figure.goal, figure.unit)}`;
}

function summaryText({ median, low, high, runs }: Summary, unit: Unit): string {
	const middle = amount(median, unit);
	return runs > 1 && low !== high
		? `${middle} (${number(low, unit)}–${number(high, unit)})`
		: middle;
}

function reachedText({ goal, reached, unit }: Figure): string {
	return goal.kind === "times" ? `${reached.toFixed(2)} times` : amount(reached, unit, goal);
}

function goalText(goal: Goal, unit: Unit): string {
	return goal.kind === "times" ? `${goal.most} times` : amount(goal.most, unit, goal);
}

function amount(value: number, unit: Unit, goal?: Goal): string {
	const text = `${number(value, unit)}${unit === "count" ? "" : unit === "ms" ? " ms" : ` ${kilo(value)}`}`;
	return goal?.kind === "more" ? `${text} more` : text;
}

function number(value: number, unit: Unit): string {
	if (unit === "count") return String(value);
	if (unit === "bytes") return (value / (Math.abs(value) < 1e6 ? 1e3 : 1e6)).toFixed(1);
	return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}

const kilo = (value: number): string => (Math.abs(value) < 1e6 ? "kB" : "MB");
