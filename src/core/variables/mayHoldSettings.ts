/**
 * Whether a text may set options of Coder's server: through `CODER_…` variables, or through flags of `coder server`.
 * Other texts cost only this search.
 */
export function mayHoldSettings(text: string): boolean {
	return text.includes("CODER_") || mayHoldFlags(text);
}

/** Whether a text may contain a command line of `coder server` with flags. */
export function mayHoldFlags(text: string): boolean {
	if (!text.includes("coder") || !/[\s"'[,=]-{1,2}[a-z]/.test(text)) return false;
	return text.includes("server") || text.includes("coder/coder");
}

/** The beginning of a flag at the end of a text, at the start of a word. */
export const typedFlag = /(?<![^\s"'[,])--?[a-z\d-]*$/i;
