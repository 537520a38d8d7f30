import * as z from "zod/mini";
import type { HealthMessage } from "./healthModel.ts";
import { maybe, name, shortMessage } from "./schemaTypes.ts";

/** The maximum number of regions, and of nodes in a region. Others are ignored. Coder's own map has thirty regions. */
const mostNodes = 100;

const wireNode = z.object({
	severity: maybe(z.unknown()),
	healthy: maybe(z.boolean()),
	node: maybe(z.object({ Name: maybe(name) })),
	stun: maybe(z.object({ Error: maybe(z.string()) })),
	client_errs: maybe(z.array(maybe(z.array(z.string())))),
});

/** Regions by number. Inner keys are in Go's spelling. */
export const wireDerpRegions = z.record(
	z.string(),
	z.object({
		region: maybe(z.object({ RegionName: maybe(name) })),
		node_reports: maybe(z.array(wireNode)),
	}),
);

type WireRegions = z.output<typeof wireDerpRegions>;

/**
 * Returns why a relay or STUN server is unhealthy. DERP may fail without an error or warning of its own; the cause is
 * then only in its nodes. Healthy nodes may also have errors, from earlier attempts.
 */
export function derpCauses(regions: WireRegions): HealthMessage[] {
	const nodes = Object.values(regions).flatMap(({ region, node_reports: reports }) =>
		(reports ?? []).map((report) => [region?.RegionName ?? "", report] as const),
	);
	return nodes.slice(0, mostNodes).flatMap(([where, report]) => {
		const { severity, healthy, stun, client_errs: tries, node } = report;
		const isGood = typeof severity === "string" ? severity === "ok" : healthy !== false;
		const cause = stun?.Error || tries?.flat().findLast(Boolean);
		if (isGood || !cause) return [];
		const place = where || node?.Name || "";
		return [{ text: `${place === "" ? "" : `${place}: `}${shortMessage(cause)}` }];
	});
}
