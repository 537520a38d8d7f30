import type UPlot from "uplot";
import type { Threshold } from "../../core/statistics/plot.ts";

/** Draws a line with a label for each threshold in the plot's range. */
export function drawThresholds(
	chart: UPlot,
	thresholds: readonly Threshold[],
	style: CSSStyleDeclaration,
	font: string,
): void {
	const { ctx, bbox, scales } = chart;
	const colors = ["--warning", "--bad"].map((name) => style.getPropertyValue(name).trim());
	const ratio = globalThis.devicePixelRatio;
	ctx.save();
	thresholds.forEach(({ at, label }, index) => {
		if (at > (scales.y?.max ?? 0)) return;
		const y = chart.valToPos(at, "y", true);
		const color = colors[index] ?? "";
		ctx.strokeStyle = color;
		ctx.fillStyle = color;
		ctx.lineWidth = ratio;
		ctx.setLineDash([6 * ratio, 4 * ratio]);
		ctx.beginPath();
		ctx.moveTo(bbox.left, y);
		ctx.lineTo(bbox.left + bbox.width, y);
		ctx.stroke();
		ctx.font = font.replace(/^11px/, `${11 * ratio}px`);
		ctx.textBaseline = "bottom";
		ctx.textAlign = "start";
		ctx.fillText(label, bbox.left + 4 * ratio, y - 2 * ratio);
	});
	ctx.restore();
}
