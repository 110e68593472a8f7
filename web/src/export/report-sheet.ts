/** The sheet with the report, beside the data: read back, what it says is no data. */
export const reportSheet = { zh: '体检报告', en: 'Data report' };
