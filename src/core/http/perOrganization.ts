import * as z from "zod/mini";
import { answerBounds } from "../base/bounds.ts";
import { checkValue } from "../base/checkValue.ts";
import type { JsonObject, JsonValue } from "../base/json.ts";
import {
	authCheckRoute,
	endpoints,
	organizationPlace,
	organizationsRoute,
	type Endpoint,
} from "../coder/endpoints.ts";
import type { ProvisionerDaemon, ProvisionerQueue } from "../coder/infrastructureModel.ts";
import type { Answers, EndpointId } from "../coder/model.ts";
import { list, maybe, name } from "../coder/schemaTypes.ts";
import type { Reply } from "./reply.ts";
import type { FailureKind, Outcome } from "./failure.ts";

/** Endpoints that respond for one organization at a time. */
export type PerOrganizationId = "provisionerDaemons" | "provisionerQueue";

/** Returns whether an endpoint responds for one organization at a time. */
export function isPerOrganization(id: EndpointId): id is PerOrganizationId {
	return endpoints[id].path.includes(organizationPlace);
}

/** Further organizations are skipped, because each requires its own request. */
const mostOrganizations = 20;
/** How long organizations and the roles in them are cached, in ms; they rarely change. */
const keptMs = 15 * 60_000;

/** An organization, with its ID for paths and its name for users. */
interface Organization {
	/** A UUID. */
	readonly id: string;
	/** The name shown to users; missing if there is only one. */
	readonly label?: string;
}

/** The format of an ID, which becomes part of a path. */
const idShape = /^[\da-f-]{36}$/i;

/** The name that servers since v2.9 accept for the default organization. */
const theOnlyOne: readonly Organization[] = [{ id: "default" }];

const organizationsSchema = list(
	z.object({ id: name, name: maybe(name), display_name: maybe(name) }),
);
const answersSchema = z.record(z.string(), z.unknown());

/** Sends a request and parses its JSON. */
export type Send = (
	route: Endpoint,
	body: JsonObject | undefined,
	signal: AbortSignal | undefined,
) => Promise<Outcome<JsonValue>>;

/** Requests an endpoint for one organization. */
type RequestFor<K extends PerOrganizationId> = (organization: string) => Promise<Reply<Answers[K]>>;

/** Requests an endpoint for all organizations with provisioners that the account can read, and merges the answers. */
export class PerOrganization {
	readonly #send: Send;
	readonly #now: () => number;
	#known: Promise<Outcome<readonly Organization[]>> | undefined;
	#knownUntil = -Infinity;

	/** @param now in ms, of a monotonic clock */
	constructor(send: Send, now: () => number = () => performance.now()) {
		this.#send = send;
		this.#now = now;
	}

	/**
	 * Requests the organizations, unless they are known. The server never refuses them: it lists only those that the
	 * account can read (`organizations` in its `coderd/organizations.go`).
	 */
	prepare(signal: AbortSignal): void {
		void this.#organizations(signal);
	}

	/** Returns the merged answer of all organizations. An organization that refuses is treated as empty. */
	async get<K extends PerOrganizationId>(
		id: K,
		request: RequestFor<K>,
		signal: AbortSignal | undefined,
	): Promise<Reply<Answers[K]>> {
		let newest: Reply<Answers[K]> | undefined;
		let merged: Answers[K] | undefined;
		const organizations = await this.#organizations(signal);
		if (!organizations.ok) return organizations;
		for (const organization of organizations.value) {
			const reply = await request(organization.id);
			if (reply.ok) {
				merged = merge(id, merged, reply.value.value, organization.label);
				newest = reply;
			} else if (reply.failure.kind === "forbidden") newest ??= reply;
			else return reply;
		}
		if (!newest) return request("default");
		return newest.ok && merged !== undefined
			? { ...newest, value: { ...newest.value, value: merged } }
			: newest;
	}

	/** Returns the organizations to request. */
	async #organizations(signal: AbortSignal | undefined): Promise<Outcome<readonly Organization[]>> {
		if (!this.#known || this.#now() >= this.#knownUntil) {
			this.#known = this.#find(signal);
			this.#knownUntil = this.#now() + keptMs;
		}
		const requested = this.#known;
		const found = await requested;
		// A canceled or failed request isn't cached.
		if (!found.ok && this.#known === requested) this.#known = undefined;
		return found;
	}

	/** Requests the organizations. If the server doesn't list any, there is only the default one. */
	async #find(signal: AbortSignal | undefined): Promise<Outcome<readonly Organization[]>> {
		const outcome = await this.#send(organizationsRoute, undefined, signal);
		const unavailable: readonly FailureKind[] = ["unsupported", "forbidden"];
		if (!outcome.ok && !unavailable.includes(outcome.failure.kind)) return outcome;
		const all = (read(organizationsSchema, outcome) ?? [])
			.filter(({ id }) => idShape.test(id))
			.slice(0, mostOrganizations)
			.map((one) => ({ id: one.id, label: one.display_name || one.name || one.id }));
		if (all.length < 2) return { ok: true, value: theOnlyOne };
		const checks = Object.fromEntries(
			all.map((one) => [
				one.id,
				{
					object: { resource_type: "provisioner_jobs", organization_id: one.id },
					action: "read",
				},
			]),
		);
		const allowed = read(answersSchema, await this.#send(authCheckRoute, { checks }, signal));
		return { ok: true, value: all.filter((one) => allowed?.[one.id] !== false) };
	}
}

function read<T extends z.ZodMiniType>(
	schema: T,
	outcome: Outcome<JsonValue>,
): z.output<T> | undefined {
	if (!outcome.ok) return undefined;
	try {
		checkValue(outcome.value, answerBounds);
		const result = z.safeParse(schema, outcome.value);
		return result.success ? result.data : undefined;
	} catch {
		return undefined;
	}
}

/** Merges answers. Daemons are combined; the number of waiting jobs is the same for the whole deployment. */
function merge<K extends PerOrganizationId>(
	id: K,
	before: Answers[K] | undefined,
	answer: Answers[K],
	label: string | undefined,
): Answers[K] {
	if (id === "provisionerQueue") {
		const waiting = [before, answer].map((one) => (one as ProvisionerQueue | undefined)?.waiting);
		return { waiting: Math.max(...waiting.map((count) => count ?? 0)) } as Answers[K];
	}
	const known = (before ?? []) as readonly ProvisionerDaemon[];
	const seen = new Set(known.map((daemon) => daemon.id));
	const more = (answer as readonly ProvisionerDaemon[]).filter((daemon) => !seen.has(daemon.id));
	const named = more.map((daemon) => ({
		...daemon,
		...(label !== undefined && { organization: label }),
	}));
	return [...known, ...named] as unknown as Answers[K];
}
