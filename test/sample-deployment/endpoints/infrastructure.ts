import { errorReply, resourceNotFound, routeNotFound } from "../errors.ts";
import { jsonReply, type Reply } from "../reply.ts";
import { sessionOf, type EndpointCall } from "./endpoint.ts";
import { daemonsOf, regionsFor, replicasOf } from "./infrastructureData.ts";
import { mayReadProvisioners, organizationIndex } from "./organizations.ts";
import { refuseAllButOwners } from "./health.ts";

/** Handles GET /regions: members see proxies only here. */
export function regions({ state }: EndpointCall): Reply {
	return jsonReply(200, { regions: regionsFor(state) });
}

/** Handles GET /replicas, which is hidden from everyone except owners. */
export function replicas(call: EndpointCall): Reply {
	if (call.state.conditions.license === "agpl") return routeNotFound();
	return refuseAllButOwners(call, true) ?? jsonReply(200, replicasOf(call.state));
}

/** Handles GET /organizations/{organization}/provisionerdaemons. */
export function provisionerDaemons(call: EndpointCall): Reply {
	const { state, now } = call;
	if (state.version.level < 19) {
		return errorReply(403, "External provisioner daemons is an Enterprise feature. Contact sales!");
	}
	const index = organizationIndex(state, call.parts[0]);
	if (!mayReadProvisioners(sessionOf(call), state, index)) return resourceNotFound();
	const none = state.conditions.troubles.includes("noProvisioners");
	return jsonReply(200, none ? [] : daemonsOf(state, now, index));
}

/** Handles GET /organizations/{organization}/provisionerjobs: the waiting jobs. */
export function provisionerJobs(call: EndpointCall): Reply {
	const { state } = call;
	const index = organizationIndex(state, call.parts[0]);
	if (!mayReadProvisioners(sessionOf(call), state, index)) return resourceNotFound();
	// Only the last organization has jobs; the number is that of all.
	const isLast = index === state.conditions.organizations.length - 1;
	const waitingJobs = isLast ? state.conditions.waitingJobs : 0;
	const job = { id: "5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b0300", status: "pending" };
	return jsonReply(
		200,
		waitingJobs === 0 ? [] : [{ ...job, queue_position: waitingJobs, queue_size: waitingJobs }],
	);
}

/** Handles GET /appearance. */
export function appearance({ state }: EndpointCall): Reply {
	const { conditions, version } = state;
	const { license, announcements } = conditions;
	if (license === "agpl") return routeNotFound();
	const licensed = license !== "none";
	const banners = announcements.map((message) => ({
		enabled: true,
		message,
		background_color: "#004852",
	}));
	return jsonReply(200, {
		application_name: licensed ? "Larkspur Workshop" : "",
		logo_url: "",
		...(version.level >= 16 && { docs_url: `https://coder.com/docs/@${version.release}` }),
		service_banner: { enabled: false },
		...(version.level >= 12 && { announcement_banners: licensed ? banners : [] }),
		support_links: licensed
			? [
					{
						name: "Toolsmith on call",
						target: "https://help.larkspur.example/coder",
						icon: "chat",
					},
					{ name: "Handbook", target: "https://handbook.larkspur.example", icon: "docs" },
				]
			: [],
	});
}
