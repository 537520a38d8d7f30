/** The scheme of the extension's read-only documents. */
export const documentScheme = "coder-deployment";

/** The id of the view in the sidebar. */
export const overviewId = "coderDeployment.overview";
