import assert from "node:assert/strict";
import { filePatterns, formOf, languages, type Form } from "../../../src/core/variables/forms.ts";
import { longestText, mostNames, scan } from "../../../src/core/variables/scan.ts";

/** Returns names with their roles, without `CODER_`. */
const roles = (text: string, form: Form): string[] =>
	scan(text, form)
		.filter(({ name }) => name.startsWith("CODER_"))
		.map(({ name, role }) => `${name.slice("CODER_".length)} ${role}`);

describe("names in files", () => {
	it("are settings, references, and comments in env files", () => {
		const text = [
			"# CODER_A=1",
			"CODER_B=https://coder.example.com # CODER_C=1",
			"export CODER_D='#not' ",
			"  CODER_E = spaced",
			"URL=${CODER_F:-x}/$CODER_G",
			"CODER_H: properties",
			"MY_CODER_I=1",
			"coder_j=1",
			"; CODER_K=1",
			"! CODER_L=1",
			"NOTE='# no comment' OTHER=CODER_M",
		].join("\r\n");
		assert.deepEqual(roles(text, "env"), [
			"A comment",
			"B setting",
			"C comment",
			"D setting",
			"E setting",
			"F reference",
			"G reference",
			"H setting",
			"K comment",
			"L comment",
			"M reference",
		]);
	});

	it("are settings in Helm values, in Compose, and in texts inside YAML", () => {
		const text = `
coder:
  env:
    - name: CODER_A
      value: "https://coder.example.com"
    # - name: CODER_B
    - name: "CODER_C" # CODER_D
      valueFrom: { secretKeyRef: { name: coder, key: CODER_E } }
    - { name: CODER_F, value: "x" }
services:
  coder:
    image: \${CODER_G:-ghcr.io/coder/coder}
    command: echo $CODER_H
    environment:
      CODER_I: "1"
      'CODER_J': 1
      OTHER: CODER_K
  compose:
    environment:
      - CODER_L=1
      - "CODER_M=1"
      - CODER_N
      - docker run -e CODER_O=1
data:
  coder.env: |
    CODER_P=1
  flow: {CODER_Q: 1, "CODER_R": 2}
  url: CODER_S://x
`;
		assert.deepEqual(roles(text, "yaml"), [
			"A setting",
			"B comment",
			"C setting",
			"D comment",
			"E reference",
			"F setting",
			"G reference",
			"H reference",
			"I setting",
			"J setting",
			"K reference",
			"L setting",
			"M setting",
			"N setting",
			"O setting",
			"P setting",
			"Q setting",
			"R setting",
			"S reference",
		]);
	});

	it("are settings in ENV, and the build's own in ARG", () => {
		const text = `
FROM ghcr.io/coder/coder:\${CODER_A}
ARG CODER_B
ARG CODER_C=1
ENV CODER_D=1 CODER_E="2" \\
    CODER_F=3
env CODER_G some value
# ENV CODER_H=1
RUN export CODER_I=1 && echo $CODER_J # CODER_K
`;
		assert.deepEqual(roles(text, "docker"), [
			"A reference",
			"B local",
			"C local",
			"D setting",
			"E setting",
			"F setting",
			"G setting",
			"H comment",
			"I setting",
			"J reference",
			"K reference",
		]);
	});

	it("are settings in scripts that export them, and the script's own otherwise", () => {
		const text = `#!/bin/sh
CODER_A=1
export CODER_B=1 CODER_C="2"
export CODER_D
CODER_E=1 coder server
CODER_F="a b" coder server
docker run -e CODER_G=1 --env "CODER_H=2" --env=CODER_I=3 image
env CODER_J=1 coder
if [ "$CODER_K" = "\${CODER_L}" ]; then CODER_M+=x; fi
[[ CODER_N == x ]]
echo "CODER_O is unset" # CODER_P=1
declare -gx CODER_Q=1
local CODER_R=1
CODER_S=1 # a comment
CODER_T=1; echo
`;
		assert.deepEqual(roles(text, "shell"), [
			"A local",
			"B setting",
			"C setting",
			"D setting",
			"E setting",
			"F setting",
			"G setting",
			"H setting",
			"I setting",
			"J setting",
			"K reference",
			"L reference",
			"M local",
			"N reference",
			"O reference",
			"P comment",
			"Q setting",
			"R local",
			"S local",
			"T local",
		]);
	});

	it("are settings in systemd units", () => {
		const text = `[Service]
Environment=CODER_A=1
Environment="CODER_B=1 2" 'CODER_C=3' CODER_D=4
  CODER_E=5
PassEnvironment=CODER_F CODER_G
UnsetEnvironment=CODER_H
EnvironmentFile=/etc/coder.d/coder.env
ExecStart=/usr/bin/coder server --access-url \${CODER_I}
# Environment=CODER_J=1
; Environment=CODER_K=1
`;
		assert.deepEqual(roles(text, "systemd"), [
			"A setting",
			"B setting",
			"C setting",
			"D setting",
			"E setting",
			"F setting",
			"G setting",
			"H setting",
			"I reference",
			"J comment",
			"K comment",
		]);
	});

	it("are settings in Terraform", () => {
		const text = `
resource "helm_release" "coder" {
  set { name = "CODER_A" }
  # CODER_B = 1
  // CODER_C = 1
  env = {
    CODER_D = "1" // CODER_E
    "CODER_F" = "2"
    "CODER_G" : "3"
  }
  env  = ["CODER_H=1", "CODER_I=\${var.CODER_J}"]
  url  = "https://CODER_K/"
  name = "CODER_L"
}
CODER_M == true
locals { x = { CODER_N = 1, CODER_O = 2 } }
startup = <<-EOT
  export CODER_P=1
EOT
`;
		assert.deepEqual(roles(text, "terraform"), [
			"A setting",
			"B comment",
			"C comment",
			"D setting",
			"E comment",
			"F setting",
			"G setting",
			"H setting",
			"I setting",
			"J reference",
			"K reference",
			"L setting",
			"M reference",
			"N setting",
			"O setting",
			"P setting",
		]);
	});

	it("are found up to a limit, and not at all in very long texts", () => {
		const line = "CODER_ACCESS_URL=1\n";
		assert.equal(scan(line.repeat(mostNames + 5), "env").length, mostNames);
		assert.equal(scan(" ".repeat(longestText) + line, "env").length, 0);
		assert.equal(scan(line + " ".repeat(longestText - line.length), "env").length, 1);
	});

	it("are found in lines of any length, but are only settings if something nearby shows it", () => {
		const long = "x".repeat(5000);
		assert.deepEqual(roles(`${long} CODER_A: 1 ${long} CODER_B=1`, "env"), [
			"A reference",
			"B setting",
		]);
	});
});

