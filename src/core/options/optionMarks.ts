import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isDeprecatedGroup } from "./groupOrder.ts";

/** A property of an option itself that surfaces mark. */
interface Mark {
	/** Returns the label for badges, buttons, and hovers. */
	readonly word: () => string;
	/** Describes what the panel's filter of this name finds. */
	readonly finds: () => string;
	readonly has: (option: DeploymentOption) => boolean;
}

/** All marks, in the order in which they are shown. A mark is also a filter of the panel, such as `@deprecated`. */
const optionMarks = {
	deprecated: {
		word: () => t("Deprecated"),
		finds: () => t("Options that Coder has deprecated"),
		has: isDeprecated,
	},
	dangerous: {
		word: () => t("Dangerous"),
		finds: () => t("Options that Coder marks as dangerous"),
		has: isDangerous,
	},
	secret: {
		word: () => t("Secret"),
		finds: () => t("Options that contain a secret"),
		has: ({ secret }) => secret,
	},
	enterprise: {
		word: () => t("Enterprise"),
		finds: () => t("Options that require a license"),
		has: ({ enterprise }) => enterprise,
	},
	proxies: {
		word: () => t("Workspace Proxies"),
		finds: () => t("Options that also apply to workspace proxies"),
		has: ({ workspaceProxies }) => workspaceProxies,
	},
	hidden: {
		word: () => t("Hidden"),
		finds: () => t("Options that Coder's own help hides"),
		has: ({ hidden }) => hidden,
	},
} as const satisfies Readonly<Record<string, Mark>>;

/** The name of a mark. */
export type OptionMark = keyof typeof optionMarks;

/** The names of all marks, in order. */
export const markNames = Object.keys(optionMarks) as readonly OptionMark[];

/** Returns the marks of an option, in order. */
export function marksOf(option: DeploymentOption): OptionMark[] {
	return markNames.filter((name) => optionMarks[name].has(option));
}

/** Returns the label of a mark. */
export function markWord(name: OptionMark): string {
	return optionMarks[name].word();
}

/** Describes what the filter for a mark finds. */
export function markFinds(name: OptionMark): string {
	return optionMarks[name].finds();
}

/** Returns true if Coder recommends something else: by naming a replacement, in the description, or in a group's name. */
export function isDeprecated(option: DeploymentOption): boolean {
	return (
		option.useInstead.length > 0 ||
		/^\s*deprecated\b/i.test(option.description) ||
		option.groups.some(({ name }) => isDeprecatedGroup(name))
	);
}

/** Returns true if Coder calls the option dangerous, by its group or its variable. */
export function isDangerous(option: DeploymentOption): boolean {
	return (
		/(^|_)DANGEROUS(_|$)/.test(option.env ?? "") ||
		option.groups.some(({ name }) => /\bdangerous\b/i.test(name))
	);
}
