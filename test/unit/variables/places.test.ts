import assert from "node:assert/strict";
import type { Form } from "../../../src/core/variables/forms.ts";
import { namePlace } from "../../../src/core/variables/places.ts";

/** A line with the cursor at `|`, and what follows from it: no name, a name, or a name with `=`. */
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
	["yaml", "    - name: CODER_|", "name"],
	["yaml", '    - name: "CODER_|"', "name"],
	["yaml", "  CODER_|", "name"],
	["yaml", "  - CODER_|", "name"],
	["yaml", "  env: { CODER_|: 1 }", "name"],
	["yaml", "  value: CODER_|", ""],
	["yaml", "  value: ${CODER_|", "name"],
	["yaml", "  # - name: CODER_|", ""],
	["docker", "ENV CODER_|", "name="],
	["docker", "ENV A=1 CODER_|", "name"],
	["docker", "    CODER_|", "name"],
	["docker", "ARG CODER_|", "name"],
	["docker", "COPY CODER_|", ""],
	["docker", "FROM coder:${CODER_|}", "name"],
	["shell", "export CODER_|", "name="],
	["shell", "CODER_|", "name"],
	["shell", "echo $CODER_|", "name"],
	["shell", "docker run -e CODER_|", "name="],
	["shell", "echo a-CODER_|", ""],
	["systemd", "Environment=CODER_|", "name="],
	["systemd", 'Environment="CODER_|"', "name"],
	["systemd", "Environment=A=1 CODER_|", "name="],
	["systemd", "PassEnvironment=CODER_|", "name"],
	["systemd", "Description=CODER_|", ""],
	["terraform", "  CODER_|", "name"],
	["terraform", '  "CODER_|" = 1', "name"],
	["terraform", '  name = "CODER_|"', "name"],
	["terraform", '  value = "CODER_|"', ""],
	["terraform", '  env = ["CODER_|"]', "name"],
];

describe("where a name is offered", () => {
	for (const [form, line, expected] of cases) {
		it(`${form}: ${line} ${expected || "nothing"}`, () => {
			const column = line.indexOf("|");
			const place = namePlace(line.replace("|", ""), column, form);
			assert.equal(place ? (place.needsEquals ? "name=" : "name") : "", expected);
			if (place) assert.match(line.slice(place.start, column), /^C/);
		});
	}
});
