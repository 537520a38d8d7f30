import { startTestProxy, type TestProxy, type TestProxyOptions } from "../../../proxy/testProxy.ts";
import { startSampleDeployment, type SampleDeployment } from "../../../sample-deployment/server.ts";
import {
	makeCertificate,
	type SampleCertificate,
} from "../../../sample-deployment/tls/certificate.ts";
import { TestFiles } from "./files.ts";
import {
	networkBench,
	type NetworkBench,
	type Written,
} from "../../../unit/http/support/networkBench.ts";
import { patchAsVscode, type Machine, type patches } from "./vscodePatch.ts";

export const secureUrl = "https://coder.larkspur.example";
export const plainUrl = "http://coder.larkspur.example";

/** The `Proxy-Authorization` that the proxies in these tests require, with a part that must not be in any log. */
export const credentials = "Basic bWlyYTpodXNoLWh1c2g=";

/** Two deployments that only proxies can reach, and a VS Code. One per suite. */
export class ProxyStage {
	readonly files = new TestFiles();
	readonly authority: SampleCertificate;
	readonly secure: SampleDeployment;
	readonly plain: SampleDeployment;
	/** Settings with which the deployment's certificate is trusted. */
	readonly trusting: Written;
	readonly #version: keyof typeof patches;
	readonly #proxies: TestProxy[] = [];
	#unpatch: (() => void) | undefined;

	private constructor(
		version: keyof typeof patches,
		authority: SampleCertificate,
		secure: SampleDeployment,
		plain: SampleDeployment,
	) {
		this.#version = version;
		this.authority = authority;
		this.secure = secure;
		this.plain = plain;
		this.trusting = { "coderDeployment.tlsCaFile": this.files.write("ca.pem", authority.cert) };
	}

	static async start(version: keyof typeof patches): Promise<ProxyStage> {
		const authority = await makeCertificate({ name: "Larkspur Root", authority: true });
		const hosts = ["coder.larkspur.example", "127.0.0.2"];
		const { key, cert } = await makeCertificate({ name: "coder", hosts, issuer: authority });
		const secure = await startSampleDeployment({ tls: { key, cert } });
		return new ProxyStage(version, authority, secure, await startSampleDeployment());
	}

	/** Starts a proxy that knows both deployments; it stops after the test. */
	async startProxy(options: TestProxyOptions = {}): Promise<TestProxy> {
		const places = {
			"coder.larkspur.example:443": this.secure.port,
			"coder.larkspur.example:80": this.plain.port,
		};
		const proxy = await startTestProxy({ places, ...options });
		this.#proxies.push(proxy);
		return proxy;
	}

	/** Sets up VS Code and the extension on a machine, which replaces the previous one. */
	benchOn(url: string, machine: Machine): NetworkBench {
		this.#unpatch?.();
		this.#unpatch = patchAsVscode(this.#version, machine);
		return networkBench(url, machine.written);
	}

	/** Replaces a working proxy with a bad one, and records the fault. */
	async prove(fault: string, bad: Written): Promise<void> {
		const good = await this.startProxy();
		const written: Written = { ...this.trusting };
		const bench = this.benchOn(secureUrl, { written });
		const change = (to: Written) => () => {
			bench.write(Object.assign(written, to));
		};
		await bench.prove(fault, change(bad), change({ "http.proxy": good.url }));
	}

	/** Call this after each test. */
	async clear(): Promise<void> {
		this.#unpatch?.();
		this.#unpatch = undefined;
		await Promise.all(this.#proxies.splice(0).map((proxy) => proxy.close()));
		this.secure.resetRequests();
	}

	async close(): Promise<void> {
		await this.clear();
		await Promise.all([this.secure.close(), this.plain.close()]);
		this.files.remove();
	}
}
