/** The environment variable that tells StrykerJS's processes which folder has mutants. */
export const folderVariable = "MUTATED_FOLDER";
