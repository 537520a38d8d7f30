/** The part of VS Code's API that finds what is in front. */
export const window: { activeTextEditor: { document: { uri: object } } | undefined } = {
	activeTextEditor: undefined,
};
