import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder of files for one suite, which is deleted at the end. */
export class TestFiles {
	readonly dir = mkdtempSync(path.join(tmpdir(), "coder-network-"));

	/** Writes a file. @returns its path */
	write(name: string, content: string | Buffer): string {
		const file = path.join(this.dir, name);
		writeFileSync(file, content, { mode: 0o600 });
		return file;
	}

	remove(): void {
		rmSync(this.dir, { recursive: true, force: true });
	}
}
