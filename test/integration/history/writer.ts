/** A program that writes snapshots until it's killed. Arguments: folder, key, first number. */
import { History } from "../../../src/core/history/history.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";

const [root = "", key = "", from = "0", upTo = "Infinity"] = process.argv.slice(2);
const history = new History(root, (problem) => {
	process.stderr.write(`${problem}\n`);
});
const filler = "x".repeat(200_000);
for (let index = Number(from); index < Number(upTo); index++) {
	const config = parseAnswer("deploymentConfig", {
		options: [{ name: "A", env: "CODER_A", value: `${index} ${filler}` }],
	});
	if (!config.ok) throw new Error(config.field);
	await history.record(key, { state: { config: config.value }, readAt: { config: 1000 + index } });
	if (index === Number(from)) process.stdout.write("writing\n");
}
