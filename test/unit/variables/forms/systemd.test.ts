import { testRoles } from "../support/roles.ts";

describe("names in units", () => {
	testRoles("systemd", {
		"are settings in lists of variables": `
[Service]
Environment=CODER_S1=1 CODER_S2=2
Environment="CODER_S3=1 CODER_R1=2" 'CODER_S4=3' "A=CODER_R2=1"
Environment = CODER_S5=1 \\
  # CODER_C1=1
  ; CODER_C2=1
  CODER_S6=2 \\
  "CODER_S7=3"
PassEnvironment=CODER_S8 CODER_S9
UnsetEnvironment=CODER_S10
DefaultEnvironment=CODER_S11=1
`,
		"are handed on to commands": `
ExecStart=/usr/bin/env CODER_S1=1 coder server --access-url \${CODER_R1}
ExecStartPre=/usr/bin/docker run \\
  -e CODER_S2 \\
  --env=CODER_S3=1 x
ExecStop=/bin/sh -c 'CODER_S4=1 coder server'
`,
		"are settings of containers in quadlets": `
[Container]
Environment=CODER_S1=1
Secret=coder-pg,type=env,target=CODER_S2
PodmanArgs=--env CODER_S3=1 --env=CODER_S4
`,
		"are no settings elsewhere": `
Description=use CODER_R1=1
EnvironmentFile=/etc/CODER_R2=1
# it's CODER_C1
; Environment=CODER_C2=1
	# CODER_C3
`,
	});
});
