// Which tables and figures of a report a paper prints, and which stand folded behind them: what few readers look up, and what says in
// detail what a table of the paper says already.
import type { Block, SectionBlock, TableBlock } from '../show/document.ts';
import type { Words } from '../words/words.ts';

/** By what they are of their declaration (`integration:retention`), or by their whole name. */
const KINDS: ReadonlySet<string> = new Set([
  // An index: its table of loadings says how well the items suit; scores stand by group where they are compared.
  'factorability',
  'retention',
  'structure',
  'component-correlations',
  'scree-plot',
  'loadings-map',
  // A comparison: the tests stand under the groups.
  'tests',
  'two',
  'pairs',
  // A regression: standard errors and intervals are told beside each coefficient.
  'detail',
  // A measurement: the fit, loadings and validity are the paper's.
  'modifications',
  // A robustness: what its specifications come to is told of the whole.
  'specifications',
  // A claim's number stands in the table.
  'claims',
  'agreement',
]);
const WHOLE: ReadonlySet<string> = new Set([
  'reliability:items',
  'blocks:answers',
  'respondents:levels',
  'flow:plot',
  'study:framework',
  'sample:data',
]);

/** A printed table of which every figure comes out: the table of counts says so. */
const comesOut = (block: TableBlock): boolean =>
  /^published:[\d:]+$/u.test(block.id) && block.rows.every((row) => row.every((cell) => cell?.kind !== 'number' || cell.mark === 'agrees'));

/** Where the paper's tables are shown, what is said of them stands below each. */
const ofPrint = (block: Block): boolean => block.kind === 'note' && /^SS[78]/u.test(block.code ?? '');

function isFolded(block: Block, section: SectionBlock): boolean {
  if (section.id === 'warnings') return ofPrint(block);
  if (block.kind === 'table' && comesOut(block)) return true;
  if (block.kind !== 'table' && block.kind !== 'figure') return false;
  if (WHOLE.has(block.id)) return true;
  const [, ...kinds] = block.id.split(':');
  return kinds.some((kind) => KINDS.has(kind));
}

/** A section with what is folded behind the rest; `besides`: names of blocks that are folded in this report. */
export function foldedBehind(section: SectionBlock, words: Words, besides: ReadonlySet<string>): SectionBlock {
  const behind = (block: Block): boolean => isFolded(block, section) || ('id' in block && besides.has(block.id));
  const folded = section.blocks.filter(behind);
  if (folded.length === 0) return section;
  const more: SectionBlock = {
    kind: 'section',
    id: `${section.id}:more`,
    title: section.id === 'warnings' ? words.moreOfPrint : words.moreOf,
    folded: true,
    blocks: folded,
  };
  return { ...section, blocks: [...section.blocks.filter((block) => !behind(block)), more] };
}