describe("a document's form", () => {
	const cases: readonly (readonly [language: string, path: string, form: Form | undefined])[] = [
		["dotenv", "/.env", "env"],
		["properties", "/.env", "env"],
		["shellscript", "/.env.local", "env"],
		["plaintext", "/etc/coder.d/coder.env", "env"],
		["dotenv", "Untitled-1", "env"],
		["shellscript", "/.envrc", "shell"],
		["shellscript", "/start", "shell"],
		["yaml", "/values.yaml", "yaml"],
		["dockercompose", "/compose.yaml", "yaml"],
		["dockerfile", "/Dockerfile", "docker"],
		["plaintext", "/Dockerfile.dev", "docker"],
		["plaintext", "/coder.dockerfile", "docker"],
		["plaintext", "/lib/systemd/system/coder.service", "systemd"],
		["properties", "/etc/systemd/system/coder.service.d/override.conf", "systemd"],
		["plaintext", "/configs/override.conf", "systemd"],
		["plaintext", "/nginx.conf", undefined],
		["plaintext", "/prod.envrc", "shell"],
		["plaintext", "/apps/coder.yaml.disabled", "yaml"],
		["plaintext", "/charts/x/templates/_coder.tpl", "yaml"],
		["json", "/ecs/task-definition.json", "json"],
		["json", "/ecs/task-definition.json.tpl", "json"],
		["properties", "/etc/nginx.conf", "env"],
		["plaintext", "/main.tf", "terraform"],
		["plaintext", "/prod.tfvars", "terraform"],
		["terraform", "Untitled-2", "terraform"],
		["github-actions-workflow", "/.github/workflows/a.yml", "yaml"],
		["ansible", "/roles/coder/tasks/main.yml", "yaml"],
		["azure-pipelines", "/azure-pipelines.yml", "yaml"],
		["docker-compose", "/compose.yml", "yaml"],
		["helm", "/templates/_helpers.tpl", "yaml"],
		["whatever", "/x.yaml", "yaml"],
		["go-template", "/values.yaml.gotmpl", "yaml"],
		["plaintext", "/values.yml.j2", "yaml"],
		["plaintext", "/quadlet/coder.container", "systemd"],
		["plaintext", "/coder.container.d/10-env.conf", "systemd"],
		["plaintext", "/coder.service.j2", "systemd"],
		["properties", "/etc/systemd/system.conf", "systemd"],
		["properties", "/home/me/.config/environment.d/coder.conf", "env"],
		["plaintext", "/coder.env.example", "env"],
		["plaintext", "/coder.env.sample", "env"],
		["jinja", "/coder.env.j2", "env"],
		["jinja", "/templates/.env.j2", "env"],
		["plaintext", "/prod/coder.env.prod.tpl", "env"],
		["plaintext", "/etc/default/coder", "env"],
		["typescript", "/vite.env.d.ts", undefined],
		["plaintext", "/start.sh.tftpl", "shell"],
		["plaintext", "/Dockerfile.j2", "docker"],
		["plaintext", "/build/DOCKERFILE", "docker"],
		["toml", "/Untitled-3", "toml"],
		["plaintext", "/mise.toml", "toml"],
		["plaintext", "/flake.nix", "nix"],
		["jsonc", "/.devcontainer/devcontainer.json", "json"],
		["json", "/.devcontainer.json", "json"],
		["json", "/main.tf.json", "json"],
		["json", "/package.json", undefined],
		["jsonc", "/tsconfig.json", undefined],
		["hcl", "/coder.hcl", "terraform"],
		["plaintext", "/docker-bake.hcl", "terraform"],
		["plaintext", "/image.pkr.hcl", "terraform"],
		["nomad", "/coder.nomad", "terraform"],
		["plaintext", "/main.tf.tmpl", "terraform"],
		["plaintext", "/.environment", undefined],
		["plaintext", "/notes.txt", undefined],
		["typescript", "/constructor", undefined],
		["constructor", "/x", undefined],
	];
	for (const [language, path, form] of cases) {
		it(`is ${form ?? "none"} for ${path} (${language})`, () => {
			assert.equal(formOf(language, path), form);
		});
	}

	it("is only determined for documents that VS Code reports: by language or file name", () => {
		for (const [language, path, form] of cases) {
			if (form === undefined) continue;
			const isMatched = filePatterns.some((pattern) => globOf(pattern).test(path));
			assert.ok(languages.includes(language) || isMatched, path);
		}
	});
});

/** Converts the part of VS Code's globs that the patterns use. */
function globOf(pattern: string): RegExp {
	const source = pattern
		.slice("**/".length)
		.replaceAll(".", String.raw`\.`)
		.replaceAll("*", "[^/]*")
		.replace(/^\{(.*)\}$/, (_, names: string) => `(?:${names.replaceAll(",", "|")})`);
	return new RegExp(`(?:^|/)${source}$`, "i");
}
