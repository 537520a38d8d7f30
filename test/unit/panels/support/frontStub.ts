/** As much of VS Code as finding what is in front needs. */
export const window: { activeTextEditor: { document: { uri: object } } | undefined } = {
	activeTextEditor: undefined,
};
