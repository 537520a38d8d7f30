/** A program that claims notifications in competition with others, on demand. Arguments: folder, count. */
import { once } from "node:events";
import { Ledger } from "../../../src/core/notifications/ledger.ts";

const [folder = "", count = "0"] = process.argv.slice(2);
const ledger = new Ledger(folder, Date.now, (error) => {
	throw error;
});
process.stdout.write("ready\n");
await once(process.stdin, "data");
const claimed: number[] = [];
for (let subject = 0; subject < Number(count); subject++) {
	if (await ledger.claim("updateAvailable key", `v${subject}`)) claimed.push(subject);
}
process.stdout.write(JSON.stringify(claimed));
process.stdin.destroy();
