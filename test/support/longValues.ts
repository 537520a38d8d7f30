/**
 * Makes up Helm values like those of a large cluster: some of Coder's variables among those of other programs, and other
 * sections.
 *
 * @param lines their number, approximately
 */
export function longValues(lines: number): string {
	const parts = ["image:\n  tag: v1\n", "resources:\n  limits:\n    cpu: 2\n    memory: 4Gi\n"];
	let count = 6;
	const section = (name: string): void => {
		parts.push(
			`${name}:\n  annotations:\n    checksum/config: "a b"\n    team: platform\n  script: |\n    - name: no item\n  env:\n`,
		);
		count += 7;
	};
	const names = ["ACCESS_URL", "TLS_ENABLE", "SESSION_DURATION", "OIDC_ISSUER_URL"];
	for (let index = 0; count < lines; index++) {
		if (index % 400 === 0) section(index === 0 ? "coder" : `other${index}`);
		const isOurs = index % 8 === 0 && index < 400;
		const name = isOurs ? `CODER_${names[(index / 8) % names.length] ?? ""}` : `OTHER_${index}`;
		parts.push(`    - name: ${name}\n      value: "some value ${index}" # why\n`);
		count += 2;
	}
	return parts.join("");
}
