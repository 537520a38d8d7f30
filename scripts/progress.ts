/** Told one line at a time what a slow step is doing. */
export type Progress = (line: string) => void;

/** Prints each line, marked so that it stands apart from the output of tests. */
export const printProgress: Progress = (line) => {
	console.log(`- ${line}`);
};
