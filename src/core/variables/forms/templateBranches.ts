/** Template tags after which another branch begins, or none: of Jinja, Go, and Terraform. */
const ends = /(?:\{\{|\{%|%\{)[-~]?\s{0,10}(?:else|elif|end)/g;

/**
 * Returns a function that counts the branches of templates that end before an offset. Names in different branches don't
 * apply at the same time. Must be called with increasing offsets.
 */
export function templateBranches(text: string): (offset: number) => number {
	const found = text.matchAll(ends);
	let next = found.next();
	let count = 0;
	return (offset) => {
		for (; next.done !== true && next.value.index < offset; next = found.next()) count++;
		return count;
	};
}
