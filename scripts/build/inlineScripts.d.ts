import type { Plugin } from "esbuild";

export function inlineScripts(name: string): Plugin;
