// Text as LaTeX has to be given it: nothing of a label is a command, and signs that pdfLaTeX has no letter for are written by their names.
import { withCode } from '../text/code-runs.ts';
import { plainText } from '../text/plain.ts';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  // Behind the end of a row they would be its options.
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
};

const MATHS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries({ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'varepsilon', ζ: 'zeta', η: 'eta', θ: 'theta', κ: 'kappa' }).map(
      ([sign, name]) => [sign, `\\${name}`],
    ),
  ),
  ...Object.fromEntries(
    Object.entries({ λ: 'lambda', μ: 'mu', ν: 'nu', π: 'pi', ρ: 'rho', σ: 'sigma', τ: 'tau', φ: 'varphi', χ: 'chi', ψ: 'psi' }).map(
      ([sign, name]) => [sign, `\\${name}`],
    ),
  ),
  ω: '\\omega',
  Δ: '\\Delta',
  Σ: '\\Sigma',
  Ω: '\\Omega',
  Φ: '\\Phi',
  Λ: '\\Lambda',
  '≤': '\\leq',
  '≥': '\\geq',
  '≠': '\\neq',
  '≈': '\\approx',
  '−': '-',
  '×': '\\times',
  '±': '\\pm',
  '√': '\\surd',
  '∞': '\\infty',
  '→': '\\rightarrow',
  '←': '\\leftarrow',
  '↔': '\\leftrightarrow',
  '′': "{}'",
  '²': '{}^{2}',
  '³': '{}^{3}',
  '₀': '{}_{0}',
  '₁': '{}_{1}',
  '₂': '{}_{2}',
  ᵢ: '{}_{i}',
  ⱼ: '{}_{j}',
  '✓': '\\surd',
  '✗': '\\times',
  '·': '\\cdot',
  '°': '{}^{\\circ}',
};

const TEXTUAL: Readonly<Record<string, string>> = {
  '–': '\\textendash{}',
  '—': '\\textemdash{}',
  '‘': '\\textquoteleft{}',
  '’': '\\textquoteright{}',
  '“': '\\textquotedblleft{}',
  '”': '\\textquotedblright{}',
  '…': '\\ldots{}',
  '\u00a0': '~',
  '\u2009': '\\,',
};

/** What a sign becomes; of Chinese text quotation marks and dashes stay what they are. */
export function latex(text: string, chinese = false): string {
  return (
    plainText(text)
      .replace(/[\n\t]+/gu, ' ')
      // A sum without blanks goes on in the next line behind a sign.
      .replace(/(?<=[\d²)）％%\p{L}])[+·=−×～](?=[\d(（\-−\p{L}])/gu, '$&\u200b')
      .replace(/./gsu, (sign) => {
        if (sign === '\u200b') return '\\allowbreak{}';
        if (Object.hasOwn(SPECIAL, sign)) return SPECIAL[sign]!;
        if (Object.hasOwn(MATHS, sign)) return `\\ensuremath{${MATHS[sign]}}`;
        return !chinese && Object.hasOwn(TEXTUAL, sign) ? TEXTUAL[sign]! : sign;
      })
      // A name without a blank is broken at its joints.
      .replace(/\S{14,}/gu, (word) => word.replace(/(\\_|[.(/,])(?=[^\s\d{}])/gu, '$1\\allowbreak{}'))
      // One without joints, such as a digest, wherever it must.
      .replace(/[A-Za-z0-9]{25,}/gu, (run) => run.replace(/.{12}(?=.)/gu, '$&\\allowbreak{}'))
      // Two of them would become one dash, quotation mark or inverted sign.
      .replace(/([-',])(?=\1)/gu, '$1{}')
  );
}

/** With the language's words in a typewriter face. */
export const latexSentence = (sentence: string, text: (text: string) => string): string =>
  withCode(sentence, text, (word) => `\\texttt{${text(word)}}`);

export const hasChinese = (text: string): boolean => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text);

/** Letters that the fonts of pdfLaTeX do not have (Latin ones apart). */
export const needsUnicode = (text: string): boolean => /[^\u0000-\u017f]/u.test(text);

/** What stands in a column aligned at the point is set as mathematics. */
export function latexNumber({ before, after, stars, mark }: { before: string; after: string; stars: string; mark: string }): string {
  const digits = (before + after).replace(/[<>≤≥=✓✗]/gu, (sign) => `{${MATHS[sign] ?? sign}}`).replaceAll(',', '{,}');
  const exponent = /^e(-?\d+)/u.exec(stars);
  const power = exponent === null ? '' : `\\mathrm{e}{${exponent[1]}}`;
  const rest = stars.slice(exponent?.[0].length ?? 0);
  const bracket = rest.startsWith(')') ? ')' : '';
  const hung = rest.slice(bracket.length).trim();
  const raised = hung === '' ? '' : /^\*+$/u.test(hung) ? `^{${hung}}` : `^{\\mathrm{${latex(hung)}}}`;
  const checked = mark === '' ? '' : `\\,${MATHS[mark] ?? ''}`;
  return `${digits.replaceAll('%', '\\%').replaceAll('−', '-')}${power}${bracket}${raised}${checked}`;
}
