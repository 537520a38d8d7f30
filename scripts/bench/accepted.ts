/**
 * The maximum values of figures that miss their target or nearly do, so that they don't get worse unnoticed.
 * `docs/performance.md` explains why they miss it.
 */
export const accepted: Readonly<Record<string, number>> = {
	"shipped: VSIX": 370_000,
	"memory, signed in, 292 options, panel open": 8_500_000,
};
