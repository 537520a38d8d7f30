import * as z from "zod/mini";
import { omitUndefined } from "../base/omitUndefined.ts";
import { isWebUrl } from "../base/url.ts";
import { permissionNames, type Appearance, type Permissions } from "./infrastructureModel.ts";
import { list, maybe, message, name, optionalTime, url, withoutUser } from "./schemaTypes.ts";

const mostBanners = 20;
const mostLinks = 50;

const region = z.pipe(
	z.object({
		id: name,
		name: maybe(name),
		display_name: maybe(name),
		healthy: maybe(z.boolean()),
		path_app_url: maybe(url),
	}),
	z.transform((answered) => {
		const address = withoutUser(answered.path_app_url ?? "");
		return omitUndefined({
			id: answered.id,
			name: answered.name || answered.id,
			displayName: answered.display_name || undefined,
			healthy: answered.healthy ?? false,
			url: address.url || undefined,
			holdsPassword: address.held,
		});
	}),
);

/** `GET /regions`. */
export const regions = z.pipe(
	z.object({ regions: list(region) }),
	z.transform((answered) => answered.regions),
);

/** `GET /replicas`; latencies come in µs. */
export const replicas = list(
	z.pipe(
		z.object({
			id: name,
			hostname: maybe(name),
			created_at: maybe(optionalTime),
			error: maybe(message),
			database_latency: maybe(z.number()),
		}),
		z.transform((answered) =>
			omitUndefined({
				id: answered.id,
				hostname: answered.hostname || answered.id,
				startedAt: answered.created_at,
				error: answered.error || undefined,
				databaseLatencyMs:
					typeof answered.database_latency === "number"
						? answered.database_latency / 1000
						: undefined,
			}),
		),
	),
);

/** `GET /organizations/{organization}/provisionerdaemons`. Tags and keys are left out. */
export const provisionerDaemons = list(
	z.pipe(
		z.object({
			id: name,
			name: maybe(name),
			version: maybe(name),
			status: maybe(name),
			last_seen_at: maybe(optionalTime),
		}),
		z.transform((answered) =>
			omitUndefined({
				id: answered.id,
				name: answered.name || answered.id,
				version: answered.version || undefined,
				status: answered.status || undefined,
				lastSeenAt: answered.last_seen_at,
			}),
		),
	),
);

/** `GET /organizations/{organization}/provisionerjobs?status=pending&limit=1`: any job contains the queue's size. */
export const provisionerQueue = z.pipe(
	list(z.object({ queue_size: z.number() })),
	z.transform(([job]) => ({ waiting: Math.max(0, job?.queue_size ?? 0) })),
);

/** `GET /appearance`. Markdown of banners stays text. The dashboard replaces `{CODER_BUILD_INFO}` in links. */
export const appearance = z.pipe(
	z
		.object({
			application_name: maybe(name),
			docs_url: maybe(url),
			announcement_banners: maybe(
				z.array(z.object({ enabled: maybe(z.boolean()), message: maybe(message) })),
			),
			support_links: maybe(z.array(z.object({ name: maybe(name), target: maybe(url) }))),
		})
		.check(z.refine((answered) => Object.keys(answered).length > 0)),
	z.transform((answered): Appearance =>
		omitUndefined({
			applicationName: answered.application_name || undefined,
			docsUrl: answered.docs_url && isWebUrl(answered.docs_url) ? answered.docs_url : undefined,
			announcements: (answered.announcement_banners ?? [])
				.flatMap(({ enabled, message: text }) => (enabled && text ? [text] : []))
				.slice(0, mostBanners),
			supportLinks: (answered.support_links ?? [])
				.flatMap((link) => {
					const target = (link.target ?? "").replaceAll("{CODER_BUILD_INFO}", "");
					return isWebUrl(target) ? [{ name: link.name || target, url: target }] : [];
				})
				.slice(0, mostLinks),
		}),
	),
);

/** `POST /authcheck`: one answer per question. Only booleans are answers. */
export const permissions = z.pipe(
	z
		.record(z.string(), z.unknown())
		.check(
			z.refine((answered) => permissionNames.some((one) => typeof answered[one] === "boolean")),
		),
	z.transform((answered): Permissions =>
		Object.fromEntries(
			permissionNames.flatMap((one) =>
				typeof answered[one] === "boolean" ? [[one, answered[one]] as const] : [],
			),
		),
	),
);
