import type { DeploymentOption } from "../../coder/model.ts";
import { aliasOf, needsBothNames } from "../../options/aliases.ts";

/** The replacement for a deprecated key. */
export interface Successor {
	readonly path: string;
	/** Whether the server stores both as one value, so that the value can be moved as it is. */
	readonly isAlias: boolean;
}

/** Returns the key that replaces a deprecated option's, if the server has one. */
export function successorOf(
	option: DeploymentOption,
	byPath: ReadonlyMap<string, DeploymentOption>,
): Successor | undefined {
	const alias = needsBothNames(option) ? undefined : aliasOf(option);
	const wanted = alias ?? option.useInstead[0]?.id;
	for (const [path, { id }] of byPath) {
		if (id === wanted && id !== option.id) return { path, isAlias: id === alias };
	}
	return undefined;
}
