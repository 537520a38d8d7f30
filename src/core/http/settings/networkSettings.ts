import type { PerDeployment } from "./perDeployment.ts";

/** A setting's value and the setting's full name. */
export interface Chosen<T> {
	readonly value: T;
	/** Such as `coder.tlsCaFile`. */
	readonly from: string;
}

/** VS Code's own proxy settings, `http.*`. */
export interface ProxySettings {
	/** `http.proxy`; empty if not set. */
	readonly url: string;
	readonly noProxy: readonly string[];
	/** `http.proxyAuthorization`: the value of the `Proxy-Authorization` header; empty if not set. */
	readonly authorization: string;
	/** `http.proxyStrictSSL`. */
	readonly strictSsl: boolean;
	/** `http.proxySupport`; `off` connects directly. */
	readonly support: string;
}

/** The network settings as written: nothing is expanded, no files are read. */
export interface NetworkSettings {
	readonly caFile?: Chosen<string>;
	readonly certFile?: Chosen<string>;
	readonly keyFile?: Chosen<string>;
	/** The host name to verify certificates against. */
	readonly altHost?: Chosen<string>;
	readonly headerCommand?: Chosen<PerDeployment<string>>;
	readonly headers?: Chosen<PerDeployment<Readonly<Record<string, string>>>>;
	/** Deployments whose certificate isn't verified, by URL or host; `true` means all of them. */
	readonly insecure?: Chosen<true | readonly string[]>;
	/** For the whole exchange, in seconds. */
	readonly timeout?: Chosen<number>;
	/** Hosts to reach without a proxy, separated by commas. */
	readonly proxyBypass?: Chosen<string>;
	readonly proxy: ProxySettings;
}

/** Reads the user's value of a setting by its full name; `undefined` if there is none. */
export type ReadSetting = (name: string) => unknown;

/**
 * Reads this extension's settings and those of Coder's official extension: if one of the former isn't set, its official
 * equivalent is used. Values of the wrong type are ignored.
 */
export function readNetworkSettings(read: ReadSetting): NetworkSettings {
	return {
		...optional("caFile", text(read, "tlsCaFile")),
		...optional("certFile", text(read, "tlsCertFile")),
		...optional("keyFile", text(read, "tlsKeyFile")),
		...optional("altHost", text(read, "tlsAltHost")),
		...optional("headerCommand", headerCommand(read, "headerCommand")),
		...optional("headers", headers(read, "headers")),
		...optional("insecure", insecure(read, "insecure")),
		...optional("timeout", seconds(read, "requestTimeout")),
		...optional("proxyBypass", text(read, "proxyBypass")),
		proxy: {
			url: trimmed(read("http.proxy")),
			noProxy: texts(read("http.noProxy")) ?? [],
			authorization: trimmed(read("http.proxyAuthorization")),
			strictSsl: read("http.proxyStrictSSL") !== false,
			support: trimmed(read("http.proxySupport")) || "override",
		},
	};
}

const ours = (name: string): string => `coderDeployment.${name}`;
const theirs = (name: string): string => `coder.${name}`;

function text(read: ReadSetting, name: string): Chosen<string> | undefined {
	for (const from of [ours(name), theirs(name)]) {
		const value = trimmed(read(from));
		if (value !== "") return { value, from };
	}
	return undefined;
}

/** Reads a command for all deployments, or commands by deployment. */
function headerCommand(read: ReadSetting, name: string): NetworkSettings["headerCommand"] {
	const from = ours(name);
	const named = stringsIn(read(from));
	if (Object.keys(named).length > 0) return { value: { named }, from };
	const chosen = text(read, name);
	return chosen && { value: { signedIn: chosen.value, named: {} }, from: chosen.from };
}

/** Headers by deployment. Headers on the top level, as in older versions, apply to all deployments. */
function headers(read: ReadSetting, name: string): NetworkSettings["headers"] {
	const from = ours(name);
	const written = read(from);
	const signedIn = stringsIn(written);
	const named = Object.fromEntries(
		entriesOf(written)
			.map(([entry, value]) => [entry, stringsIn(value)] as const)
			.filter(([, value]) => Object.keys(value).length > 0),
	);
	const all = Object.keys(signedIn).length > 0 ? { signedIn } : {};
	const some = "signedIn" in all || Object.keys(named).length > 0;
	return some ? { value: { ...all, named }, from } : undefined;
}

function stringsIn(value: unknown): Readonly<Record<string, string>> {
	return Object.fromEntries(
		entriesOf(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
	);
}

function entriesOf(value: unknown): readonly [string, unknown][] {
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? Object.entries(value)
		: [];
}

function insecure(read: ReadSetting, name: string): NetworkSettings["insecure"] {
	const list = texts(read(ours(name)));
	// An explicitly empty list means that every certificate is verified.
	if (list) return list.length > 0 ? { value: list, from: ours(name) } : undefined;
	return read(theirs(name)) === true ? { value: true, from: theirs(name) } : undefined;
}

function seconds(read: ReadSetting, name: string): Chosen<number> | undefined {
	const from = ours(name);
	const value = read(from);
	return typeof value === "number" && value > 0 ? { value, from } : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
	if (!Array.isArray(value)) return undefined;
	return value.map(trimmed).filter((entry) => entry !== "");
}

function trimmed(value: unknown): string {
	return typeof value === "string" ? value.trim() : "";
}

function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
	return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}
