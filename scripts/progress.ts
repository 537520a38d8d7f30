/** Called with lines that describe the progress of a slow step. */
export type Progress = (line: string) => void;

/** Prints each line with a prefix that distinguishes it from the output of tests. */
export const printProgress: Progress = (line) => {
	console.log(`- ${line}`);
};
