// The paper's own tables of the Anshun example, each figure with what comes out here: the part of docs/paper-tables.md that is computed. It
// is what `run --only published` says in Markdown; `generate.mjs` puts it between its marks, and `--check` (in CI) fails where the program
// says something else by now.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const OPENING = '<!-- Computed by scripts/printed-tables.mjs; changes between these marks are lost. -->';
const CLOSING = '<!-- End of what is computed. -->';

/** `core` and `dsl`: the built packages. */
export function pageWithPrintedTables(root, path, tag, { core, dsl }) {
  const page = readFileSync(root + path, 'utf8');
  const [from, to] = [page.indexOf(OPENING), page.indexOf(CLOSING)];
  if (from < 0 || to < from) throw new Error(`${path} has no marks for what is computed`);
  return `${page.slice(0, from)}${OPENING}\n\n${printedTables(root, tag, { core, dsl })}\n${page.slice(to)}`;
}

function printedTables(root, tag, { core, dsl }) {
  const folder = join(root, 'examples/anshun');
  const study = dsl.openStudy('anshun.study', {
    text: (file) => ({ content: readFileSync(join(folder, file), 'utf8') }),
    answers: ({ name, path }, options) => core.readData(readFileSync(join(folder, path)), name, options),
  });
  const results = dsl.resultsOf(study);
  const document = core.reportOf(results, { language: tag, only: ['published'], problems: dsl.listsOf(study, results).problems });
  const blocks = document.blocks.flatMap((block) => (block.kind === 'section' && block.id === 'published' ? block.blocks : []));
  // Numbers are of the report, where these tables are in an appendix; here each has the paper's.
  const shown = blocks.filter(({ kind }) => kind !== 'figure').map((block) => ({ ...block, number: undefined, series: undefined }));
  const lines = (own) =>
    core.renderers.markdown
      .render({ ...document, blocks: own }, { width: 100 })
      .trimEnd()
      .split('\n');
  // Title and subtitle stand over every document.
  return `${lines(shown).slice(lines([]).length).join('\n').trim()}\n`;
}
