/** Commands for the deployment that are buttons of the configuration page, in order. */
export const pageCommands = ["compare", "export", "openYaml", "openJson"] as const;

export type PageCommand = (typeof pageCommands)[number];
