/** Replaces special spaces with plain ones: versions of ICU differ in the spaces before units and "PM". */
export function plainSpaces(text: string): string {
	return text.replace(/[\u00A0\u202F]/g, " ");
}
