import { testRoles } from "../support/roles.ts";

describe("names in YAML", () => {
	testRoles("yaml", {
		"are settings as keys, in any style": `
env:
  CODER_S1: 1
  "CODER_S2": 1
  'CODER_S3' : 1
  &a CODER_S4: 1
  !!str CODER_S5: 1
  ? CODER_S6
  : 1
  CODER_S7:
  CODER_S8: |
    CODER_S9=1
`,
		"are settings as names, in any style": `
env:
  - name: CODER_S1
  - name: &a CODER_S2
  - name: !!str "CODER_S3" # CODER_C1
  - &b name: CODER_S4
  - value: CODER_R1
    name: CODER_S5
  - "name": 'CODER_S6'
  - { name: CODER_S7, value: CODER_R2 }
  - {"name":"CODER_S8","value":"CODER_R3"}
  -
    name:   CODER_S9
	
`,
		"are settings as items": `
environment:
  - CODER_S1=1
  - "CODER_S2=a b"
  - 'CODER_S3=1'
  - CODER_S4
  - &a CODER_S5
  - CODER_S6=\${CODER_R1:-x}
  - CODER_S7=$$CODER_R2
flow: [CODER_S8, "CODER_S9=1", 'CODER_S10']
`,
		"are settings in flow collections, over lines, too": `
a: {CODER_S1: 1, "CODER_S2": 2, x: \${CODER_R1}}
b: {
  CODER_S3: 1, # CODER_C1
  'CODER_S4': [CODER_S5=1, "it's"]
}
c: { name: CODER_S6 } # CODER_C2
CODER_S7: 1
`,
		"are settings after a flow collection that nobody closed": `
env:
  a: {
  b: 1
  CODER_S1: 1
`,
		"are comments behind anything": `
# CODER_C1: 1
note: it's fine # CODER_C2=1
a: "b # CODER_R1" # it's CODER_C3
a: 'b '' # CODER_R2' # CODER_C4
a: b#CODER_R3
b: | # CODER_C5
  text
c: [a, b] # CODER_C6: 1
d: # CODER_C7
- # CODER_C8
- it's # CODER_C9
a: \`\${x}\` # CODER_C10
`,
		"are comments however long they are": `a: b # ${"long ".repeat(200)} CODER_C1: 1\nCODER_S1: 1\n`,
		"are comments and settings in templates": `
{{- /* don't
CODER_C1: 1 */ -}}
{# CODER_C2: { #}
{{- if .Values.tls }}
env:
  - name: CODER_S1
    value: {{ .Values.url | quote }} # CODER_C3
  {{- with .Values.it's }}
  - name: CODER_S2
  {{- end }}
{% if a %}
  - name: "CODER_S3"
{% endif %}
`,
		"are no settings inside a value": `
note: use CODER_R1=1
note: "use CODER_R2=1"
description: CODER_R3=1 turns it on
description: >-
  Set it with the option, or with
  the variable CODER_R4=1 before the start.
value: CODER_R5
value: CODER_R6=1
url: CODER_R7://x
a: \${{ secrets.CODER_R8 }}
b: \${CODER_R9:-x}
c:
  a text
  over lines CODER_R10=1
d: "a text
  CODER_R11: over lines
  "
key: CODER_R12
`,
		"are a script's in blocks of scripts": `
jobs:
  a:
    env:
      CODER_S1: \${{ secrets.CODER_R1 }}
    steps:
      - run: |
          CODER_L1=$(cat x) # it's CODER_C1
          export CODER_S2 CODER_S3=1
          CODER_S4=1 coder server
      - run: CODER_L2=$(date) && echo
      - run: docker run -e CODER_S5 -e CODER_S6=1 x
      - name: not it's
script:
  - CODER_L3=1
  - CODER_S7=1 coder
  - docker run --env CODER_S8 x
startup_script: |
  CODER_L4=(a b)
files:
  run.sh: |
    CODER_L5=1
  x: |
    #!/bin/sh
    CODER_L6=1
  coder.env: |
    # it's CODER_C2
    CODER_S9=1
    NOTE="use CODER_R2=1"
`,
		"are settings that Ansible writes, and its own are not": `
- name: Write
  lineinfile:
    line: CODER_S1=1
- ansible.builtin.copy:
    content: |
      CODER_S2={{ url }}
- environment:
    CODER_S3: "{{ CODER_R1 }}"
- debug:
    msg: "CODER_R2=1 is set"
`,
		"are settings in arguments": `
args: ["-e", "CODER_S1=1", "-e", "CODER_S2", "--env=CODER_S3=1"]
command: docker run -e CODER_S4=1 -eCODER_S5 x
entrypoint: ["sh", "-c", "CODER_S6=1 coder server"]
options: -e CODER_S7 --env CODER_S8=1
`,
	});
});
