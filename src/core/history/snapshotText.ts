import { stringify } from "lossless-json";
import { parseAnswer } from "../coder/parseAnswer.ts";
import { ownFileBounds } from "../base/bounds.ts";
import { isMoment } from "../base/moment.ts";
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from "../base/json.ts";
import type { DeploymentConfig } from "../coder/model.ts";
import { readRecordedHealth } from "./recordedHealth.ts";
import { stateParts, type HistoryEntry } from "./state.ts";

/** The version of the file format. Files of a later version are ignored. */
const format = 1;

/** Formats a snapshot as a file. Contains the masked response and nothing else: no URL, no account. */
export function snapshotText({ takenAt, seenAt, state, readAt }: HistoryEntry): string {
	const { version, experiments, config, health } = state;
	// What is undefined is left out.
	const text = stringify({
		format,
		takenAt,
		seenAt,
		readAt,
		version,
		experiments,
		...(config && { config: { options: slim(config) } }),
		health,
	});
	return `${text ?? ""}\n`;
}

/** The content of a file: a snapshot, something from a later version of this extension, or nothing usable. */
export type SnapshotReading =
	| { readonly kind: "snapshot"; readonly snapshot: HistoryEntry }
	| { readonly kind: "later" }
	| { readonly kind: "damaged" };

/** Parses a file like a response, so that secrets are removed, however they got into it. */
export function readSnapshotText(text: string): SnapshotReading {
	const file = parse(text);
	if (!isJsonObject(file) || typeof file.format !== "number") return { kind: "damaged" };
	if (file.format > format) return { kind: "later" };
	const { takenAt, seenAt, readAt, version, experiments, config } = file;
	if (!isMoment(takenAt) || !isJsonObject(readAt)) return { kind: "damaged" };
	const health = readRecordedHealth(file.health);
	const read = {
		...(typeof version === "string" && { version }),
		...readPart("experiments", experiments),
		...readPart("config", config),
		...(health && { health }),
	};
	const times = stateParts.flatMap((part) => {
		const at = readAt[part];
		return isMoment(at) ? [[part, at] as const] : [];
	});
	const whole = stateParts.every(
		(part) => (file[part] === undefined) === (read[part] === undefined),
	);
	if (!whole) return { kind: "damaged" };
	return {
		kind: "snapshot",
		snapshot: {
			takenAt,
			...(isMoment(seenAt) && { seenAt }),
			state: read,
			readAt: Object.fromEntries(times),
		},
	};
}

function parse(text: string): JsonValue | undefined {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}

function readPart(
	part: "experiments",
	body: JsonValue | undefined,
): { experiments?: readonly string[] };
function readPart(part: "config", body: JsonValue | undefined): { config?: DeploymentConfig };
function readPart(part: "experiments" | "config", body: JsonValue | undefined): object {
	if (body === undefined) return {};
	const parsed = parseAnswer(
		part === "config" ? "deploymentConfig" : "experiments",
		body,
		ownFileBounds,
	);
	return parsed.ok ? { [part]: parsed.value } : {};
}

/** Returns the options as sent, but only with the names of their replacements. */
function slim({ masked }: DeploymentConfig): JsonValue[] {
	const { options } = masked;
	if (!Array.isArray(options)) return [];
	return (options as readonly JsonValue[]).map((option) =>
		isJsonObject(option) && Array.isArray(option.use_instead)
			? { ...option, use_instead: (option.use_instead as readonly JsonValue[]).map(namesOf) }
			: option,
	);
}

function namesOf(option: JsonValue): JsonObject {
	if (!isJsonObject(option)) return {};
	const names = ["name", "env", "flag"].flatMap((key) => {
		const name = option[key];
		return name === undefined ? [] : [[key, name] as const];
	});
	return Object.fromEntries(names);
}
