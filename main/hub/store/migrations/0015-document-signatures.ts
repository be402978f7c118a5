/** 签收: what an applicant drew for a notice or a receipt, beside the journal like that of the slip. */
export const documentSignatures = `
CREATE TABLE document_signature (
  document_id INTEGER PRIMARY KEY,
  cipher BLOB NOT NULL
) STRICT;
`
