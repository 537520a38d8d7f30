/**
 * The authority of exports' URIs, because their file names are also those of other documents, which have no authority.
 */
export const exportAuthority = "export";
