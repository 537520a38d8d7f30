import assert from "node:assert/strict";
import type { Form } from "../../../src/core/variables/forms.ts";
import { namePlace } from "../../../src/core/variables/places.ts";

/** A text with the cursor at `|`, and what is completed there: no name, a name, or a name with `=`. */
const cases: readonly (readonly [form: Form, line: string, expected: "" | "name" | "name="])[] = [
	["env", "CODER_|", "name="],
	["env", "C|", "name="],
	["env", "export CODER_AC|", "name="],
	["env", "CODER_|=1", "name"],
	["env", "CODER_ACCESS_URL=CODER_|", ""],
	["env", "CODER_ACCESS_URL=${CODER_|}", "name"],
	["env", "# CODER_|", ""],
	["env", "coder_|", ""],
	["env", "XCODER_|", ""],
	["env", "|", ""],
	["env", 'NOTE="use CODER_|', ""],
	["env", "A='\nCODER_|'", ""],
	["yaml", "    - name: CODER_|", "name"],
	["yaml", '    - name: "CODER_|"', "name"],
	["yaml", "  CODER_|", "name"],
	["yaml", "  - CODER_|", "name"],
	["yaml", "  env: { CODER_|: 1 }", "name"],
	["yaml", "  value: CODER_|", ""],
	["yaml", "  value: ${CODER_|", "name"],
	["yaml", "  # - name: CODER_|", ""],
	["yaml", "  - name: &a CODER_|", "name"],
	["yaml", "it's: b # CODER_|", ""],
	["yaml", "data:\n  coder.env: |\n    CODER_|", "name"],
	["yaml", "- run: |\n    export CODER_|", "name"],
	["yaml", "note: use CODER_|", ""],
	["yaml", "env: {\n  CODER_|", "name"],
	["docker", "ENV CODER_|", "name="],
	["docker", "ENV A=1 CODER_|", "name="],
	["docker", "ENV A=b=c CODER_|=1", "name"],
	["docker", "ENV A=1 \\\n    CODER_|", "name="],
	["docker", "RUN a && \\\n    CODER_|", "name"],
	["docker", "RUN export CODER_|", "name="],
	["docker", "# ENV CODER_|", ""],
	["docker", 'LABEL a="CODER_|"', ""],
	["docker", "    CODER_|", "name"],
	["docker", "ARG CODER_|", "name"],
	["docker", "COPY CODER_|", ""],
	["docker", "FROM coder:${CODER_|}", "name"],
	["shell", "export CODER_|", "name="],
	["shell", "CODER_|", "name"],
	["shell", "echo $CODER_|", "name"],
	["shell", "docker run -e CODER_|", "name="],
	["shell", "echo a-CODER_|", ""],
	["shell", "export CODER_A CODER_|", "name="],
	["shell", "cat <<EOF\nCODER_|", "name="],
	["shell", "# export CODER_|", ""],
	["systemd", "Environment=CODER_|", "name="],
	["systemd", 'Environment="CODER_|"', "name="],
	["systemd", 'Environment="CODER_|', "name="],
	["systemd", 'Environment="CODER_|=1"', "name"],
	["systemd", 'Environment="A=1" "CODER_|', "name="],
	["systemd", "Environment=A=1 \\\n  CODER_|", "name="],
	["systemd", "Environment=A=CODER_|", ""],
	["systemd", "ExecStart=/usr/bin/docker run -e CODER_|", "name="],
	["systemd", "; Environment=CODER_|", ""],
	["systemd", "Environment=A=1 CODER_|", "name="],
	["systemd", "PassEnvironment=CODER_|", "name"],
	["systemd", "Description=CODER_|", ""],
	["terraform", "  CODER_|", "name"],
	["terraform", '  "CODER_|" = 1', "name"],
	["terraform", '  name = "CODER_|"', "name"],
	["terraform", '  value = "CODER_|"', ""],
	["terraform", '  env = ["CODER_|"]', "name"],
	["terraform", 'set {\n  value = "CODER_|"', "name"],
	["terraform", "/* a\n  CODER_|", ""],
	["toml", "[env]\nCODER_|", "name"],
	["toml", "# CODER_|", ""],
	["nix", "environment.CODER_|", "name"],
	["json", '"containerEnv": { "CODER_|"', "name"],
	["json", '"runArgs": ["-e", "CODER_|"', "name"],
];

describe("completion of names", () => {
	for (const [form, line, expected] of cases) {
		it(`${form}: ${line.replaceAll("\n", "⏎")} offers ${expected || "nothing"}`, () => {
			const column = line.lastIndexOf("|");
			const text = line.slice(0, column) + line.slice(column + 1);
			const place = namePlace(text, column, form);
			assert.equal(place ? (place.needsEquals ? "name=" : "name") : "", expected);
			if (place) assert.match(text.slice(place.start, column), /^C/);
		});
	}
});
