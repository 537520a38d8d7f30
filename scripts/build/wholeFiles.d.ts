import type { Plugin } from "esbuild";

export function wholeFiles(...entries: readonly string[]): Plugin;
