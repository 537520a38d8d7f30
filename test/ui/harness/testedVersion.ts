import { hostVersions, isHostVersion, type HostVersion } from "../../../scripts/host/versions.ts";

/** Returns the VS Code version of this run: TEST_VSCODE_VERSION, which scripts/test.ts sets. */
export function testedVersion(): HostVersion {
	const version = process.env["TEST_VSCODE_VERSION"] ?? hostVersions.at(-1);
	if (!isHostVersion(version)) {
		throw new Error(`TEST_VSCODE_VERSION must be one of ${hostVersions.join(", ")}`);
	}
	return version;
}
