import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { HealthMessage } from "../../../src/core/coder/healthModel.ts";
import type { Answers, DeploymentOption, EndpointId } from "../../../src/core/coder/model.ts";
import type { Finding } from "../../../src/core/findings/finding.ts";
import type { ChangeLog, HistoryChange } from "../../../src/core/history/changeEvent.ts";
import type { ApiFailure, FailureKind } from "../../../src/core/http/failure.ts";
import { announcementRows, supportSection } from "../../../src/core/overview/appearance.ts";
import { buildSection } from "../../../src/core/overview/build.ts";
import { changesSection } from "../../../src/core/overview/changes.ts";
import { configurationSection } from "../../../src/core/overview/configuration.ts";
import { experimentsSection } from "../../../src/core/overview/experiments.ts";
import { filesSection } from "../../../src/core/overview/files.ts";
import { findingsSection } from "../../../src/core/overview/findings.ts";
import { glanceSection } from "../../../src/core/overview/glance.ts";
import { healthSection } from "../../../src/core/overview/health.ts";
import { infrastructureSection } from "../../../src/core/overview/infrastructure.ts";
import { licenseSection } from "../../../src/core/overview/license.ts";
import { licenseWarningRows } from "../../../src/core/overview/licenseWarnings.ts";
import type { OutlineNode } from "../../../src/core/overview/node.ts";
import { notPermittedRow } from "../../../src/core/overview/notPermitted.ts";
import { sessionSection } from "../../../src/core/overview/session.ts";
import { sshSection } from "../../../src/core/overview/ssh.ts";
import { statsSection } from "../../../src/core/overview/stats.ts";
import { updateMessage, updateSection } from "../../../src/core/overview/update.ts";
import { assertGolden } from "../../support/golden.ts";
import { failureOf } from "../../support/recorded.ts";
import { snapshotOf, type SlotParts } from "../../support/snapshotOf.ts";
import { option as optionWith } from "../configuration/support/options.ts";
import { printRows } from "./support/printRows.ts";

const now = Date.parse("2026-08-07T10:00:00Z");
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Values by endpoint. */
type Values = { readonly [K in EndpointId]?: Answers[K] };

/** Returns slots with values that arrived two minutes ago. */
const known = (values: Values): SlotParts =>
	Object.fromEntries(
		Object.entries(values).map(([id, value]) => [id, { value, at: now - 2 * minute, tookMs: 12 }]),
	);

const failed = (kind: FailureKind, more: Partial<ApiFailure> = {}) => ({
	failure: failureOf(kind, more),
	triedAt: now,
	failures: 1,
});

type Drawn = readonly OutlineNode[] | OutlineNode | undefined;

/** Draws each of the cases, by description. */
function drawn<T>(cases: Readonly<Record<string, T>>, draw: (one: T) => Drawn): string {
	return Object.entries(cases)
		.map(([title, one]) => {
			const rows = draw(one) ?? [];
			const text = printRows("label" in rows ? [rows] : rows);
			return `${title}\n\n${text === "" ? "nothing\n" : text}`;
		})
		.join("\n");
}

const version = "v2.35.1+8b44bd6";
const release = "https://github.com/coder/coder/releases/tag/v2.36.0";
const build = { version, workspaceProxy: false };

