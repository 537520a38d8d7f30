import assert from "node:assert/strict";
import type { Form } from "../../../src/core/variables/forms.ts";
import { scan } from "../../../src/core/variables/scan.ts";

/** Returns the value of each variable in a text: its text in brackets, or why the file doesn't specify it. */
function valuesOf(text: string, form: Form): Record<string, string> {
	return Object.fromEntries(
		scan(text, form)
			.filter(({ role }) => role === "setting")
			.map(({ name, value }) => [
				name.replace("CODER_", ""),
				value === undefined
					? "nothing"
					: value.text === undefined
						? (value.why ?? "")
						: `<${value.text}>`,
			]),
	);
}

type Case = readonly [title: string, form: Form, text: string, values: Record<string, string>];

const cases: readonly Case[] = [
	[
		"env files, with quotes, escapes, export and values over lines",
		"env",
		`CODER_A=one two # comment
CODER_B="one # two" # comment
CODER_C='$one "two"'
CODER_D="a\\"b\\\\c\\$d"
export CODER_E='it'\\''s'
CODER_F="first
second"
CODER_G=\${X:-y}
CODER_H="\${X}"
CODER_I=
CODER_J = spaced
CODER_K: colon
CODER_L={{ url }}
CODER_O="https://{{ env "X" }}"
CODER_M="C:\\\\coder"
CODER_N=https://x.example/?a=b#c`,
		{
			A: "<one two>",
			B: "<one # two>",
			C: '<$one "two">',
			D: '<a"b\\c$d>',
			E: "<it's>",
			F: "<first\nsecond>",
			G: "interpolated",
			H: "interpolated",
			I: "<>",
			J: "<spaced>",
			K: "<colon>",
			L: "templated",
			O: "templated",
			M: "<C:\\coder>",
			N: "<https://x.example/?a=b#c>",
		},
	],
	[
		"Helm values, with references and comments",
		"yaml",
		`coder:
  env:
    - name: CODER_A
      value: "https://x.example" # comment
    - value: plain text
      name: CODER_B
    - name: CODER_C
      valueFrom:
        secretKeyRef: {name: a, key: b}
    - {name: CODER_D, value: '1'}
    - name: CODER_E
      value: "$$(NOT) $$5"
    - name: CODER_F
      value: http://$(KUBE_POD_IP):8080
    - name: CODER_G
      value: |
        {"a": "b"}
    - name: CODER_H
      value: &anchor "x"
    - name: CODER_I
      value: *anchor
    - name: CODER_J
      value: "$\${NOT}"
    - name: CODER_K
    - name: CODER_L
      value: "https://\${DOMAIN:=x.example}"
    - name: CODER_M
      value: $CODER_URL
`,
		{
			A: "<https://x.example>",
			B: "<plain text>",
			C: "reference",
			D: "<1>",
			E: "<$(NOT) $5>",
			F: "interpolated",
			G: '<{"a": "b"}\n>',
			H: "<x>",
			I: "<x>",
			J: "<${NOT}>",
			K: "nothing",
			L: "interpolated",
			M: "interpolated",
		},
	],
	[
		"Kubernetes Secrets and CloudFormation, with encoded values and tags",
		"yaml",
		`kind: Secret
stringData:
  CODER_A: "a"
data:
  CODER_B: aHR0cHM6Ly94LmV4YW1wbGU=
---
kind: ConfigMap
data:
  CODER_C: c
---
kind: SealedSecret
spec:
  encryptedData:
    CODER_D: AgB0
---
Environment:
  - Name: CODER_E
    Value: e
  - Name: CODER_F
    Value: !Ref Url
  - Name: CODER_G
    ValueFrom: !Ref Secret
vars:
  CODER_H: !vault |
    $ANSIBLE_VAULT;1.1;AES256
  CODER_I: !!str 1
`,
		{
			A: "<a>",
			B: "reference",
			C: "<c>",
			D: "reference",
			E: "<e>",
			F: "reference",
			G: "reference",
			H: "reference",
			I: "<1>",
		},
	],
	[
		"values of Helm releases and other YAML in blocks",
		"yaml",
		`kind: Application
spec:
  source:
    helm:
      values: |
        # values
        coder:
          env:
            - name: CODER_A
              value: "a"
            - name: CODER_B
              valueFrom:
                secretKeyRef: {name: b, key: url}
            - name: CODER_C
              value: https://{{ .Values.domain }}
---
kind: HelmChart
spec:
  valuesContent: |-
    coder:
      env:
        - name: CODER_D
          value: "d"
---
kind: ConfigMap
data:
  values.yaml: |
    config: |
      coder:
        env: [{name: CODER_E, value: e}]
  coder.env: |
    CODER_F="f"
  notes: |
    Example:

    export CODER_G=g
patches:
  - patch: |-
      - op: add
        path: /spec/template/spec/containers/0/env/-
        value: {name: CODER_H, value: "h"}
runcmd:
  - CODER_I=i coder server
`,
		{
			A: "<a>",
			B: "reference",
			C: "templated",
			D: "<d>",
			E: "<e>",
			F: "<f>",
			G: "nothing",
			H: "<h>",
			I: "nothing",
		},
	],
	[
		"Compose, as a map and as a list",
		"yaml",
		`x-env: &env
  CODER_A: "1"
services:
  coder:
    environment:
      <<: *env
      CODER_B: "\${X:-y}"
      CODER_C: $$5
      CODER_D:
      CODER_E: true
  other:
    environment:
      - CODER_F=a b
      - "CODER_G=$$x"
      - CODER_H=\${X}
      - CODER_I
`,
		{
			A: "<1>",
			B: "interpolated",
			C: "<$5>",
			D: "inherited",
			E: "<true>",
			F: "<a b>",
			G: "<$x>",
			H: "interpolated",
			I: "inherited",
		},
	],
	[
		"Kubernetes manifests of several documents, and templates",
		"yaml",
		`kind: ConfigMap
data:
  CODER_A: "a"
  coder.env: |
    CODER_B=b
---
kind: Deployment
spec:
  template:
    spec:
      containers:
        - env:
            {{- if .Values.tls }}
            - name: CODER_C
              value: {{ .Values.url | quote }}
            {{- end }}
            - name: CODER_E
              value: db {{ "{}".format(x) | urlencode }}
            - name: CODER_D
              value: "d"
`,
		{ A: "<a>", B: "<b>", C: "templated", E: "templated", D: "<d>" },
	],
	[
		"units of systemd",
		"systemd",
		`[Service]
Environment=CODER_A=1 "CODER_B=two words" 'CODER_C=x'
Environment="CODER_D=100%% \\"q\\" \\x41\\n"
Environment=CODER_E=%H CODER_F=a \\
  CODER_G=b
Environment="CODER_H=$NOT"
PassEnvironment=CODER_I
Secret=db,type=env,target=CODER_J
ExecStart=/usr/bin/podman run -e CODER_K=1 x`,
		{
			A: "<1>",
			B: "<two words>",
			C: "<x>",
			D: '<100% "q" A\n>',
			E: "interpolated",
			F: "<a>",
			G: "<b>",
			H: "<$NOT>",
			I: "nothing",
			J: "reference",
			K: "nothing",
		},
	],
	[
		"Dockerfiles",
		"docker",
		`ENV CODER_A=1 CODER_B="two words" CODER_C=a\\ b
ENV CODER_D the rest of it
ENV CODER_E=$X CODER_F='$X' \\
    CODER_G="\${X}"`,
		{
			A: "<1>",
			B: "<two words>",
			C: "<a b>",
			D: "<the rest of it>",
			E: "interpolated",
			F: "<$X>",
			G: "interpolated",
		},
	],
	[
		"shell scripts and docker run",
		"shell",
		`export CODER_A=1 CODER_B="two words" CODER_C='a "b"'
export CODER_D=$(cat x) CODER_E="$X" CODER_F=\\$5 CODER_G=~/x
CODER_H=1 coder server
docker run -e CODER_I=1 -e "CODER_J=two words" --env=CODER_K=3 -e CODER_L x`,
		{
			A: "<1>",
			B: "<two words>",
			C: '<a "b">',
			D: "interpolated",
			E: "interpolated",
			F: "<$5>",
			G: "interpolated",
			H: "<1>",
			I: "<1>",
			J: "<two words>",
			K: "<3>",
			L: "nothing",
		},
	],
	[
		"Terraform: maps, objects, blocks, set blocks, and YAML in heredocs",
		"terraform",
		`locals {
  env = {
    CODER_A = "1"
    CODER_B = var.url
    CODER_C = "https://\${var.host}"
    CODER_D = true
    "CODER_E" = "a\\"b" # comment
    CODER_F = "a" == "b" ? "c" : "d"
  }
  list = [
    { name = "CODER_G", value = "g" },
    { value = var.x, name = "CODER_H" },
  ]
}
resource "kubernetes_deployment" "coder" {
  env {
    name  = "CODER_I"
    value = "i"
  }
  env {
    name = "CODER_J"
    value_from {
      secret_key_ref { name = "a" }
    }
  }
}
resource "helm_release" "coder" {
  set {
    name  = "coder.env[0].name"
    value = "CODER_K"
  }
  set {
    name  = "coder.env[0].value"
    value = "k"
  }
  values = [yamlencode({ coder = { env = [{ name = "CODER_L", value = "l" }] } }), <<EOT
coder:
  env:
    - name: CODER_M
      value: "m"
    - name: CODER_N
      value: "\${var.n}"
EOT
  ]
}
resource "aws_ecs_task_definition" "coder" {
  container_definitions = <<JSON
[{"environment": [{"name": "CODER_O", "value": "o"}, {"name": "CODER_P", "value": "\${var.p}"}]}]
JSON
}
job "coder" {
  template {
    data = <<EOH
CODER_Q="https://{{ env "X" }}"
CODER_R=r
EOH
  }
}`,
		{
			A: "<1>",
			B: "reference",
			C: "interpolated",
			D: "<true>",
			E: '<a"b>',
			F: "reference",
			G: "<g>",
			H: "reference",
			I: "<i>",
			J: "reference",
			K: "<k>",
			L: "<l>",
			M: "<m>",
			N: "interpolated",
			O: "<o>",
			P: "interpolated",
			Q: "templated",
			R: "<r>",
		},
	],
	[
		"devcontainer.json",
		"json",
		`{
  // comment
  "containerEnv": { "CODER_A": "a\\u0041", "CODER_B": "\${localEnv:X}" },
  "runArgs": ["-e", "CODER_C=c d"]
}`,
		{ A: "<aA>", B: "interpolated", C: "<c d>" },
	],
	[
		"TOML and Nix",
		"toml",
		`[env]
CODER_A = "a"
CODER_B = 'C:\\b'
CODER_C = 1`,
		{ A: "<a>", B: "<C:\\b>", C: "<1>" },
	],
	[
		"Nix",
		"nix",
		`environment = {
  CODER_A = "a";
  CODER_B = "\${x}";
  CODER_C = lib.x;
};`,
		{ A: "<a>", B: "interpolated", C: "reference" },
	],
];

describe("values of variables in files", () => {
	for (const [title, form, text, values] of cases) {
		it(`are read in ${title}`, () => {
			assert.deepEqual(valuesOf(text, form), values);
		});
		it(`are read in ${title}, with CRLF and a byte order mark`, () => {
			const written = `\uFEFF${text.replaceAll("\n", "\r\n")}`;
			const found = valuesOf(written, form);
			for (const [name, value] of Object.entries(found)) {
				assert.equal(value.replaceAll("\r\n", "\n"), values[name], name);
			}
			assert.deepEqual(Object.keys(found), Object.keys(values));
		});
	}
});
