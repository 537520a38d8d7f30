/** One DER element: a tag, the length of its content and the content. */
export function der(tag: number, ...content: readonly Buffer[]): Buffer {
	const body = Buffer.concat(content);
	return Buffer.concat([Buffer.from([tag]), derLength(body.length), body]);
}

/** A sequence of elements. */
export function sequence(...content: readonly Buffer[]): Buffer {
	return der(0x30, ...content);
}

/** A non-negative integer of one byte. */
export function smallInteger(value: number): Buffer {
	return der(0x02, Buffer.from([value]));
}

/** A bit string without unused bits. */
export function bitString(content: Buffer): Buffer {
	return der(0x03, Buffer.from([0]), content);
}

/** An object identifier given in dotted form, such as "2.5.4.3". */
export function objectId(dotted: string): Buffer {
	const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
	return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** A time before 2050, in milliseconds since the epoch. */
export function utcTime(ms: number): Buffer {
	const digits = new Date(ms).toISOString().replace(/\.\d+/, "").replace(/[-:T]/g, "");
	return der(0x17, Buffer.from(digits.slice(2), "latin1"));
}

function derLength(length: number): Buffer {
	if (length < 0x80) {
		return Buffer.from([length]);
	}
	const bytes: number[] = [];
	for (let rest = length; rest > 0; rest >>>= 8) {
		bytes.unshift(rest & 0xff);
	}
	return Buffer.from([0x80 | bytes.length, ...bytes]);
}

function base128(value: number): number[] {
	const bytes = [value & 0x7f];
	for (let rest = value >>> 7; rest > 0; rest >>>= 7) {
		bytes.unshift((rest & 0x7f) | 0x80);
	}
	return bytes;
}
