import type { Form } from "../forms.ts";
import { readDocker } from "./docker.ts";
import { readEnv } from "./env.ts";
import { readHcl, readJson, readNix, readToml } from "./keyed.ts";
import type { Reader } from "./marks.ts";
import { readShell } from "./shell.ts";
import { readSystemd } from "./systemd.ts";
import { readYaml } from "./yaml.ts";

/** The reader of each form. */
export const readers: Readonly<Record<Form, Reader>> = {
	env: readEnv,
	yaml: readYaml,
	docker: readDocker,
	shell: readShell,
	systemd: readSystemd,
	terraform: readHcl,
	toml: readToml,
	nix: readNix,
	json: readJson,
};
