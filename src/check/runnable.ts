/** What a spreadsheet would run as a formula; a number may begin with a minus. */
export const RUNNABLE = /^(?!-?[\d.,]+$)[=+\-@\t\r\n]/;
