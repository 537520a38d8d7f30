import { parseAnswer } from "../../src/core/coder/parseAnswer.ts";
import type { Deployment, SavedDeployment } from "../../src/core/deployments/deployment.ts";
import { endpointIds } from "../../src/core/coder/endpoints.ts";
import type { ApiFailure, FailureKind } from "../../src/core/http/failure.ts";
import type { JsonValue } from "../../src/core/base/json.ts";
import type { Answers, EndpointId } from "../../src/core/coder/model.ts";
import { DeploymentStore, type RequestEndpoint } from "../../src/core/deployments/store.ts";

/** When recorded answers arrived. */
export const recordedAt = Date.parse("2026-08-07T10:00:00Z");

/** An account at an invented organization. */
export const saved: SavedDeployment = {
	key: "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11",
	url: "https://coder.larkspur.example",
	name: "coder.larkspur.example",
	account: {
		id: "6b0c6a5e-0001-4c0e-8f00-5a3e1e000001",
		username: "mira",
		email: "mira@larkspur.example",
	},
};

/** Each endpoint's response: a body as servers send it, or a failure. Other endpoints aren't requested. */
export type Recording = Partial<
	Record<EndpointId, { readonly body: JsonValue } | { readonly failure: ApiFailure }>
>;

/** A recording whose responses may already be parsed. */
type ParsedRecording = {
	readonly [K in EndpointId]?: Recording[K] | { readonly value: Answers[K] };
};

/** Returns a failure with irrelevant texts. */
export function failureOf(kind: FailureKind, more: Partial<ApiFailure> = {}): ApiFailure {
	return {
		kind,
		message: `It is ${kind}.`,
		advice: "Do something.",
		action: "retry",
		causes: [],
		...more,
	};
}

/** Returns a deployment that received the recorded responses. With more recordings, it's refreshed again. */
export async function recorded(
	...recordings: readonly [ParsedRecording, ...ParsedRecording[]]
): Promise<Deployment> {
	let current: ParsedRecording = recordings[0];
	const request: RequestEndpoint = (id) => {
		const answer = current[id];
		if (!answer) throw new Error(`${id} was not recorded`);
		if ("failure" in answer) return Promise.resolve({ ok: false, failure: answer.failure });
		if ("value" in answer) {
			return Promise.resolve({ ok: true, value: { value: answer.value, tookMs: 12 } });
		}
		const parsed = parseAnswer(id, answer.body);
		if (!parsed.ok) throw new Error(`${id} cannot be understood at ${parsed.field}`);
		return Promise.resolve({ ok: true, value: { value: parsed.value, tookMs: 12 } });
	};
	const store = new DeploymentStore(saved, request, { now: () => recordedAt, random: () => 0 });
	for (const recording of recordings) {
		current = recording;
		await store.refresh(endpointIds.filter((id) => id in recording));
	}
	return store;
}
