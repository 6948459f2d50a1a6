// A small reader of Stata do-files: comments, strings, macros, brackets. There is no Stata here, so what can be told without one is told.

/** The macros that a script of ours uses. */
const macro = /^`(?:at|a|j|column|variable|r\(varlist\)|macval\((?:file|sheet)\))'/u;
const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What is left of a do-file without its texts and comments; null: a text, a bracket or a comment never ends, or a macro is not ours. */
export function stataCode(script: string): string | null {
  if (/[\r\u0000\u2028\u2029]/u.test(script)) return null;
  const out: string[] = [];
  const open: string[] = [];
  let goesOn = false;
  for (const line of script.split('\n')) {
    if (!goesOn && line.startsWith('*')) {
      // Stata looks for macros and for other comments within a comment.
      if (/[`$]|\/\*|\*\/|\/\//u.test(line)) return null;
      continue;
    }
    let [code, at] = ['', 0];
    let isOpen = false;
    while (at < line.length) {
      const rest = line.slice(at);
      const text = /^`"((?:(?!"').)*)"'/u.exec(rest) ?? (rest.startsWith('`"') ? null : /^"([^"]*)"/u.exec(rest));
      const own = macro.exec(rest);
      if (text !== null) {
        if (/[`$]|\/\*|\*\/|\/\//u.test(text[1]!.replace(/^`macval\((?:file|sheet)\)'$/u, ''))) return null;
        code += '""';
        at += text[0].length;
      } else if (own !== null) {
        code += own[0];
        at += own[0].length;
      } else if (rest === '///') {
        isOpen = true;
        at += 3;
      } else if (/^["`$]|^\/[/*]|^\*\//u.test(rest)) return null;
      else {
        const sign = rest[0]!;
        if (Object.hasOwn(closes, sign)) open.push(closes[sign]!);
        else if (/[)\]}]/u.test(sign) && open.pop() !== sign) return null;
        code += sign;
        at += 1;
      }
    }
    goesOn = isOpen;
    // Between commands only the body of a loop is open.
    if (!goesOn && open.some((one) => one !== '}')) return null;
    out.push(code);
  }
  return goesOn || open.length > 0 ? null : out.join('\n');
}
