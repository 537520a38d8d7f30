/**
 * The maximum values of figures that miss their target, so that they don't get worse unnoticed. `docs/performance.md`
 * explains why they miss it.
 */
export const accepted: Readonly<Record<string, number>> = {
	"shipped: code loaded at activation": 19_000,
	"shipped: VSIX": 455_000,
};
