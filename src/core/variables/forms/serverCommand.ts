import type { Literal } from "./written.ts";

/**
 * What a command line begins with: its first word is a command, an argument of Coder's image (whose entry point is
 * `coder server`), or an argument of `coder`.
 */
export type Beginning = "command" | "image" | "coder";

/** Programs that run images. */
const runners: ReadonlySet<string> = new Set(["docker", "podman", "nerdctl"]);

/** The commands below `coder server`, which have flags of their own. From Coder's `cli` folders, v2.35. */
const subcommands: ReadonlySet<string | undefined> = new Set([
	"create-admin-user",
	"dbcrypt",
	"postgres-builtin-serve",
	"postgres-builtin-url",
]);

/** An image of Coder's, with its tag or digest. */
const image = /(?:^|\/)coder\/coder(?:-preview)?(?::[\w.${}:-]*)?(?:@[\w:]+)?$/;

export function isCoderImage(name: string): boolean {
	return image.test(name.slice(-300));
}

/** Returns the index of the server's first argument; undefined for other command lines, and for subcommands. */
export function firstArgument(words: readonly Literal[], beginning: Beginning): number | undefined {
	const start = serverArgument(words, beginning);
	return start === undefined || subcommands.has(words[start]?.text) ? undefined : start;
}

function serverArgument(words: readonly Literal[], beginning: Beginning): number | undefined {
	const name = (index: number): string => {
		const path = words[index]?.text ?? "";
		return path.slice(path.lastIndexOf("/") + 1);
	};
	const isServer = (index: number): boolean => words[index]?.text === "server";
	if (beginning === "coder") return isServer(0) ? 1 : undefined;
	if (beginning === "image" && (words[0]?.text ?? "-").startsWith("-")) return 0;
	if (beginning === "image" && isServer(0)) return 1;
	let isDocker = false;
	let isRun = false;
	for (let index = 0; index < words.length; index++) {
		if (name(index) === "coder" && isServer(index + 1)) return index + 2;
		const before = words[index]?.text ?? "";
		if (isRun && isCoderImage(before)) {
			const rest = serverArgument(words.slice(index + 1), "image");
			return rest === undefined ? undefined : index + 1 + rest;
		}
		isRun ||= isDocker && (before === "run" || before === "create");
		isDocker ||= runners.has(name(index));
	}
	return undefined;
}
