import { testRoles } from "../support/roles.ts";

describe("names in Terraform and other HCL", () => {
	testRoles("terraform", {
		"are settings as keys": `
env = {
  CODER_S1 = "1"
  "CODER_S2" = "2", CODER_S3 : 3
  "CODER_S4" : jsonencode({ CODER_S5 = 1 })
}
CODER_S6 = 1
x = a ? CODER_R1 : CODER_R2
y = CODER_R3 == 1
z = var.CODER_R4
w = merge({ CODER_S7 = 1 }, x)
`,
		"are settings as names and values of a Helm release": `
resource "helm_release" "coder" {
  set {
    name  = "coder.env[0].name"
    value = "CODER_S1"
  }
  set_sensitive { value = "CODER_S2" }
  set = [
    { name = "coder.env[1].name", value = "CODER_S3" },
    {
      value = "CODER_S4"
    }
  ]
  dynamic "set" {
    content { value = "CODER_S5" }
  }
  value = "CODER_R1"
  other { value = "CODER_R2" }
}
env {
  name  = "CODER_S6"
  value = "CODER_R3"
}
e = [{ name = "CODER_S7", value = "CODER_R4" }]
`,
		"are settings in lists": `
env = ["CODER_S1=1", "CODER_S2=\${var.x["a"]}", "A=CODER_R1=1"]
args = ["run", "-e", "CODER_S3", "--env=CODER_S4=1", "-e", "CODER_S5=1"]
note = "CODER_R2=1 is set"
note = "use CODER_R3=1"
url = "https://CODER_R4/"
`,
		"are comments of all kinds": `
/* CODER_C1 = 1 */
/*
 * it's CODER_C2 = 1
 "CODER_C3" = 2
*/ CODER_S1 = 1 // CODER_C4
# it's CODER_C5 = 1
// CODER_C6 = "1
a = "/* CODER_R1" // CODER_C7 = 1
b = "# CODER_R2" # CODER_C8
c = "\\" // CODER_R3"
d = "\${x["// CODER_R4"]}"
CODER_S2 = 1
`,
		"are settings in here-documents, and a script's in those of scripts": `
startup_script = <<-EOT
  set -e
  CODER_L1=$(cat x)
  export CODER_S1=1
  EOT
user_data = <<EOF
CODER_L2=1
EOF
data = <<EOH
# it's CODER_C1
CODER_S2={{ key "x" }}
EOH
content = <<-EOT
  #!/bin/sh
  CODER_L3=1
EOT
CODER_S3 = 1
`,
		"are settings of Nomad, Packer and Bake": `
job "coder" { task "x" { env { CODER_S1 = "1" } } }
build { provisioner "shell" { environment_vars = ["CODER_S2=1"] } }
`,
	});
});

describe("names in TOML", () => {
	testRoles("toml", {
		"are settings as keys, quoted, dotted and in tables": `
[env] # CODER_C1
CODER_S1 = "a # CODER_R1"
"CODER_S2" = 'b' # CODER_C2 = 1
'CODER_S3' = 1
env.CODER_S4 = "1"
x = { CODER_S5 = "1", "CODER_S6" = 2 }
list = ["CODER_S7=1", "x"]
note = "use CODER_R2=1"
value = CODER_R3
text = """
it's # CODER_R4 is here
"""
path = 'C:\\'
CODER_S8 = 1
`,
	});
});

describe("names in Nix", () => {
	testRoles("nix", {
		"are settings in attribute sets and texts": `
{ pkgs, ... }: {
  services.coder.environment.extra = { CODER_S1 = "1"; "CODER_S2" = true; };
  environment.variables.CODER_S3 = "x \${y "CODER_R1"} z"; # CODER_C1 = 1;
  /* CODER_C2 = 1; */
  systemd.services.x.serviceConfig.Environment = [ "CODER_S4=1" "CODER_S5=2" ];
  environment.etc."coder.env".text = ''
    # it's CODER_C3
    CODER_S6=\${url}
    X=''\${CODER_R2}
    CODER_S7=1
  '';
  shellHook = ''
    CODER_L1=$(pwd)
    export CODER_S8=1
  '';
  x = if CODER_R3 == 1 then 1 else 2;
  CODER_S9 = 1;
}
`,
	});
});

describe("names in dev containers", () => {
	testRoles("json", {
		"are settings as keys and in arguments": `
{
  // CODER_C1
  "containerEnv": { "CODER_S1": "\${localEnv:CODER_R1}", /* CODER_C2 */ "CODER_S2" : 1 },
  "remoteEnv": {
    "CODER_S3": "a // CODER_R2",
  },
  "runArgs": ["-e", "CODER_S4", "-e", "CODER_S5=1", "--env=CODER_S6=1", "--env", "CODER_S7=1"],
  "postCreateCommand": "CODER_S8=1 coder version",
  "postStartCommand": "docker run -e CODER_S9 x",
  "name": "use CODER_R3=1",
  "x": "CODER_R4=1",
  "env": [{ "name": "CODER_S10", "value": "CODER_R5" }]
}
`,
	});
});
