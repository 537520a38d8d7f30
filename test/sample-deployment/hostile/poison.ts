import { goJson, isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import type { Reply } from "../reply.ts";
import { hostileSecret, hostileText, type HostileKind } from "./hostileTexts.ts";

/** What a deployment does to each of its answers. */
export interface Hostility {
	readonly kind: HostileKind;
	/** The origin of a server that counts its requests. */
	readonly foreignUrl: string;
}

/** Names whose texts have a required form; without it, an answer would be invalid. */
const formal = /^(id|deployment_id|value_source|login_type|status|annotations)$|_(at|from|id)$/;

/** Number of texts per answer that get a million spaces: with more, answers would be too large to read. */
const mostLongTexts = 6;

/** Returns an answer in which every text that a server controls is hostile, including headers and pages. */
export function poisonReply(reply: Reply, { kind, foreignUrl }: Hostility): Reply {
	const text = hostileText(kind, foreignUrl);
	if (reply.contentType.startsWith("text/html")) {
		return { ...reply, body: reply.body.toString().replace("</title>", `${text}</title>`) };
	}
	if (!reply.contentType.startsWith("application/json")) return reply;
	const body = JSON.parse(reply.body.toString()) as JsonValue;
	let left = kind === "spaces" ? mostLongTexts : Infinity;
	const poisoned = poison(body, kind, () => (left-- > 0 ? text : ""));
	return { ...reply, body: goJson(addSecrets(poisoned, kind)) };
}

/** Returns what remains of a text in a header, which can't contain everything. */
export function poisonHeader(value: string, { kind, foreignUrl }: Hostility): string {
	if (kind === "spaces") return value;
	const bytes = Buffer.from(hostileText(kind, foreignUrl), "utf8").toString("latin1");
	return value + bytes.replace(/[^\x20-\x7e\x80-\xff]/g, "");
}

function poison(value: JsonValue, kind: HostileKind, next: () => string): JsonValue {
	if (typeof value === "string") return value + next();
	if (Array.isArray(value)) return value.map((item) => poison(item, kind, next));
	if (!isJsonObject(value)) return value;
	const result: JsonObject = {};
	for (const [key, part] of Object.entries(value)) {
		result[key] = formal.test(key) ? part : poison(part, kind, next);
	}
	// Names are texts as well: of sessions, of maps in options, of roles.
	if (Object.values(value).some((part) => typeof part === "number")) result[`x${next()}`] = 1;
	if (kind === "proto" || kind === "everything") {
		Object.defineProperty(result, "__proto__", { value: { polluted: "yes" }, enumerable: true });
	}
	return result;
}

/** Adds secrets with names and shapes that no real server uses. */
function addSecrets(body: JsonValue, kind: HostileKind): JsonValue {
	if ((kind !== "secret" && kind !== "everything") || !isJsonObject(body)) return body;
	const { options, config } = body;
	if (!Array.isArray(options) || !isJsonObject(config)) return body;
	const option = (name: string, value: JsonValue): JsonObject => ({
		name,
		flag: name.toLowerCase().replaceAll(" ", "-"),
		env: `CODER_${name.toUpperCase().replaceAll(" ", "_")}`,
		yaml: name.toLowerCase().replaceAll(" ", "_"),
		value_source: "env",
		value,
	});
	return {
		config: { ...config, signing: { clientSecrets: [hostileSecret], passphrase: hostileSecret } },
		options: [
			...options,
			option("Signing Client Secrets", [hostileSecret]),
			option("Signing Access Token", { current: hostileSecret, previous: [hostileSecret] }),
			option("Signing Relay", `https://${hostileSecret}@relay.example/?token=${hostileSecret}`),
			option("Signing Database", `host=db password=${hostileSecret} sslmode=disable`),
			option("Signing Providers", [{ id: "a", clientSecret: hostileSecret }]),
			{
				...option("Signing Old Passphrase", ""),
				use_instead: [option("Signing Passphrase", hostileSecret)],
			},
		],
	};
}
