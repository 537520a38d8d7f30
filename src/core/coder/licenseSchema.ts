import * as z from "zod/mini";
import { omitUndefined } from "../base/omitUndefined.ts";
import type { Entitlements, License, LicensedFeature } from "./licenseModel.ts";
import { int, list, maybe, message, name, optionalTime } from "./schemaTypes.ts";

/** The maximum number of features. Coder has 27. */
const mostFeatures = 200;
const mostTexts = 20;

/** An int64, which may be Go's largest for "no limit". A double is exact enough to show it. */
const count = maybe(z.pipe(int, z.transform(Number)));

const feature = z.object({
	entitlement: maybe(name),
	enabled: maybe(z.boolean()),
	limit: count,
	actual: count,
});

const texts = maybe(z.array(message));

/** `GET /entitlements`. From Coder's server source, and responses of real servers without a license. */
export const entitlements = z.pipe(
	z.object({
		features: z.nullable(z.record(z.string(), feature)),
		warnings: texts,
		errors: texts,
		has_license: maybe(z.boolean()),
		trial: maybe(z.boolean()),
		refreshed_at: maybe(optionalTime),
	}),
	z.transform((answered): Entitlements =>
		omitUndefined({
			hasLicense: answered.has_license ?? false,
			trial: answered.trial ?? false,
			features: Object.entries(answered.features ?? {})
				.slice(0, mostFeatures)
				.map(([key, one]): LicensedFeature =>
					omitUndefined({
						name: key.slice(0, 100),
						entitlement: one.entitlement ?? "not_entitled",
						enabled: one.enabled ?? false,
						limit: one.limit ?? undefined,
						actual: one.actual ?? undefined,
					}),
				),
			warnings: (answered.warnings ?? []).slice(0, mostTexts),
			errors: (answered.errors ?? []).slice(0, mostTexts),
			refreshedAt: answered.refreshed_at,
		}),
	),
);

/** Unix seconds, as ms since the epoch. */
const unixTime = maybe(z.number());

const license = z.pipe(
	z.object({
		id: z.number(),
		claims: maybe(
			z.object({
				trial: maybe(z.boolean()),
				feature_set: maybe(name),
				nbf: unixTime,
				license_expires: unixTime,
				exp: unixTime,
			}),
		),
	}),
	z.transform(({ id, claims }): License =>
		omitUndefined({
			id,
			trial: claims?.trial ?? false,
			featureSet: claims?.feature_set || undefined,
			startsAt: toMs(claims?.nbf),
			termEndsAt: toMs(claims?.license_expires),
			endsAt: toMs(claims?.exp),
		}),
	),
);

/** `GET /licenses`: also an empty list for accounts that can't read them. */
export const licenses = list(license);

function toMs(seconds: number | null | undefined): number | undefined {
	const ms = (seconds ?? 0) * 1000;
	// Ignore times that no date can represent.
	return ms > 0 && ms < 8.64e15 ? ms : undefined;
}
