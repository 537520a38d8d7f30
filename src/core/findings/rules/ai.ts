import { t } from "../../base/l10n.ts";
import { isSet } from "../../options/optionFacts.ts";
import { pages } from "../../coder/docs.ts";
import { listOf, textOf } from "../facts.ts";
import { holdsEveryAddress, isHttpElsewhere, listensEverywhere } from "../network.ts";
import { mootIf, optionRule, whenOn, type Rule } from "../rule.ts";

/** The options have two names since v2.34, and the older name only before. */
const gateway = (rest: string) => [`CODER_AI_GATEWAY_${rest}`, `CODER_AIBRIDGE_${rest}`] as const;

const dump = (id: string, ids: readonly string[]) =>
	optionRule(
		id,
		ids,
		(option) =>
			isSet(option) &&
			textOf(option) !== "" && {
				severity: "warning",
				title: t("Conversations with AI models are written to disk"),
				meaning: t(
					"What people ask and what models answer lies in files on the server, source code among it. It is meant for debugging.",
				),
				advice: t("Remove the directory when you are done, and delete what it holds."),
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
				t("It has no effect now, because the hook's URL is not http."),
				{
					also: [facts.option("CODER_CHAT_HOOK_URL")],
					severity: "high",
					title: t("The chat hook may be called by http"),
					meaning: t(
						"Who gets between Coder and the hook can read chats, and forge answers that steer agents.",
					),
					advice: t("Give the hook an https address, and switch this off."),
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
			meaning: t("It is forced on, whatever people chose for their chats."),
			advice: t("Switch it off when you are done with debugging."),
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
					"It listens everywhere, and clients send it their Coder token in the clear on the way to the proxy.",
				),
				advice: t(
					"Give the proxy a TLS certificate and key, or let it listen on an internal address.",
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
				title: t("The AI Gateway Proxy may reach every internal network"),
				meaning: t(
					"People can reach machines through it that they should not, metadata services of clouds among them.",
				),
				advice: t("Name only the networks that your AI providers are in."),
			}
		);
	}),
];
