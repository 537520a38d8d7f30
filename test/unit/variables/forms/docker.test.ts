import { testRoles } from "../support/roles.ts";

describe("names in Dockerfiles", () => {
	testRoles("docker", {
		"are settings in ENV, on any line of it": `
ENV CODER_S1=1 CODER_S2="2 CODER_R1=1" a='CODER_R2=1' CODER_S3=a\\ CODER_R3=1
ENV A=b \\
    # CODER_C1=1
    CODER_S4=1 \\

    "CODER_S5"=2
ENV CODER_S6 the value CODER_R4=1
env CODER_S7=1
ONBUILD ENV CODER_S8=1
ENV CODER_S9=\${CODER_R5:-x}
`,
		"are a build's own in ARG and in RUN": `
ARG CODER_L1
ARG CODER_L2=1 CODER_L3
RUN CODER_L4=$(cat x) && echo "$CODER_R1"
RUN set -e; \\
    # it's CODER_C1
    CODER_L5=1; \\
    CODER_L6=(a b) && echo
RUN --mount=type=cache,target=/x CODER_L7=\`date\`; echo
`,
		"are handed on in RUN, CMD and ENTRYPOINT": `
RUN CODER_S1=1 coder version
RUN export CODER_S2=1 CODER_S3 && coder
RUN --mount=type=cache,target=/x CODER_S4=1 coder
CMD CODER_S5=1 exec coder server
ENTRYPOINT env CODER_S6=1 coder
HEALTHCHECK CMD curl "$CODER_R1"
`,
		"are no settings elsewhere": `
FROM ghcr.io/coder/coder:\${CODER_R1}
LABEL note="use CODER_R2=1" x="CODER_R3=1"
COPY CODER_R4=1 /x
# escape
ENV A=b # CODER_S1=1
`,
		"are settings in here-documents": `
RUN <<EOF
CODER_L1=$(cat x)
CODER_S1=1 coder
# CODER_C1
EOF
COPY <<"EOF" /etc/coder.env
CODER_S2=1
EOF
ENV CODER_S3=1
`,
		"are read with another escape, where it is told": "# escape=`\nENV A=C:\\ `\n  CODER_S1=1\n",
	});
});
