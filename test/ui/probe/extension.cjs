// Another extension in the same extension host: it notices when nobody there gets an answer, and when somebody runs
// the command that a hostile deployment's texts name.
const vscode = require("vscode");

const everyMs = 20;

/** What some tools are asked for; the others take no input. */
const inputs = {
	coderDeployment_searchOptions: { query: "@changed" },
	coderDeployment_compareFile: { file: "coder.env" },
};

let last = Date.now();
let cpu = process.cpuUsage();
let longestMs = 0;
let runs = 0;

exports.activate = ({ subscriptions }) => {
	const timer = setInterval(() => {
		// A busy machine lets this process wait, too, so no more counts than the time in which it worked.
		const { user, system } = process.cpuUsage(cpu);
		const waitedMs = Math.min(Date.now() - last - everyMs, (user + system) / 1000);
		longestMs = Math.max(longestMs, Math.round(waitedMs));
		last = Date.now();
		cpu = process.cpuUsage();
	}, everyMs);
	subscriptions.push(
		{ dispose: () => clearInterval(timer) },
		vscode.commands.registerCommand("hostile.run", () => runs++),
		vscode.commands.registerCommand("probe.report", async () => {
			await vscode.env.clipboard.writeText(JSON.stringify({ longestMs, runs }));
			longestMs = 0;
		}),
		vscode.commands.registerCommand("probe.callTools", async () => {
			const tools = vscode.lm.tools.filter(({ name }) => name.startsWith("coderDeployment_"));
			const results = [];
			for (const { name } of tools) {
				const options = { input: inputs[name] ?? {}, toolInvocationToken: undefined };
				const { content } = await vscode.lm.invokeTool(name, options);
				results.push({ name, text: content.map(({ value }) => String(value)).join("") });
			}
			await vscode.env.clipboard.writeText(JSON.stringify(results));
		}),
	);
};
