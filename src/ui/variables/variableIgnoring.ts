import { userSetting, writeUserSetting } from "../app/userSettings.ts";

const setting = "coderDeployment.variables.ignored";

/** Adds a name to the user's setting `coderDeployment.variables.ignored`, which removes its hints. */
export async function ignoreVariable(name: string): Promise<void> {
	const written = userSetting(setting);
	const names: unknown[] = Array.isArray(written) ? written : [];
	if (!names.includes(name)) await writeUserSetting(setting, [...names, name]);
}
