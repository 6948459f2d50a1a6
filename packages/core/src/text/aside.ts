// What is said aside of a name, in brackets behind it: those of Chinese where it is Chinese, and no blank before them.

/** ` (missing 15)`, `（缺失 15）`; nothing where there is nothing. */
export function asideText(aside: string | undefined): string {
  if (aside === undefined || aside === '') return '';
  return /\p{Script=Han}/u.test(aside) ? `（${aside}）` : ` (${aside})`;
}
