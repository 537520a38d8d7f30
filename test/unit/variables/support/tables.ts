import { schemas } from "../../../../src/core/coder/schemas.ts";
import { fixtureJson } from "../../../support/fixtures.ts";

const read = (folder: string) =>
	schemas.deploymentConfig.parse(fixtureJson(`${folder}/deployment-config-defaults.json`)).options;

/** The versions that the bundled table was made from. */
export const older = () => ({ version: "v2.15.0", options: read("v2.15.0") });
export const newer = () => ({ version: "v2.35.1", options: read("main") });
