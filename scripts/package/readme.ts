/**
 * The README for a package of which nobody knows where its repository is: without the pictures, which are not in the
 * package, and with the words of links to files that are not in it either. Web addresses and places in the text stay.
 */
export function selfContained(readme: string): string {
	return readme
		.replaceAll(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n+/gm, "")
		.replaceAll(/\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, "$1");
}
