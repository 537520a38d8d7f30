import { t } from "../../base/l10n.ts";
import { pages } from "../../coder/docs.ts";
import { listOf } from "../facts.ts";
import { holdsEveryAddress } from "../addresses.ts";
import { optionRule, type Rule } from "../rule.ts";

const origins = "CODER_PROXY_TRUSTED_ORIGINS";

/** Names of OpenSSH options that run programs or lead elsewhere; newer servers refuse to start with them. */
const risky =
	/^(host|match|include|proxycommand|proxyjump|localcommand|permitlocalcommand|remotecommand|knownhostscommand|pkcs11provider|securitykeyprovider|smartcarddevice|xauthlocation)$/i;

/** Splits an SSH option into its name and value: `name=value` and `name value` are both accepted. */
function sshOption(text: string): readonly [name?: string, value?: string] {
	const line = text.trimStart();
	const end = line.search(/[\s=]/);
	if (end < 1) return [];
	const rest = line.slice(end).trim();
	return [line.slice(0, end), (rest.startsWith("=") ? rest.slice(1) : rest).trimStart()];
}

/** Proxies before the server, policies for browsers, and ways to workspaces. */
export const networkingRules: readonly Rule[] = [
	optionRule("proxy-trusts-everybody", origins, (option, facts) => {
		const all = listOf(option).filter(holdsEveryAddress);
		return (
			all.length > 0 && {
				also: [facts.option("CODER_PROXY_TRUSTED_HEADERS")],
				value: all.join(", "),
				severity: "warning",
				title: t("Every address is trusted as a proxy"),
				meaning: t(
					"Any client can claim a different IP address in a header, and thereby bypass rate limits and falsify audit logs.",
				),
				advice: t("List only the networks of your own proxies."),
			}
		);
	}),
	optionRule(
		"proxy-headers-ignored",
		"CODER_PROXY_TRUSTED_HEADERS",
		(option, facts) =>
			listOf(option).length > 0 &&
			facts.option(origins) !== undefined &&
			facts.list(origins).length === 0 && {
				also: [facts.option(origins)],
				severity: "warning",
				title: t("Proxy headers are trusted, but no proxy is"),
				meaning: t(
					"Headers are accepted only from trusted origins, and there are none. Logs and rate limits see the proxy's address instead of users' addresses.",
				),
				advice: t("List the networks of your proxies as trusted origins."),
			},
	),
	optionRule("csp-weakened", "CODER_ADDITIONAL_CSP_POLICY", (option) => {
		const policies = listOf(option);
		const weak = policies.some((policy) =>
			/'unsafe-(inline|eval)'|(^|\s)(\*|https?:|data:)(?=\s|$)/.test(policy),
		);
		return (
			policies.length > 0 && {
				severity: weak ? "warning" : "info",
				title: weak
					? t("The Content Security Policy is weakened")
					: t("The Content Security Policy has additions"),
				meaning: weak
					? t("Scripts or content from almost anywhere are allowed, so injected scripts can run.")
					: t("Each added source can run scripts or show content in the dashboard."),
				advice: weak
					? t("List exact sources instead.")
					: t("Check regularly that each source is still needed and still yours."),
			}
		);
	}),
	optionRule(
		"stun-off",
		"CODER_DERP_SERVER_STUN_ADDRESSES",
		(option, facts) =>
			listOf(option).includes("disable") &&
			facts.isOff("CODER_BLOCK_DIRECT") && {
				also: [facts.option("CODER_BLOCK_DIRECT")],
				severity: "info",
				title: t("Direct connections are allowed, but STUN is off"),
				meaning: t(
					"Without STUN, users and workspaces behind NAT rarely connect directly and use relays instead.",
				),
				advice: t("Set a STUN server, or block direct connections if you prefer relays."),
				link: pages.stun,
			},
	),
	optionRule("ssh-options-run-programs", "CODER_SSH_CONFIG_OPTIONS", (option) => {
		const names = listOf(option)
			.map((text) => sshOption(text)[0] ?? text)
			.filter((name) => risky.test(name));
		return (
			names.length > 0 && {
				value: names.join(", "),
				severity: "warning",
				title: t("SSH options run programs or redirect connections"),
				meaning: t(
					"They're written to the SSH configuration of every Coder user. Newer servers refuse to start with them.",
				),
				advice: t("Remove them before you upgrade."),
			}
		);
	}),
	optionRule("ssh-agent-forwarded", "CODER_SSH_CONFIG_OPTIONS", (option) => {
		const forwarding = listOf(option).filter((text) => {
			const [name = "", value = ""] = sshOption(text);
			return /^forwardagent$/i.test(name) && !/^no$/i.test(value);
		});
		return (
			forwarding.length > 0 && {
				value: forwarding.join(", "),
				severity: "info",
				title: t("SSH agents are forwarded to workspaces"),
				meaning: t(
					"Anyone who owns a workspace, or can become root in it, can use the SSH keys of everyone connected to it.",
				),
				advice: t(
					"Let users forward their agents themselves, or use Coder's external authentication.",
				),
			}
		);
	}),
];
