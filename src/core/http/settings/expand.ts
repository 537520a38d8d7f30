import path from "node:path";
import { homeFolder } from "../../base/homeFolder.ts";
import { t } from "../../base/l10n.ts";
import type { Chosen } from "./networkSettings.ts";
import { SettingProblem } from "./settingProblem.ts";

/** The values that a setting can refer to. */
export interface Surroundings {
	/** The user's home folder; `undefined` if the machine has none. */
	readonly home: string | undefined;
	readonly env: NodeJS.ProcessEnv;
	readonly platform: NodeJS.Platform;
}

/** Returns the surroundings of this process. */
export function ownSurroundings(): Surroundings {
	return { home: homeFolder(), env: process.env, platform: process.platform };
}

/**
 * Replaces `${env:NAME}` with the variable and `${userHome}` with the home folder.
 *
 * @throws {SettingProblem} if the variable isn't set, because an incomplete path would be another file
 */
export function expandVariables(
	{ value, from }: Chosen<string>,
	{ env, home }: Surroundings = ownSurroundings(),
): string {
	return value.replace(/\$\{(?:env:([^{}]*)|userHome)\}/g, (_whole, name: string | undefined) => {
		if (name === undefined) return home ?? noHome(from);
		const found = env[name];
		if (found === undefined) {
			throw new SettingProblem(
				from,
				t("The setting {0} uses the environment variable {1}, which isn't set.", from, name),
			);
		}
		return found;
	});
}

/**
 * Expands a path: variables, and `~` at its start.
 *
 * @throws {SettingProblem} if a variable isn't set or the path isn't absolute
 */
export function expandPath(
	chosen: Chosen<string>,
	surroundings: Surroundings = ownSurroundings(),
): string {
	const expanded = expandVariables(chosen, surroundings).replace(
		/^~(?=$|[\\/])/,
		() => surroundings.home ?? noHome(chosen.from),
	);
	const rules = surroundings.platform === "win32" ? path.win32 : path.posix;
	if (rules.isAbsolute(expanded)) return expanded;
	throw new SettingProblem(
		chosen.from,
		t("The setting {0} must be an absolute path or begin with ~, not {1}.", chosen.from, expanded),
	);
}

function noHome(from: string): never {
	throw new SettingProblem(
		from,
		t("The setting {0} uses the home folder, but this machine doesn't have one.", from),
	);
}
