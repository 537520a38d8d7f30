/** Text with plain spaces: versions of ICU differ in which kind they put before units and "PM". */
export function plainSpaces(text: string): string {
	return text.replace(/[\u00A0\u202F]/g, " ");
}
