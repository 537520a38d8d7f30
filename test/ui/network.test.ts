import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeSettings } from "../../scripts/host/settings.ts";
import { startTestProxy, type TestProxy } from "../proxy/testProxy.ts";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { makeCertificate, type SampleCertificate } from "../sample-deployment/tls/certificate.ts";
import { TestFiles } from "../integration/http/support/files.ts";
import { openWorkbench, type WorkbenchOptions } from "./harness/openWorkbench.ts";
import { testedVersion } from "./harness/testedVersion.ts";
import type { Workbench } from "./harness/workbench.ts";
import { quickPickRow, showOverview, signIn, startSignIn, statusItem } from "./session.ts";

const secureUrl = "https://coder.larkspur.example";
const credentials = "Basic bWlyYTpodXNoLWh1c2g=";

describe("the network", () => {
	const files = new TestFiles();
	let authority: SampleCertificate;
	let sample: SampleDeployment;
	let proxy: TestProxy;
	let window: Workbench;
	let caFile: string;

	/** Opens a window instead of the previous one, which stays open for a screenshot if a test fails. */
	const open = async (options?: WorkbenchOptions): Promise<void> => {
		await openWindow?.close();
		openWindow = await openWorkbench(options);
		window = openWindow;
	};
	let openWindow: Workbench | undefined;

	/** Returns what the extension logged, in every extension host that the window had. */
	const ownLog = async (): Promise<string> => {
		const logs = await window.logs();
		return logs
			.filter(({ place }) => place.endsWith("Coder Deployment.log"))
			.map(({ text }) => text)
			.join("");
	};

	/** Selects a file of the test's folder in VS Code's own file dialog. */
	const pick = async (name: string): Promise<void> => {
		await window.quickInput.waitForTitle(/^CA File for /);
		// The dialog fills its box first and its list later.
		await quickPickRow(window, "..").waitFor();
		await window.quickInput.type(`${files.dir}/`);
		await quickPickRow(window, name).click();
	};

	before(async () => {
		authority = await makeCertificate({ name: "Larkspur Root", authority: true });
		caFile = files.write("ca.pem", authority.cert);
		const hosts = ["coder.larkspur.example", "127.0.0.1"];
		const { key, cert } = await makeCertificate({ name: "coder", hosts, issuer: authority });
		sample = await startSampleDeployment({ tls: { key, cert } });
		const places = { "coder.larkspur.example:443": sample.port };
		proxy = await startTestProxy({ places, authorization: credentials });
	});
	after(async () => {
		await openWindow?.close();
		await Promise.all([sample.close(), proxy.close()]);
		files.remove();
	});

	it("is reached through a proxy with a password, from the official extension's settings", async () => {
		// A repository's settings must have no effect: they could run commands and turn off verification.
		const folder = path.join(files.dir, "repository");
		mkdirSync(path.join(folder, ".vscode"), { recursive: true });
		const ran = path.join(files.dir, "ran");
		const hostile = {
			headerCommand: `touch '${ran}'; echo X=1`,
			tlsAltHost: "b.example",
			tlsCaFile: path.join(files.dir, "theirs.pem"),
			tlsCertFile: path.join(files.dir, "theirs.pem"),
			headers: { "X-Theirs": "1", "coder.larkspur.example": { "X-Theirs": "1" } },
			requestTimeout: 1,
			proxyBypass: "*",
			defaultUrl: "https://theirs.larkspur.example",
		};
		const vscodeSettings = {
			"http.proxy": "http://127.0.0.1:9",
			"http.noProxy": ["*"],
			"http.proxyAuthorization": "Basic dGhlaXJz",
			"http.proxyStrictSSL": false,
			"http.proxySupport": "off",
		};
		writeFileSync(
			path.join(folder, ".vscode", "settings.json"),
			JSON.stringify({
				...vscodeSettings,
				...Object.fromEntries(
					Object.entries({ ...hostile, insecure: true }).flatMap(([name, value]) => [
						[`coder.${name}`, value],
						[`coderDeployment.${name}`, value],
					]),
				),
			}),
		);
		await open({
			folder,
			settings: {
				"http.proxy": proxy.url,
				"http.proxyAuthorization": credentials,
				"coder.tlsCaFile": caFile,
			},
		});
		await startSignIn(window);
		assert.equal(await window.quickInput.value(), "");
		await window.quickInput.cancel();
		await signIn(window, secureUrl, sample.tokens.owner);
		assert.ok(proxy.requests.every(({ method }) => method === "CONNECT"));
		assert.ok(!JSON.stringify(sample.requests()).includes("X-Theirs"));
		assert.equal(existsSync(ran), false);
		const log = await ownLog();
		assert.ok(log.includes(`Network: CA file: ${caFile} (from coder.tlsCaFile)`));
		assert.match(log, /Network: http\.proxySupport override; http\.proxy set; http\.proxyAuth/);
		assert.doesNotMatch(
			log,
			/header command|not verified|alternative|extra headers|time-out|without a proxy/,
		);
		for (const { place, text } of await window.logs()) {
			assert.ok(!text.includes("bWlyYTpodXNoLWh1c2g="), `the proxy's password is in ${place}`);
		}
	});

	it("is reached with the proxy and the certificate authorities from the environment", async () => {
		const environmental = await startTestProxy({
			places: { "coder.larkspur.example:443": sample.port },
		});
		// VS Code 1.100's Node forgets NODE_EXTRA_CA_CERTS as soon as VS Code adds the system's authorities; newer
		// versions read the system's from where OpenSSL's variable points.
		const old = testedVersion().startsWith("1.100.");
		await open({
			env: {
				HTTPS_PROXY: environmental.url,
				[old ? "NODE_EXTRA_CA_CERTS" : "SSL_CERT_FILE"]: caFile,
			},
			settings: old ? { "http.systemCertificates": false } : {},
		});
		await signIn(window, secureUrl, sample.tokens.owner);
		assert.ok(environmental.requests.length > 0);
		await environmental.close();
	});

	it("offers to choose a CA file with what the server shows", async () => {
		const unverified = { "coderDeployment.insecure": ["127.0.0.1"] };
		await open({ settings: unverified });
		await signIn(window, sample.url, sample.tokens.owner);
		const warned = await showOverview(window);
		await warned.waitForRow("Certificate not verified");
		await statusItem(window).waitForText("not verified");
		assert.equal(await statusItem(window).kind(), "warning");
		await window.screenshot("not-verified");
		await writeSettings(window.server.dataDir, {});
		await window.reload();
		const tree = await showOverview(window);
		await tree.waitForRow("Build");

		await window.command("Coder Deployment: Choose CA File");
		const { message, detail } = await window.dialog.read();
		assert.match(message, /was issued by CN=Larkspur Root, which isn't trusted on this machine\./);
		assert.match(detail, /Certificate of CN=coder, issued by CN=Larkspur Root, valid from .* to /);
		assert.match(detail, /SHA-256 fingerprint ([0-9A-F]{2}:){31}/);
		await window.screenshot("choose-ca-file");
		await window.dialog.press("Choose CA File");
		const wrong = await makeCertificate({ name: "Other Root", authority: true });
		files.write("other.pem", wrong.cert);
		await pick("other.pem");
		await window.notifications.waitFor(
			`127.0.0.1:${sample.port} can't be verified with the certificates`,
		);
		await window.notifications.press("can't be verified with", "Choose Another File");
		await pick("ca.pem");
		await window.notifications.waitFor("is now used as the CA file.");
		await (await showOverview(window)).waitForRow("Build");
		assert.match(await ownLog(), /CA file: .*ca\.pem \(from coderDeployment\.tlsCaFile\)/);
	});

	it("reports what is wrong with a certificate during sign-in, and offers to choose a CA file there", async () => {
		await open();
		await startSignIn(window);
		await window.quickInput.type(sample.url);
		await window.quickInput.accept();
		assert.match(
			await window.quickInput.validationError(),
			/was issued by CN=Larkspur Root, which isn't trusted on this machine\./,
		);
		await window.quickInput.pressButton("Choose CA File");
		await window.dialog.press("Choose CA File");
		await pick("ca.pem");
		await window.notifications.waitFor("is now used as the CA file.");
		await window.quickInput.waitForTitle("Sign In to a Coder Deployment");
		assert.equal(await window.quickInput.value(), sample.url);
		await window.quickInput.accept();
		await window.quickInput.waitForTitle(/^Sign In to 127\.0\.0\.1/);
		await window.quickInput.cancel();
	});
});
