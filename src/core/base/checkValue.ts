import { ExcessError, type Bounds } from "./bounds.ts";

/**
 * Checks a parsed value, from any parser, against limits. A value that is referenced more than once, as by YAML
 * aliases, counts each time.
 *
 * @throws {ExcessError} when a limit is exceeded
 */
export function checkValue(value: unknown, bounds: Bounds): void {
	const largest = 10n ** BigInt(bounds.digits);
	let values = 0;
	let size = 0;
	const checkText = (text: string): void => {
		if (text.length > bounds.characters) throw new ExcessError("characters", bounds);
		size += text.length;
		if (size > bounds.size) throw new ExcessError("size", bounds);
	};
	let level: unknown[] = [value];
	for (let depth = 0; level.length > 0; depth++) {
		const below: unknown[] = [];
		for (const one of level) {
			if (typeof one === "string") checkText(one);
			else if (typeof one === "bigint" && (one >= largest || one <= -largest))
				throw new ExcessError("digits", bounds);
			if (typeof one !== "object" || one === null) continue;
			if (depth >= bounds.depth) throw new ExcessError("depth", bounds);
			const parts = Array.isArray(one) ? (one as readonly unknown[]) : Object.entries(one);
			if (parts.length > bounds.entries) throw new ExcessError("entries", bounds);
			values += parts.length;
			if (values > bounds.values) throw new ExcessError("values", bounds);
			if (Array.isArray(one)) for (const part of one as readonly unknown[]) below.push(part);
			else {
				for (const [key, part] of parts as readonly [string, unknown][]) {
					checkText(key);
					below.push(part);
				}
			}
		}
		level = below;
	}
}
