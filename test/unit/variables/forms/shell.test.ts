import { testRoles } from "../support/roles.ts";

describe("names in scripts", () => {
	testRoles("shell", {
		"are a script's own with a substitution as value": `
CODER_L1=$(dirname $0)
CODER_L2="$(cd "$(dirname "$0")" && pwd)"
CODER_L3=\`date +%s\`
CODER_L4=$(cat <<< "x y")/bin
CODER_L5=$(
  curl -fsSL https://coder.example.com | jq -r '.a b'
)
CODER_L6=$((1 + 2))
CODER_L7=$(( 1 << 2 ))
CODER_L8="x"$(basename "$PWD" .sh)'y z'
if ! CODER_L9=$(coder whoami 2>/dev/null); then exit 1; fi
`,
		"are a script's own with an expansion as value": `
CODER_L1=\${X:-a b}
CODER_L2="\${CODER_R1:-"a b"}"
CODER_L3=\${CODER_R2:?"must be set"}
CODER_L4=\${HOME}/a\\ b
CODER_L5=$'a\\nb'
CODER_L6=\${X//a b/c}
: "\${CODER_R3:=default value}"
: \${CODER_R4:-it's}'
'
`,
		"are a script's own as lists": `
CODER_L1=(a b)
CODER_L2=(
  --access-url "$CODER_R1" # CODER_C1=1
  --verbose
)
CODER_L3+=(c d)
CODER_L4[0]=1
declare -A CODER_L5=([a]=1 [b]=2)
`,
		"are a script's own before a redirection, a comment, or another command": `
CODER_L1=1 >/dev/null
CODER_L2=1 2>&1
CODER_L3=1 >> file
CODER_L4=1 &> file
CODER_L5=1 < file
CODER_L6=1 && echo
CODER_L7=1 || true
CODER_L8=1; echo
CODER_L9=1 & echo
CODER_L10=1 | cat
CODER_L11=1 # coder server
(CODER_L12=1)
{ CODER_L13=1; }
f() { CODER_L14=1; }
case $x in a) CODER_L15=1 ;; esac
`,
		"are a script's own where it declares them": `
local CODER_L1=1
readonly CODER_L2="a b"
declare -r CODER_L3=1 CODER_L4=2
typeset CODER_L5=1
`,
		"are only read": `
read -r CODER_R1
unset CODER_R2
for CODER_R3 in a b; do echo "$CODER_R3"; done
[ -z "$CODER_R4" ] && [[ CODER_R5 == x ]] && test CODER_R6=1
((CODER_R7 > 1))
echo "\${#CODER_R8}" "\${!CODER_R9}"
export -n CODER_R10
`,
		"are handed on to a command": `
CODER_S1=1 coder server
CODER_S2="a b" CODER_S3=$(cat x y) coder server
CODER_S4=1 \\
  CODER_S5=2 \\
  /usr/bin/coder server
CODER_S6=1 >/dev/null coder server
CODER_S7=1 exec coder server
! CODER_S8=1 coder
time CODER_S9=1 coder
echo $(CODER_S10=1 coder version)
echo "\`CODER_S11=1 coder\`"
x=1 CODER_S12=2 coder
if CODER_S13=1 coder; then :; fi
`,
		"are exported": `
export CODER_S1 CODER_S2
export CODER_S3=1 CODER_S4="2 3" CODER_S5
export CODER_S6=$(cat x y) # CODER_C1
export "CODER_S7=1" 'CODER_S8'
declare -x CODER_S9=1
declare -gx CODER_S10
typeset -x CODER_S11=1
set -a
CODER_S12=1
set +a
CODER_L1=1
set -euo pipefail
CODER_L2=1
set -o allexport; CODER_S13=1; set +o allexport
`,
		"are handed on by other commands": `
docker run -e CODER_S1 -e CODER_S2=1 --env CODER_S3 --env=CODER_S4=1 --env "CODER_S5=a b" -eCODER_S6=1 image
docker run \\
  --env CODER_S7 \\
  -e 'CODER_S8=1' image CODER_L1=1
env CODER_S9=1 coder
/usr/bin/env -i CODER_S10=1 coder
sudo CODER_S11=1 coder
kubectl set env deployment/coder CODER_S12=1
systemctl set-environment CODER_S13=1
helm upgrade coder --set 'coder.env[0].name=CODER_S14,coder.env[0].value=1' --set coder.env[1].name=CODER_S15
`,
		"are no settings inside a value": `
NOTE="use CODER_R1=1"
NOTE='CODER_R2=1 it is'
echo "set CODER_R3=1 first"
URL=https://x/?CODER_R4=1
NOTE=a\\ CODER_R5=1
echo "it's
CODER_R6=1 in a text over lines
"
`,
		"are comments": `
# CODER_C1=1
  # it's CODER_C2=1
echo it # don't CODER_C3=1
CODER_L1=1
echo a#CODER_R1=1
echo \${#x} \${x#CODER_R2}
echo "a # CODER_R3"
`,
		"are settings in here-documents, with comments of their own": `
cat > coder.env <<EOF
# it's CODER_C1=1
CODER_S1=1
export CODER_S2=\${X:-y}
NOTE="use CODER_R1=1"
EOF
cat <<-'END' | sudo tee /etc/coder.d/coder.env
	CODER_S3=1
	END
CODER_L1=1
cat <<A; cat <<"B"
CODER_S4=1
A
Environment="CODER_S5=1" CODER_S6=2
B
cat > values.yaml <<EOF
coder:
  env:
    - name: CODER_S7
      value: "CODER_R2"
    - name: "CODER_S8"
EOF
echo $((1<<2))
CODER_L2=1
`,
	});
});
