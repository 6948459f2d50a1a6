// The name of the language, apart from its words: it is there before they are read.
/** What the language calls itself. */
export const name = '中文';
/** What it is called in English. */
export const inEnglish = 'Chinese';
