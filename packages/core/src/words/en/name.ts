// The name of the language, apart from its words: it is there before they are read.
/** What the language is called in English. */
export const inEnglish = 'English';
