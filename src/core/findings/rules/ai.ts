import { t } from "../../base/l10n.ts";
import { isSet } from "../../options/optionFacts.ts";
import { pages } from "../../coder/docs.ts";
import { listOf, textOf } from "../facts.ts";
import { holdsEveryAddress, isHttpElsewhere, listensEverywhere } from "../addresses.ts";
import { mootIf, optionRule, whenOn, type Rule } from "../rule.ts";

/** Returns the IDs of an option that has had two names since v2.34, and only the older one before. */
const gateway = (rest: string) => [`CODER_AI_GATEWAY_${rest}`, `CODER_AIBRIDGE_${rest}`] as const;

const dump = (id: string, ids: readonly string[]) =>
	optionRule(
		id,
		ids,
		(option) =>
			isSet(option) &&
			textOf(option) !== "" && {
				severity: "warning",
				title: t("AI conversations are written to disk"),
				meaning: t(
					"Prompts and responses, including source code, are stored in files on the server. This is meant for debugging.",
				),
				advice: t("When you're done, unset this option and delete the directory."),
			},
	);

/** Chats, and the gateway to AI models. */
export const aiRules: readonly Rule[] = [
	optionRule(
		"chat-hook-http",
		"CODER_CHAT_HOOK_ALLOW_INSECURE",
		whenOn((facts) =>
			mootIf(
				!isHttpElsewhere(facts.text("CODER_CHAT_HOOK_URL")),
				t("It has no effect at the moment because the hook's URL isn't HTTP."),
				{
					also: [facts.option("CODER_CHAT_HOOK_URL")],
					severity: "high",
					title: t("The chat hook can be called over HTTP"),
					meaning: t(
						"An attacker between Coder and the hook can read chats and forge responses that steer agents.",
					),
					advice: t("Give the hook an HTTPS address, and turn this off."),
				},
			),
		),
	),
	optionRule(
		"chat-debug-logging",
		"CODER_CHAT_DEBUG_LOGGING_ENABLED",
		whenOn(() => ({
			severity: "info",
			title: t("Every chat is logged for debugging"),
			meaning: t("This is forced on, whatever users chose for their chats."),
			advice: t("Turn this off when you're done debugging."),
		})),
	),
	dump("ai-gateway-dump", gateway("DUMP_DIR")),
	dump("ai-proxy-dump", gateway("PROXY_DUMP_DIR")),
	optionRule("ai-proxy-without-tls", gateway("PROXY_ENABLED"), (option, facts) => {
		const listen = facts.option(...gateway("PROXY_LISTEN_ADDR"));
		const certificate = facts.option(...gateway("PROXY_TLS_CERT_FILE"));
		return (
			option.value === true &&
			certificate !== undefined &&
			textOf(certificate) === "" &&
			listensEverywhere(textOf(listen)) && {
				also: [listen, certificate],
				severity: "warning",
				title: t("The AI Gateway Proxy is reached without TLS"),
				meaning: t(
					"It listens on all addresses, and clients send it their Coder token unencrypted.",
				),
				advice: t(
					"Give the proxy a TLS certificate and key, or make it listen on an internal address.",
				),
				link: pages.aiProxy,
			}
		);
	}),
	optionRule("ai-proxy-reaches-everything", gateway("PROXY_ALLOWED_PRIVATE_CIDRS"), (option) => {
		const all = listOf(option).filter(holdsEveryAddress);
		return (
			all.length > 0 && {
				value: all.join(", "),
				severity: "warning",
				title: t("The AI Gateway Proxy can reach every internal network"),
				meaning: t(
					"Users can reach machines through it that they shouldn't, such as cloud metadata services.",
				),
				advice: t("Allow only the networks of your AI providers."),
			}
		);
	}),
];
