/**
 * Returns the README for a package without a repository: without pictures, which aren't in the package, and with plain
 * text instead of links to files that aren't in it. Web addresses and anchors are kept.
 */
export function selfContained(readme: string): string {
	return readme
		.replaceAll(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n+/gm, "")
		.replaceAll(/\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, "$1");
}
