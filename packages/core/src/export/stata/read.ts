// Reading the answers in Stata: text tables and sheets cell by cell as strings, files of Stata and SPSS as they are.
import { columnOf, type Frame } from '../../data/frame.ts';
import type { DataPlan } from '../../data/survey-plan.ts';
import type { ScriptWords } from '../../words/en/scripts.ts';
import type { ScriptRequest } from '../request.ts';
import { comment, inSet, quoted, rawName, rawNumbers, textsIn, type Reading } from './text.ts';

export interface Writing extends ScriptRequest {
  readonly words: ScriptWords;
  readonly reading: Reading;
}

export const endingOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase();
/** A, B … Z, AA …: as Stata calls the columns of a sheet. */
const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCodePoint(65 + (at % 26));

const ownColumns = (frame: Frame, data: DataPlan): readonly string[] => {
  const made = new Set([...(data.columns ?? []), ...(data.either ?? [])].map(({ name }) => name));
  return frame.columns.flatMap(({ name, joinedFrom }) => (joinedFrom === undefined && !made.has(name) ? [name] : []));
};

/** Null: this sort of file is not read. */
export function readCode(writing: Writing): readonly string[] | null {
  const { plan, path, frame, reading } = writing;
  const { data } = plan;
  if (data === null) return [];
  const ending = endingOf(data.file);
  const own = ownColumns(frame, data);
  const header = frame.about?.names ?? own;
  const [named, file] = fileNamed(path(data.file));
  const renamed = (from: (at: number) => string): readonly string[] =>
    own.flatMap((name) => (header.includes(name) ? [`rename ${from(header.indexOf(name))} ${rawName(reading, name)}`] : []));
  const first = (data.header?.last ?? frame.about?.layout?.header.last ?? 1) + 1;
  const cells = [
    'quietly ds, has(type string)',
    "foreach column in `r(varlist)' {",
    "    quietly replace `column' = ustrtrim(`column')",
    '}',
    'egen filled_ = rownonmiss(_all), strok',
    'drop if filled_ == 0',
  ];
  if (['csv', 'tsv', 'txt'].includes(ending)) {
    const separator = frame.about?.layout?.separator ?? ',';
    const encoding = data.encoding ?? frame.about?.encoding ?? 'UTF-8';
    return [
      ...named,
      `import delimited using ${file}, ///`,
      `    delimiters("${separator === '\t' ? '\\t' : separator}") varnames(nonames) rowrange(${first}) ///`,
      `    stringcols(_all) bindquote(strict) encoding("${encoding.replace(/[^\w.-]/gu, '')}") clear`,
      ...cells,
      ...renamed((at) => `v${at + 1}`),
      ...madeCode(writing, data),
    ];
  }
  if (ending === 'xlsx' || ending === 'xls') {
    const [sheetNamed, sheet] = data.sheet === undefined ? [[], null] : fileNamed(data.sheet, 'sheet');
    return [
      ...named,
      ...sheetNamed,
      `import excel using ${file}, ///`,
      `    ${sheet === null ? '' : `sheet(${sheet}) `}cellrange(A${first}) allstring("%18.0g") clear`,
      ...cells,
      ...renamed(letters),
      ...madeCode(writing, data),
    ];
  }
  if (ending !== 'dta' && ending !== 'sav') return null;
  return [
    ...named,
    ending === 'dta' ? `use ${file}, clear` : `import spss using ${file}, case(preserve) clear`,
    ...renamed((at) => header[at]!),
    ...madeCode(writing, data),
  ];
}

/** A name in quotes; one that Stata would take for a macro is put together before. */
function fileNamed(name: string, local = 'file'): readonly [before: readonly string[], quoted: string] {
  const expression = quoted(name);
  if (expression.startsWith('"')) return [[], expression];
  return [[`local ${local} = ${expression}`], `\`"\`macval(${local})'"'`];
}

/** Columns under another name, or with texts for their codes; and what of other files is not there. */
function madeCode({ frame, reading, words }: Writing, data: DataPlan): readonly string[] {
  const lines = (data.columns ?? []).flatMap((one): string[] => {
    const source = columnOf(frame, one.from);
    if (one.broken === true || source === undefined || source.joinedFrom !== undefined) return [];
    const name = rawName(reading, one.name);
    if (one.values === null) return [`generate ${name} = ${rawName(reading, one.from)}`];
    return [
      `generate ${name} = ""`,
      ...one.values.flatMap(({ text, codes }) => {
        const inside = inSet(codes, rawNumbers(reading, source), textsIn(codes, one.from, reading));
        return inside === null ? [] : [`replace ${name} = ${quoted(text)} if ${inside}`];
      }),
    ];
  });
  for (const { name, of } of data.either ?? []) {
    const own = of.find((one) => columnOf(frame, one) !== undefined);
    if (own !== undefined) lines.push(`generate ${rawName(reading, name)} = ${rawName(reading, own)}`);
  }
  return [...lines, ...data.joins.map((join) => comment(words.absent(words.joined(join.file, join.on)))), 'generate byte inside_ = 1'];
}
