import type { Plugin } from "esbuild";

export const leaveOut: Plugin;
