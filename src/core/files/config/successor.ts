import type { DeploymentOption } from "../../coder/model.ts";
import { aliasOf, needsBothNames } from "../../options/aliases.ts";

/** What replaces a deprecated key. */
export interface Successor {
	readonly path: string;
	/** The server stores both in one place: the value may move there as it is. */
	readonly isAlias: boolean;
}

/** The key to use instead of a deprecated option's, where the server has one. */
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