describe("rows, as they were recorded:", () => {
	it("the build", () => {
		const text = drawn<SlotParts>(
			{
				"a release with everything": known({
					buildInfo: {
						version,
						externalUrl: "https://github.com/coder/coder/commit/8b44bd6aa1b2c3d4",
						dashboardUrl: "https://coder.larkspur.example",
						telemetry: true,
						workspaceProxy: true,
						agentApiVersion: "2.7",
						provisionerApiVersion: "1.12",
						upgradeMessage: "Ask the platform team.",
						deploymentId: "0d3cd1a5",
					},
				}),
				"a release with little": known({ buildInfo: build }),
				"a development build": known({
					buildInfo: {
						version: "v2.35.1-devel+e751b285ca",
						externalUrl: "https://github.com/coder/coder",
						dashboardUrl: "file:///x",
						telemetry: false,
						workspaceProxy: false,
						upgradeMessage: "",
					},
				}),
				"a release candidate with an odd source": known({
					buildInfo: {
						...build,
						version: "v2.33.0-rc.1+8b44bd6",
						externalUrl: "javascript:commit/8b44bd6",
					},
				}),
				"a short commit": known({
					buildInfo: { ...build, externalUrl: "https://git.example/commit/8b44bd" },
				}),
				"a commit with more behind it": known({
					buildInfo: { ...build, externalUrl: "https://git.example/commit/8b44bd6/x" },
				}),
			},
			(slots) => buildSection("d", snapshotOf(slots)),
		);
		assertGolden("rows-build", text);
	});

	it("the states of a section", () => {
		const ssh = known({ deploymentSsh: { hostnamePrefix: "p.", options: [] } }).deploymentSsh;
		const states: Record<string, SlotParts> = {
			"not requested": {},
			loading: { deploymentSsh: { loading: true } },
			stale: { deploymentSsh: { ...ssh, ...failed("serverError", { requestId: "r-1" }) } },
			"stale without a description": {
				deploymentSsh: { value: { options: [] }, at: now, ...failed("serverError") },
			},
			"offline as a whole": {
				deploymentSsh: { ...ssh, ...failed("refused") },
				buildInfo: failed("refused"),
			},
			"offline as a whole, from the start": {
				deploymentSsh: failed("refused"),
				buildInfo: failed("refused"),
			},
		};
		const kinds = [
			..."forbidden unsupported notReady heldBack signedOut refused timeout serverError".split(" "),
			..."certificate proxy settings tooLarge cancelled".split(" "),
		] as readonly FailureKind[];
		for (const kind of kinds) {
			states[kind] = { deploymentSsh: failed(kind, { requestId: "r-2" }) };
		}
		assertGolden(
			"rows-states",
			drawn(states, (slots) => sshSection("d", snapshotOf(slots))),
		);
	});

	it("commands that resolve a failure", () => {
		const failures: Record<string, ApiFailure> = {
			"a setting": failureOf("settings", { action: "openSettings", setting: "http.proxy" }),
			"another account": failureOf("forbidden", { action: "signIn" }),
		};
		const actions = [
			...(["signIn", "retry", "changeUrl", "pickCaFile", "openSettings"] as const),
			...(["checkHealth", "reloadWindow", "showLog"] as const),
		];
		for (const action of actions) failures[action] = failureOf("serverError", { action });
		assertGolden(
			"rows-failures",
			drawn(failures, (failure) =>
				sshSection("d", snapshotOf({ deploymentSsh: { failure, failures: 1 } })),
			),
		);
	});

	it("SSH", () => {
		const text = drawn<Answers["deploymentSsh"]>(
			{
				"a prefix": { hostnamePrefix: "coder.", options: [] },
				"a suffix": { hostnamePrefix: "coder.", hostnameSuffix: "coder", options: [] },
				"neither, with options": {
					hostnamePrefix: "",
					hostnameSuffix: "",
					options: [
						["ForwardAgent", "yes"],
						["User", "a b"],
					],
				},
				nothing: { options: [] },
			},
			(ssh) => sshSection("d", snapshotOf(known({ deploymentSsh: ssh }))),
		);
		assertGolden("rows-ssh", text);
	});

	it("the update", () => {
		const check = (current: boolean, latest: string, url = release) => ({
			...known({ buildInfo: build, updateCheck: { current, version: latest, url } }),
		});
		const config = (value: boolean | undefined) =>
			known({
				deploymentConfig: {
					options: [
						{ ...option("CODER_TELEMETRY_ENABLE"), value: "neither" },
						{ ...option("CODER_UPDATE_CHECK"), ...(value !== undefined && { value }) },
					],
					masked: {},
				},
			});
		const unchecked = check(true, version, "https://github.com/coder/coder/commit/8b44bd6");
		const states: Record<string, SlotParts> = {
			"not requested": {},
			available: check(false, "v2.36.0"),
			"available, with an odd address": check(false, "v2.36.0", "file:///x"),
			current: check(true, "v2.35.1"),
			ahead: check(true, "v2.34.2"),
			unreadable: check(false, "latest"),
			"not checked": unchecked,
			"not checked, because it's off": { ...unchecked, ...config(false) },
			"not checked, although it's on": { ...unchecked, ...config(true) },
			"not checked, with an unknown option": { ...unchecked, ...config(undefined) },
		};
		for (const latest of ["v2.36.0", "v2.35.1"]) {
			const slots = check(latest === "v2.35.1", latest);
			const updateCheck = { ...slots.updateCheck, ...failed("timeout") };
			states[`${latest}, and a failed check`] = { ...slots, updateCheck };
			states[`${latest}, and offline`] = {
				...slots,
				updateCheck,
				buildInfo: { ...slots.buildInfo, ...failed("timeout") },
			};
		}
		const text = drawn(states, (slots) => [
			updateSection("d", snapshotOf(slots)),
			{ id: "message", label: updateMessage(snapshotOf(slots)) },
		]);
		const muted = drawn({ all: "*", this: "v2.36.0", another: "v2.35.9" }, (one) => [
			updateSection("d", snapshotOf(check(false, "v2.36.0")), one),
			updateSection("d", snapshotOf(check(true, "v2.35.1")), one),
		]);
		assertGolden("rows-update", `${text}\n${muted}`);
	});

	it("experiments", () => {
		const text = drawn<Values>(
			{
				none: { experiments: [], experimentsAvailable: [] },
				"one of each": {
					experiments: ["oauth2", "gone"],
					experimentsAvailable: ["oauth2", "example"],
				},
				"all of several": { experiments: ["*"], experimentsAvailable: ["oauth2", "example"] },
				"all of none": { experiments: ["*", "mcp-server-http"], experimentsAvailable: [] },
				"all of unknown ones": { experiments: ["*"] },
			},
			(values) => experimentsSection("d", snapshotOf(known({ buildInfo: build, ...values }))),
		);
		assertGolden("rows-experiments", text);
	});

	it("statistics", () => {
		const empty = { workspaces: [], sessions: [], others: [] };
		const states: Record<string, Answers["deploymentStats"]> = {
			nothing: empty,
			everything: {
				aggregatedFrom: now - 15 * minute - 387,
				collectedAt: now,
				workspaces: ["pending", "building", "running", "stopped", "failed", "dormant"].map(
					(name, index) => ({ name, count: BigInt(index) }),
				),
				latencyP50Ms: 12.4,
				latencyP95Ms: 480,
				rxBytes: 5_000_000_000n,
				txBytes: 1234n,
				sessions: ["vscode", "jetbrains", "ssh", "reconnecting_pty", "zed"].map((name) => ({
					name,
					count: 1.5,
				})),
				others: [{ name: "a.b", count: 12_345n }],
			},
			"one workspace, and no start of the period": {
				...empty,
				collectedAt: now,
				workspaces: [{ name: "running", count: 1n }],
				sessions: [{ name: "ssh", count: 2 }],
			},
			"very many, and halves": {
				...empty,
				workspaces: [
					{ name: "running", count: 9_007_199_254_740_993n },
					{ name: "stopped", count: 2 },
				],
				sessions: [
					{ name: "ssh", count: 1n },
					{ name: "vscode", count: 1.5 },
				],
			},
			"no end of the period": { ...empty, aggregatedFrom: now - hour },
		};
		for (const ms of [149.9, 150, 299.9, 300]) {
			states[`a latency of ${ms} ms`] = { ...empty, latencyP50Ms: ms };
		}
		for (const ms of [-3 * minute, 29_600, 119_400, 119_999, 2 * minute, 2 * minute + 31_000]) {
			states[`a period of ${ms} ms`] = { ...empty, aggregatedFrom: now - ms, collectedAt: now };
		}
		assertGolden(
			"rows-stats",
			drawn(states, (stats) => statsSection("d", snapshotOf(known({ deploymentStats: stats })))),
		);
	});

	it("the session", () => {
		const user = { id: "1", username: "mira", roles: [] };
		const states: Record<string, SlotParts> = {
			"only the account": known({ user }),
			everything: known({
				user: {
					...user,
					name: "Mira",
					email: "mira@larkspur.example",
					roles: [
						{ name: "owner", displayName: "Owner" },
						{ name: "auditor", displayName: "Auditor" },
					],
				},
				apiKey: { id: "k", expiresAt: now + 7 * day, createdAt: now },
				tokenConfig: { maxTokenLifetimeNs: 2_592_000_000_000_000n },
				root: { message: "👋" },
			}),
			"a token without an end, and a lifetime of zero": known({
				user: { ...user, name: "" },
				apiKey: { id: "k" },
				tokenConfig: { maxTokenLifetimeNs: 0n },
			}),
			"an expired token": known({ user, apiKey: { id: "k", expiresAt: now - 1, createdAt: 0 } }),
			"failures of everything but the account": {
				...known({ user }),
				apiKey: failed("serverError"),
				tokenConfig: failed("timeout"),
				root: { ...known({ root: { message: "x" } }).root, ...failed("unsupported") },
			},
			"no account": { apiKey: failed("serverError"), user: { value: undefined, at: now } },
		};
		for (const left of [23.9 * hour, 24 * hour, 24.1 * hour]) {
			const apiKey = { id: "k", expiresAt: now + left, createdAt: now - 30 * day };
			states[`a token for ${left / hour} hours`] = known({ user, apiKey });
		}
		for (const tookMs of [49, 50, 250, 2499, 2500, undefined]) {
			states[`an API root that takes ${String(tookMs)} ms`] = {
				...known({ user }),
				root: { value: { message: "hi" }, ...(tookMs !== undefined && { tookMs }) },
			};
		}
		assertGolden(
			"rows-session",
			drawn(states, (slots) => sessionSection("d", snapshotOf(slots), now)),
		);
	});

	it("the configuration", () => {
		const text = drawn<readonly DeploymentOption[]>(
			{
				nothing: [],
				"all sources": [
					{ ...option("CODER_A"), value: "a", valueSource: "env" },
					{ ...option("CODER_B"), value: "b", valueSource: "yaml" },
					{ ...option("CODER_C"), value: "c", valueSource: "yaml" },
					{ ...option("CODER_D"), value: "d", valueSource: "flag" },
					{ ...option("CODER_E"), value: "e", default: "x" },
					{ ...option("CODER_F"), value: "f", default: "f", valueSource: "default" },
				],
				"one source, and a deprecated name": [
					{ ...option("CODER_TELEMETRY_ENABLE"), value: true, valueSource: "flag" },
					{
						...option("CODER_TELEMETRY"),
						value: true,
						valueSource: "flag",
						useInstead: [
							{ id: "CODER_TELEMETRY_ENABLE", name: "x", env: "CODER_TELEMETRY_ENABLE" },
						],
					},
				],
			},
			(options) =>
				configurationSection("d", snapshotOf(known({ deploymentConfig: { options, masked: {} } }))),
		);
		assertGolden("rows-configuration", text);
	});

	it("health", () => {
		const part = (
			severity: "ok" | "warning" | "error" | "unknown",
			messages: readonly HealthMessage[] = [],
			dismissed = false,
		) => ({ severity, messages, dismissed });
		const report = (more: Partial<Answers["health"]>): Answers["health"] => ({
			time: now - 5 * minute,
			severity: "ok",
			parts: {},
			strangerAnswered: false,
			proxies: [],
			...more,
		});
		const proxy = { id: "p", name: "p", healthy: false, problems: [] };
		const text = drawn<Answers["health"]>(
			{
				nothing: { severity: "ok", parts: {}, strangerAnswered: false, proxies: [] },
				"all is well": report({
					parts: { accessUrl: part("ok"), database: part("ok", [{ code: "EDB02", text: "x" }]) },
					databaseLatencyMs: 3,
					databaseThresholdMs: 15,
				}),
				"one warning": report({
					parts: { database: part("warning", [{ code: "EDB02", text: "slow" }]) },
					databaseLatencyMs: 1300,
				}),
				"a database without its latency": report({
					parts: { database: part("warning", [{ text: "slow" }]) },
					databaseThresholdMs: 15,
				}),
				"several, and messages of all kinds": report({
					parts: {
						accessUrl: part("warning", [{ code: "EACS04", text: "status 500" }, { text: "more" }]),
						database: part("error", [{ code: "EDB01", text: "gone" }]),
						websocket: part("error", [{ code: "EWS03", text: "no data" }]),
						derp: part("unknown", [{ code: "EDERP99", text: "new" }]),
						provisionerDaemons: part("warning", [{ text: "one" }, { text: "two" }], true),
						workspaceProxy: part("error", [{ code: "not a code", text: "odd" }]),
					},
					databaseLatencyMs: 1300,
					databaseThresholdMs: 15,
				}),
				"a broken access URL": report({
					parts: {
						accessUrl: part("error", [{ code: "EACS03", text: "no" }]),
						websocket: part("error", [{ code: "EWS01", text: "no" }]),
						derp: part("error", [{ text: "no" }]),
					},
				}),
				"a stranger at the access URL": report({
					strangerAnswered: true,
					parts: {
						accessUrl: part("ok"),
						websocket: part("error", [{ text: "no" }]),
						workspaceProxy: part("ok", [], true),
					},
				}),
				"proxies that are all down": report({
					parts: { workspaceProxy: part("warning", [{ code: "EWP04", text: "down" }]) },
					proxies: [proxy, proxy],
				}),
				"WebSockets that fail, although the database responds": report({
					parts: { websocket: part("error", [{ code: "EWS01", text: "no" }]) },
				}),
				"a part without messages": report({
					parts: { derp: part("error"), database: part("warning"), accessUrl: part("unknown") },
				}),
				"an explained message below another title": report({
					parts: {
						database: part("warning", [
							{ code: "EDB02", text: "slow" },
							{ code: "EDB01", text: "gone" },
							{ code: "EXX01", text: "new" },
						]),
					},
				}),
			},
			(health) => healthSection("d", snapshotOf(known({ health, healthSettings: ["derp"] }))),
		);
		assertGolden("rows-health", text);
	});

	it("the license", () => {
		const feature = (
			name: string,
			entitlement: string,
			more: { readonly limit?: number; readonly actual?: number; readonly enabled?: boolean } = {},
		) => ({ name, entitlement, enabled: true, ...more });
		const entitled = {
			hasLicense: true,
			trial: false,
			features: [],
			warnings: [],
			errors: [],
		} as const;
		type Licensed = readonly [Partial<Answers["entitlements"]>, Answers["licenses"]?];
		const ends = (termEndsAt?: number, endsAt?: number): Answers["licenses"] => [
			{
				id: 1,
				trial: false,
				featureSet: "premium",
				...(termEndsAt !== undefined && { termEndsAt }),
				...(endsAt !== undefined && { endsAt }),
			},
		];
		const text = drawn<Licensed>(
			{
				none: [{ hasLicense: false }],
				"without a known end": [{}],
				"a trial without a known end": [{ trial: true }],
				"a trial": [{ trial: true }, ends(now + 30 * day, now + 30 * day)],
				valid: [{}, ends(now + 100 * day, now + 110 * day)],
				"ending soon": [{}, ends(now + 3 * day, now + 13 * day)],
				"in its grace period": [{}, ends(now - day, now + 9 * day)],
				"in a grace period without a known end": [
					{ features: [feature("audit_log", "grace_period")] },
				],
				"with features": [
					{
						features: [
							feature("user_limit", "entitled", { limit: 100, actual: 120 }),
							feature("managed_agent_limit", "entitled", { limit: 1000, actual: 333 }),
							feature("a_limit", "entitled", { limit: 20, actual: 20 }),
							feature("b_limit", "entitled", { limit: 20 }),
							feature("c_limit", "entitled", { limit: 0, actual: 3 }),
							feature("audit_log", "entitled"),
							feature("scim", "grace_period"),
							feature("new_thing", "another"),
							feature("appearance", "not_entitled", { enabled: false }),
						],
						warnings: ["One.", "Shown elsewhere.", "Two."],
					},
					ends(now + 100 * day),
				],
				"above its limit": [
					{ features: [feature("user_limit", "entitled", { limit: 100, actual: 101 })] },
					ends(now + 100 * day),
				],
				"with a feature that isn't included, and an error": [
					{
						features: [
							feature("user_limit", "entitled", { actual: 5 }),
							feature("audit_log", "not_entitled"),
							feature("scim", "entitled"),
						],
						errors: ["Broken."],
					},
				],
				"with a user limit that isn't counted": [
					{
						features: [feature("user_limit", "entitled"), feature("x", "entitled", { actual: 3 })],
					},
				],
			},
			([entitlements, licenses]) =>
				licenseSection(
					"d",
					snapshotOf(
						known({
							entitlements: { ...entitled, ...entitlements },
							...(licenses && { licenses }),
						}),
					),
					["Shown elsewhere."],
					now,
				),
		);
		assertGolden("rows-license", text);
	});

	it("the infrastructure", () => {
		const region = (id: string, more: Partial<Answers["regions"][number]> = {}) => ({
			id,
			name: id,
			healthy: true,
			holdsPassword: false,
			...more,
		});
		const proxy = (
			id: string,
			more: Partial<Answers["health"]["proxies"][number]> = {},
		): Answers["health"]["proxies"][number] => ({
			id,
			name: id,
			healthy: true,
			problems: [],
			...more,
		});
		const health = (more: Partial<Answers["health"]>): Answers["health"] => ({
			severity: "ok",
			parts: {},
			strangerAnswered: false,
			proxies: [],
			...more,
		});
		const daemon = (
			id: string,
			more: Partial<Answers["provisionerDaemons"][number]> = {},
		): Answers["provisionerDaemons"][number] => ({ id, name: `daemon ${id}`, ...more });
		const text = drawn<SlotParts>(
			{
				"nothing known": {},
				"no proxies": known({ regions: [region("primary")] }),
				"healthy proxies, only in part in both responses": known({
					buildInfo: build,
					regions: [
						region("primary"),
						region("eu", { displayName: "Europe", url: "https://eu.example" }),
						region("us"),
					],
					health: health({
						proxies: [
							proxy("eu", { version, checkedAt: now - minute, status: "ok" }),
							proxy("relay", { displayName: "Relay" }),
						],
					}),
				}),
				"unhealthy proxies": known({
					buildInfo: build,
					regions: [
						region("primary"),
						region("a", { healthy: false, url: "https://a.example" }),
						region("b"),
						region("c", { healthy: false }),
						region("d"),
						region("e"),
						region("f"),
					],
					health: health({
						proxies: [
							proxy("b", {
								healthy: false,
								status: "unreachable",
								problems: ["1", "2", "3", "4", "5", "6"],
							}),
							proxy("c", { healthy: true }),
							proxy("d", { healthy: false, status: "unregistered", version: "v2.1.0" }),
							proxy("e", { healthy: false, status: "asleep", displayName: "E" }),
							proxy("f", { healthy: false, status: "unhealthy" }),
							proxy("g", { healthy: false, status: "ok" }),
						],
					}),
				}),
				"one outdated proxy": known({
					buildInfo: build,
					regions: [region("primary"), region("a"), region("b")],
					health: health({
						proxies: [proxy("a", { version: "v2.34.0" }), proxy("b", { version })],
					}),
				}),
				"two outdated proxies": known({
					buildInfo: build,
					regions: [region("primary"), region("a"), region("b")],
					health: health({
						proxies: [proxy("a", { version: "v2.34.0" }), proxy("b", { version: "v2.33.0" })],
					}),
				}),
				"outdated proxies of an unknown server, and no daemons": known({
					regions: [region("primary"), region("a")],
					health: health({
						proxies: [proxy("a", { version: "v2.34.0" }), proxy("b", { healthy: false })],
						daemons: [],
					}),
				}),
				servers: known({
					regions: [region("primary")],
					replicas: [
						{ id: "1", hostname: "one", startedAt: now - day, databaseLatencyMs: 3 },
						{ id: "2", hostname: "two" },
					],
				}),
				"servers apart": known({
					regions: [region("primary")],
					replicas: [
						{ id: "1", hostname: "one" },
						{ id: "2", hostname: "two", error: "timeout", databaseLatencyMs: 12 },
					],
				}),
				daemons: known({
					buildInfo: build,
					regions: [region("primary")],
					provisionerDaemons: [
						daemon("1", { status: "idle", version, lastSeenAt: now - minute }),
						daemon("2", { status: "busy", organization: "Red" }),
						daemon("3", { status: "offline", version: "v2.1.0" }),
						daemon("4", { status: "napping" }),
					],
					provisionerQueue: { waiting: 1 },
					health: health({
						daemons: [
							{ id: "2", name: "other name", messages: [] },
							{ id: "5", name: "five", messages: [], lastSeenAt: now - hour },
						],
					}),
				}),
				"one outdated daemon, and a queue": known({
					buildInfo: build,
					regions: [region("primary")],
					provisionerDaemons: [daemon("1", { version: "v2.34.0" }), daemon("2", { version })],
					provisionerQueue: { waiting: 3 },
				}),
				"two outdated daemons": known({
					buildInfo: build,
					regions: [region("primary")],
					provisionerDaemons: [
						daemon("1", { version: "v2.34.0", status: "busy" }),
						daemon("2", { version: "v2.34.0", status: "offline" }),
						daemon("3", { version: "v2.33.0", status: "idle" }),
					],
					provisionerQueue: { waiting: 0 },
				}),
				"no daemons": known({
					regions: [region("primary")],
					provisionerDaemons: [daemon("1", { status: "offline" })],
				}),
				"only the daemons in the health report": known({
					regions: [region("primary")],
					health: health({ daemons: [] }),
				}),
				"parts that failed": {
					...known({ regions: [region("primary")] }),
					replicas: failed("serverError"),
					provisionerDaemons: failed("timeout"),
				},
				"parts that can't be read": {
					...known({ regions: [region("primary")] }),
					replicas: failed("forbidden"),
					provisionerDaemons: failed("unsupported"),
				},
				"a session that ended for a part": {
					...known({ regions: [region("primary")] }),
					replicas: failed("signedOut"),
				},
				"a part that was refused before the account was read again": {
					...known({
						regions: [region("primary")],
						user: { id: "1", username: "mira", roles: [] },
					}),
					replicas: { ...failed("signedOut"), triedAt: now - hour },
				},
				"parts that are offline as a whole": {
					...known({ regions: [region("primary")] }),
					replicas: failed("refused"),
					provisionerDaemons: { loading: true },
					buildInfo: failed("refused"),
				},
			},
			(slots) => infrastructureSection("d", snapshotOf(slots), now),
		);
		assertGolden("rows-infrastructure", text);
	});

	it("more servers than rows, those with problems first", () => {
		const servers = (count: number): OutlineNode[] => {
			const replicas = Array.from({ length: count }, (_, index) => {
				const id = `r${index.toString()}`;
				return { id, hostname: id, ...(index === count - 1 && { error: "timeout" }) };
			});
			const snapshot = snapshotOf(known({ regions: [], replicas }));
			const groups = infrastructureSection("d", snapshot, now).children ?? [];
			return [...(groups.find(({ id }) => id.endsWith("/replicas"))?.children ?? [])];
		};
		const labels = servers(103).map(({ label }) => label);
		assert.equal(labels.length, 101);
		assert.deepEqual([labels[0], labels[1], labels[99]], ["r102", "r0", "r98"]);
		assert.deepEqual(servers(103).at(-1), {
			id: "d/infrastructure/replicas/more",
			label: "3 more",
			icon: "ellipsis",
			tone: "muted",
		});
		assert.equal(servers(100).length, 100);
		assert.equal(servers(100).at(-1)?.label, "r98");
	});

	it("announcements and support", () => {
		const text = drawn<SlotParts>(
			{
				nothing: known({ appearance: { announcements: [], supportLinks: [] } }),
				"not requested": {},
				everything: known({
					appearance: {
						applicationName: "Larkspur",
						announcements: ["Maintenance on **Saturday**", "More"],
						supportLinks: [{ name: "Help", url: "https://help.example" }],
					},
				}),
				"only links": known({
					appearance: {
						announcements: [],
						supportLinks: [
							{ name: "Help", url: "https://help.example" },
							{ name: "Chat", url: "https://chat.example" },
						],
					},
				}),
				"only a name, out of date": {
					appearance: {
						value: { applicationName: "Larkspur", announcements: [], supportLinks: [] },
						...failed("timeout"),
					},
				},
				"access that was lost": {
					appearance: {
						value: { applicationName: "Larkspur", announcements: ["a"], supportLinks: [] },
						...failed("forbidden"),
					},
				},
			},
			(slots) => [
				...announcementRows("d", snapshotOf(slots)),
				...supportSection("d", snapshotOf(slots)),
			],
		);
		assertGolden("rows-appearance", text);
	});

	it("changes", () => {
		const change = (kind: HistoryChange["kind"], id: string): HistoryChange => ({
			kind,
			id,
			name: `Name of ${id}`,
			text: "a → b",
		});
		const event = (id: string, at: number, changes: readonly HistoryChange[]) => ({
			id,
			beforeId: "0",
			at,
			changes,
		});
		const options = (count: number) =>
			Array.from({ length: count }, (_, index) => change("option", `o${index.toString()}`));
		const text = drawn<ChangeLog | undefined>(
			{
				"while it's read": undefined,
				"nothing recorded": { events: [], health: [] },
				"no changes": { events: [], health: [], since: now - 3 * day },
				"several, with health": {
					events: [
						event("1", now - 30 * minute, [
							change("version", "v"),
							change("experiment", "x"),
							...options(1),
						]),
						event("2", now - 3 * day, [
							change("experiment", "x"),
							change("experiment", "y"),
							...options(2),
						]),
					],
					health: [event("3", now - 2 * day, [change("health", "h1"), change("health", "h2")])],
				},
				"health and options at once": {
					events: [event("1", now - day, [change("health", "h1"), change("option", "o1")])],
					health: [],
				},
				"as many as rows": { events: [event("1", now - hour, options(30))], health: [] },
				"more than rows": {
					events: [event("1", now - 59 * minute, options(31))],
					health: [
						event(
							"2",
							now - day,
							Array.from({ length: 31 }, (_, index) => change("health", `h${index.toString()}`)),
						),
					],
				},
			},
			(log) => changesSection("d", log, now),
		);
		assertGolden("rows-changes", text);
	});

	it("findings", () => {
		const finding = (more: Partial<Finding>): Finding => ({
			rule: "rule",
			severity: "info",
			title: "Something is on",
			meaning: "It means something.",
			value: "",
			advice: "Do something.",
			options: [],
			...more,
		});
		const all: readonly Finding[] = [
			finding({ severity: "high", options: ["CODER_A", "CODER_B"], value: "x" }),
			finding({ rule: "b", severity: "warning", options: ["CODER_A"], value: "Enabled" }),
			finding({ rule: "c", value: "Disabled" }),
			finding({ rule: "d", link: "https://coder.com/docs", upgradeTo: 36, options: ["CODER_C"] }),
		];
		const text = drawn<readonly [readonly Finding[], readonly Finding[]]>(
			{
				none: [[], []],
				all: [all, all],
				"only warnings": [all.slice(1, 2), []],
				"only information": [all.slice(2), []],
				"only muted": [[], all.slice(0, 1)],
			},
			([shown, muted]) =>
				findingsSection("d", snapshotOf(known({ deploymentConfig: { options: [], masked: {} } })), {
					shown,
					muted,
				}),
		);
		assertGolden("rows-findings", text);
	});

	it("At a Glance", () => {
		const user = { id: "1", username: "mira", roles: [] };
		const good = known({
			buildInfo: build,
			user,
			updateCheck: { current: true, version: "v2.35.1", url: release },
			apiKey: { id: "k", expiresAt: now + 7 * day, createdAt: now },
			health: { severity: "ok", parts: {}, strangerAnswered: false, proxies: [] },
			entitlements: { hasLicense: false, trial: false, features: [], warnings: [], errors: [] },
			deploymentConfig: { options: [], masked: {} },
			deploymentSsh: { hostnameSuffix: "coder", options: [] },
		});
		const need = (section: "findings" | "health" | "update" | "session", more = {}) => ({
			section,
			count: 1,
			words: `a need of ${section}`,
			severe: false,
			...more,
		});
		type Glance = readonly [SlotParts, ReturnType<typeof need>[]?, boolean?];
		const available = known({ updateCheck: { current: false, version: "v2.36.0", url: release } });
		const text = drawn<Glance>(
			{
				"nothing known": [{}],
				"all good": [good],
				"one response that is pending": [{ ...good, health: { loading: true } }],
				"one that wasn't requested": [{ ...good, entitlements: {} }],
				"one that failed": [{ ...good, apiKey: failed("serverError") }],
				"one that is forbidden": [{ ...good, deploymentConfig: failed("forbidden") }],
				"a stale version": [
					{ ...good, buildInfo: { ...good.buildInfo, ...failed("serverError") } },
				],
				offline: [{ ...good, buildInfo: { ...good.buildInfo, ...failed("refused") } }],
				"a problem": [good, [], true],
				"one need": [good, [need("findings", { short: "short words", detail: "the detail" })]],
				"several needs": [
					{ ...good, ...available },
					[need("health", { severe: true, count: 1200 }), need("update"), need("session")],
				],
				"an update that is muted": [{ ...good, ...available }],
				"an update that isn't": [{ ...good, ...available }, [need("update")]],
				"a session that ended": [{ ...good, user: { ...good.user, ...failed("signedOut") } }],
				"a token that ends soon": [
					{
						...good,
						...known({ apiKey: { id: "k", expiresAt: now + hour, createdAt: now - 30 * day } }),
					},
				],
				"an expired token": [
					{ ...good, ...known({ apiKey: { id: "k", expiresAt: now, createdAt: 0 } }) },
				],
				"no SSH names": [{ ...good, ...known({ deploymentSsh: { options: [] } }) }],
			},
			([slots, needs = [], hasProblem = false]) =>
				glanceSection("d", snapshotOf(slots), {
					needs,
					problem: hasProblem
						? {
								words: "no access",
								icon: "lock",
								failure: failureOf("forbidden", { requestId: "r-3", action: "signIn" }),
							}
						: undefined,
					now,
				}),
		);
		assertGolden("rows-glance", text);
	});

	it("what an account can't read", () => {
		const refused = failureOf("forbidden", { action: "signIn" });
		const section: OutlineNode = {
			id: "d/stats",
			label: "Statistics",
			icon: "graph",
			forbidden: refused,
			refreshes: ["deploymentStats", "permissions"],
		};
		const text = drawn<readonly [SlotParts, readonly OutlineNode[]]>(
			{
				nothing: [{ licenses: failed("serverError") }, []],
				"sections and parts": [
					{ licenses: failed("forbidden"), replicas: failed("forbidden") },
					[section, { id: "d/x", label: "Odd" }],
				],
				"one part": [{ provisionerDaemons: failed("forbidden") }, []],
			},
			([slots, sections]) => notPermittedRow("d", snapshotOf(slots), sections),
		);
		assertGolden("rows-not-permitted", text);
	});

	it("the server's warnings about its license", () => {
		const text = drawn(
			{ none: [], two: ["Your license expires in 5 days.", "120 users, licensed for 100."] },
			(warnings) => licenseWarningRows("d", warnings),
		);
		assertGolden("rows-license-warnings", text);
	});

	it("files", () => {
		const file = (path: string, differ: number) => ({
			uri: `file:///${path}`,
			path,
			counts: { settings: 4, differ, secrets: 0, notCompared: 0 },
		});
		const text = drawn(
			{
				none: [],
				"one that differs": [file("a.env", 1)],
				several: [file("a.env", 2), file("b.env", 0), file("c.env", 1)],
				"none that differs": [file("b.env", 0)],
			},
			(files) => filesSection("d", "Larkspur", files),
		);
		assertGolden("rows-files", text);
	});
});

/** Returns an option that isn't set. */
function option(id: string): DeploymentOption {
	return optionWith({ id, env: id });
}
