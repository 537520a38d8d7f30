import type { DeploymentOption } from "../coder/model.ts";
import { mainBuild, type Release } from "../coder/release.ts";

/** What keeps a later server from starting. */
export type Refusal =
	/** The variable can't be read, whatever it holds: only the flag or YAML work. */
	| { readonly kind: "variable"; readonly id: string }
	/** SSH options that the server doesn't allow. */
	| { readonly kind: "ssh"; readonly id: string; readonly names: readonly string[] };

/** The SSH options that Coder's server refuses since the development build that was read. Compared without case. */
const blockedSsh: ReadonlySet<string> = new Set(
	`host match include proxycommand proxyjump localcommand permitlocalcommand remotecommand knownhostscommand
	pkcs11provider securitykeyprovider smartcarddevice xauthlocation`.split(/\s+/),
);

const brokenVariable = "CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE";

/** What of a deployment's options a release refuses that the one before took. */
export function refusals(
	from: Release,
	to: Release,
	options: readonly DeploymentOption[],
): Refusal[] {
	return options.flatMap((option): Refusal[] => {
		const { id, value, valueSource } = option;
		if (id === brokenVariable && valueSource === "env" && from < 32 && to >= 32)
			return [{ kind: "variable", id }];
		if (id !== "CODER_SSH_CONFIG_OPTIONS" || from >= mainBuild || to < mainBuild) return [];
		const lines = Array.isArray(value) ? value.map(String) : [];
		const names = lines
			.map((line) => line.split("=", 1)[0]?.split(" ", 1)[0] ?? "")
			.filter((name) => blockedSsh.has(name.toLowerCase()));
		return names.length === 0 ? [] : [{ kind: "ssh", id, names }];
	});
}
