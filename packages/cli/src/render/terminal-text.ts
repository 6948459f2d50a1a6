// Text made safe for a terminal: what a file holds must not move the cursor or change colours.

/** Control characters (but line ends) become visible: a tab four spaces, the rest U+FFFD; so do bidirectional overrides. */
export function safe(text: string): string {
  return text.replaceAll('\t', '    ').replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
