import { testRoles } from "../support/roles.ts";

describe("names in env files", () => {
	testRoles("env", {
		"are settings at the beginning of a line": `
CODER_S1=1
	CODER_S2 = 2
export CODER_S3=3
export CODER_S4 CODER_S5=5
"CODER_S6"=6
CODER_S7: 7
CODER_S8=
CODER_S9=a=b
`,
		"are no settings inside a value": `
NOTE="use CODER_R1=1"
NOTE='CODER_R2=1'
NOTE=use CODER_R3=1
URL=\${CODER_R4:-x}/$CODER_R5?a=$$CODER_R6
CERT="-----BEGIN
CODER_R7=1
-----END" # CODER_C1
CODER_S1=1
`,
		"are comments behind a value, whatever is in quotes": `
# CODER_C1=1
; CODER_C2=1
! CODER_C3=1
CODER_S1=1 # CODER_C4
CODER_S2="a # CODER_R1" # CODER_C5
CODER_S3='a # CODER_R2'
CODER_S4=it's # CODER_C6=1
CODER_S5=a#CODER_R3
CODER_S6="it's" # don't CODER_C7
`,
		"are settings after quotes that nobody closes": `
NOTE=it's fine
NOTE="open
CODER_S1=1
`,
		"are settings and comments in templates": `
{# CODER_C1=1 #}
{% if tls %}
CODER_S1={{ url }}
{% endif %}
{{/* it's
CODER_C2=1 */}}
CODER_S2={{ .Values.url | default "CODER_R1" }}
X=\${#CODER_R2}
`,
		"are comments however long they are": `# ${"long ".repeat(200)} CODER_C1=1\nCODER_S1=1 # ${"long ".repeat(200)} CODER_C2=1\n`,
		"are settings in words of another command": "docker run -e CODER_S1=1 image # CODER_C1=1\n",
	});
});
