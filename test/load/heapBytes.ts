import v8 from "node:v8";
import { runInNewContext } from "node:vm";

/** Returns the bytes of the heap that are in use after garbage collection. */
export function heapBytes(): number {
	v8.setFlagsFromString("--expose-gc");
	const collect = runInNewContext("gc") as () => void;
	collect();
	collect();
	return process.memoryUsage().heapUsed;
}
