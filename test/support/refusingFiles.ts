import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

type Name = "open" | "rename" | "rm" | "link" | "readFile";
type AnyFunction = (...args: unknown[]) => Promise<unknown>;

const originals = {
	open: fs.open,
	rename: fs.rename,
	rm: fs.rm,
	link: fs.link,
	readFile: fs.readFile,
};
const replaceable = fs as unknown as Record<Name, AnyFunction>;

/** Creates an operating system's error. */
export function refusal(code: string, call: string): NodeJS.ErrnoException {
	return Object.assign(new Error(`${code}: refused, ${call}`), { code, syscall: call });
}

/** Replaces functions of `node:fs/promises`, even for modules that imported them by name. */
export function replaceFiles(replacements: Partial<Record<Name, AnyFunction>>): void {
	Object.assign(replaceable, replacements);
	syncBuiltinESMExports();
}

/** Restores all replaced functions. */
export function restoreFiles(): void {
	Object.assign(fs, originals);
	syncBuiltinESMExports();
}

/** Makes calls fail with a code; `when` selects them by their arguments and by the number of earlier calls. */
export function refuse(
	name: Name,
	code: string,
	when: (args: readonly unknown[], before: number) => boolean,
): { readonly count: () => number } {
	let before = 0;
	let refused = 0;
	const original = originals[name] as unknown as AnyFunction;
	replaceFiles({
		[name]: async (...args: unknown[]) => {
			if (!when(args, before++)) return original(...args);
			refused += 1;
			throw refusal(code, name);
		},
	});
	return { count: () => refused };
}

/** Makes files that are open in this process impossible to replace or delete, as on Windows. */
export function likeWindows(): void {
	const open = new Map<string, number>();
	const isOpen = (file: unknown): boolean => (open.get(String(file)) ?? 0) > 0;
	replaceFiles({
		open: async (...args: unknown[]) => {
			const handle = await (originals.open as unknown as AnyFunction)(...args);
			const file = String(args[0]);
			open.set(file, (open.get(file) ?? 0) + 1);
			const { close } = handle as { close: () => Promise<void> };
			(handle as { close: () => Promise<void> }).close = async () => {
				open.set(file, (open.get(file) ?? 1) - 1);
				await close.call(handle);
			};
			return handle;
		},
		rename: async (...args: unknown[]) => {
			if (args.some(isOpen)) throw refusal("EPERM", "rename");
			return (originals.rename as unknown as AnyFunction)(...args);
		},
		rm: async (...args: unknown[]) => {
			if (isOpen(args[0])) throw refusal("EBUSY", "rm");
			return (originals.rm as unknown as AnyFunction)(...args);
		},
	});
}
