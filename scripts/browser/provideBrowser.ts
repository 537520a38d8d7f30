import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { HumanError } from "../humanError.ts";
import type { Progress } from "../progress.ts";
import { findBrowser, headlessShell } from "./findBrowser.ts";

const advice =
	"The tests need Chrome, Chromium or Edge: install one of them, or set CHROME_PATH to where it is.";

/**
 * Returns the path of a browser. As root on a Debian-like system, such as a container, installs Debian's headless Chromium
 * and a font unless it's there or CHROME_PATH is set; if that fails, another browser will do.
 */
export function provideBrowser(progress: Progress): string {
	const chosen = process.env["CHROME_PATH"];
	const found = findBrowser();
	if (chosen && found !== chosen) {
		throw new HumanError(`CHROME_PATH is ${chosen}, which isn't an executable program.`);
	}
	if (found !== undefined && (chosen || path.basename(found) === headlessShell)) {
		return found;
	}
	if (!canInstall()) {
		if (found === undefined) throw new HumanError(advice);
		return found;
	}
	progress("Installing Chromium with apt-get");
	try {
		apt(["update"]);
		apt(["install", "-y", "--no-install-recommends", headlessShell, "fonts-dejavu-core"]);
	} catch (error) {
		if (found === undefined) throw error;
		progress(`${found} is used instead, because that failed`);
		// Processes that this one starts don't try again.
		process.env["CHROME_PATH"] = found;
	}
	const installed = findBrowser();
	if (installed === undefined) {
		throw new HumanError(advice);
	}
	return installed;
}

function canInstall(): boolean {
	const release = "/etc/os-release";
	return (
		process.getuid?.() === 0 &&
		existsSync("/usr/bin/apt-get") &&
		existsSync(release) &&
		/^ID(_LIKE)?=.*debian/m.test(readFileSync(release, "utf8"))
	);
}

function apt(args: readonly string[]): void {
	const result = spawnSync("apt-get", ["-q", ...args], {
		encoding: "utf8",
		env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
		maxBuffer: 64 * 1024 * 1024,
	});
	if (result.status !== 0) {
		throw new HumanError(`${advice}\napt-get ${args.join(" ")} failed:\n${result.stderr}`);
	}
}
