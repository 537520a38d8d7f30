/** What the URIs of exports have where other documents have nothing: their file names are those of other documents, too. */
export const exportAuthority = "export";
