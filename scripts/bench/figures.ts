import type { Bench } from "./bench.ts";
import type { Figure } from "./figure.ts";
import { activation } from "./figures/activation.ts";
import { bytes } from "./figures/bytes.ts";
import { firstData } from "./figures/firstData.ts";
import { idle } from "./figures/idle.ts";
import { loading } from "./figures/loading.ts";
import { memory } from "./figures/memory.ts";
import { panel } from "./figures/panel.ts";
import { redrawing } from "./figures/redrawing.ts";
import { valuesFile } from "./figures/valuesFile.ts";
import { work } from "./figures/work.ts";

/** All figures, by their names on the command line, in the order of the report. */
export const measures: Readonly<
	Record<string, (bench: Bench) => readonly Figure[] | Promise<readonly Figure[]>>
> = {
	activation,
	bytes,
	loading,
	firstData,
	panel,
	redrawing,
	memory,
	idle,
	work,
	valuesFile,
};
