// What somebody has to know before citing a study: the few gravest of its problems, a kind once, and what its author lets stand and why.
// All of them stand in the appendix.
import type { ReportContext } from '../methods/context.ts';
import { countsOf } from '../methods/claims/counts.ts';
import type { Problem } from '../problems/problem.ts';
import type { Block, NoteBlock } from '../show/document.ts';
import { formatQuantity } from '../show/format.ts';
import { problemCounts, statedBlocks, TONES } from './problem-tables.ts';
import { tellReader } from './told-to-readers.ts';

const MOST = 6;

/** Standard errors and p-values that are too small, whatever they are of. */
const INFERENCE: readonly string[] = ['SS614', 'SS615', 'SS611'];
/** What an index rests on, gravest first; the last is a remark that says how many answers nobody gave. */
const MEASUREMENT: readonly string[] = ['SS603', 'SS605', 'SS604', 'SS610', 'SS609'];

/** Gravest first; null for what no reader of a finding needs. */
function graveness({ code, severity, data }: Problem): number | null {
  if (severity === 'error') return 0;
  if (code.startsWith('SS5') || INFERENCE.includes(code)) return 1;
  // Printed figures are summed up in one sentence; what the text of a spec looks like changes no number.
  if (!/^SS[3-6]/u.test(code)) return null;
  if (code.startsWith('SS3')) return severity === 'warning' && data?.value !== undefined ? 2 : null;
  const at = MEASUREMENT.indexOf(code);
  if (at >= 0) return 4 + at / 10;
  return severity === 'warning' && code.startsWith('SS6') ? 5 : null;
}

export function beforeCitingBlocks(context: ReportContext, problems: readonly Problem[], stated: readonly Problem[]): readonly Block[] {
  const { words } = context;
  const printed = printedApart(context);
  const ranked = problems
    .flatMap((problem) => {
      const grave = graveness(problem);
      return grave === null ? [] : [{ problem, grave }];
    })
    .sort((a, b) => a.grave - b.grave);
  const kinds = [...new Map(ranked.map((one) => [one.problem.code, one])).keys()];
  const notes = kinds.map((code): { readonly note: NoteBlock; readonly grave: number } => {
    const own = ranked.filter((one) => one.problem.code === code);
    const { problem, grave } = own[0]!;
    const { message, help } = tellReader(context, problem);
    const more = own.length === 1 ? [] : [words.beforeCitingMore(own.length - 1, formatQuantity(own.length - 1, 'count'))];
    const all = [...(help === '' ? [] : [help]), ...more].join(words.sentenceGap);
    return { note: { kind: 'note', tone: TONES[problem.severity], text: message, code, ...(all === '' ? {} : { help: all }) }, grave };
  });
  const chosen = [...notes, ...printed.map((note) => ({ note, grave: 3 }))]
    .sort((a, b) => a.grave - b.grave)
    .slice(0, MOST)
    .map(({ note }) => note);
  const author = statedBlocks(context, stated);
  if (chosen.length + author.length === 0) return [];
  const rest: readonly NoteBlock[] =
    problems.length === 0 ? [] : [{ kind: 'note', tone: 'plain', text: words.otherRemarks(problemCounts(words, problems)) }];
  // Under a heading of its own, as it is called in the language's documents.
  return [
    ...chosen,
    ...rest,
    ...(author.length === 0 ? [] : [{ kind: 'section' as const, id: 'stated', title: words.stated, blocks: author }]),
  ];
}

function printedApart(context: ReportContext): readonly NoteBlock[] {
  const { words } = context;
  const { total, off } = countsOf(context.results.published.flatMap((one) => one.figures));
  if (off === 0) return [];
  const text = words.printedApart(formatQuantity(off, 'count'), formatQuantity(total, 'count'));
  return [{ kind: 'note', tone: 'warning', text, code: 'SS701', help: words.printedApartHelp }];
}
