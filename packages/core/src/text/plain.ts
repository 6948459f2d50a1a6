// Text that a terminal or a text viewer shows as it was written: what a file holds must not move the cursor, change colours, open links or
// turn words around. Colours of our own are put in afterwards, by whoever writes to a terminal.

/** Control sequences and strings of ECMA-48, in their 7-bit and 8-bit forms; a string that does not end loses only what begins it. */
const SEQUENCE = new RegExp(
  String.raw`(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])` +
    String.raw`(?:[^\u0000-\u001F\u007F-\u009F]*(?:\u0007|\u001B\\|\u009C))?|\u001B[ -/]*[0-~]?`,
  'gu',
);
/** Other control characters but tabs and line ends; and what changes the direction of the text after it, however long (UAX 9). */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu;
const SUSPECT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

/** Escape sequences are left out; what else would act instead of being read stands as U+FFFD. Lines end with LF. */
export function plainText(text: string): string {
  return SUSPECT.test(text) ? text.replaceAll('\r\n', '\n').replace(SEQUENCE, '').replace(CONTROL, '\uFFFD') : text;
}
