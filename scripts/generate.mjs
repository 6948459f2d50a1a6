// Writes what follows from the registry: the reference pages (vocabulary, quantities, problems), and the extension's grammar and snippets.
// `node scripts/generate.mjs` writes them; `--check` fails when one on disk is not what it should be.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { grammarOf } from './editor/grammar.mjs';
import { snippetsOf } from './editor/snippets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { problemCatalogue, formulaOf } = await import(new URL('../packages/core/dist/index.js', import.meta.url).href);
const { kinds, clauses, options, homesOf, signatures } = await import(new URL('../packages/dsl/dist/index.js', import.meta.url).href);
const language = await import(new URL('../packages/dsl/dist/index.js', import.meta.url).href);

const head = (title) => `<!-- Written by scripts/generate.mjs; changes here are lost. -->\n\n# ${title}\n\n`;
const row = (...cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |\n`;
const table = (titles, rows) => row(...titles) + row(...titles.map(() => '---')) + rows.map((cells) => row(...cells)).join('');
const words = (list) => list.map((word) => `\`${word}\``).join(', ');

function languagePage() {
  let text = head('The words of the language') + 'A declaration begins with its kind; what belongs to it stands on its line or between its braces. No word is reserved: each is a keyword only where a declaration or a clause may begin.\n\n## Declarations\n\n';
  for (const kind of Object.values(kinds)) {
    text += `### ${kind.kind}\n\n${kind.doc}\n\n\`\`\`\n${kind.example}\n\`\`\`\n\n`;
    if (kind.clauses.length > 0) text += `Clauses: ${words(kind.clauses)}.\n\n`;
    if (kind.declarations.length > 0) text += `Declarations inside: ${words(kind.declarations)}.\n\n`;
  }
  text += `## Clauses\n\n${table(['Clause', 'Stands in', 'What it says', 'Example'], Object.values(clauses).map((clause) => [`\`${clause.word}\``, homesOf(clause.word).join(', '), clause.doc, `\`${clause.example}\``]))}\n`;
  text += `## Options\n\n${table(['In', 'Clause', 'Words'], Object.entries(options).flatMap(([block, of]) => Object.entries(of).map(([clause, list]) => [block, `\`${clause}\``, words(list)])))}`;
  return text;
}

function quantitiesPage() {
  let text = head('Quantities') + 'Every number that a study computes has an address: the name of its declaration, a dot, the name of the quantity, and what it takes in parentheses.\nAddresses stand in hypotheses, in published figures, on the command line (`studyspec query`) and behind the `#` of a report.\n\n';
  for (const [kind, list] of Object.entries(signatures)) {
    text += `## Of ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}\n\n${table(['Quantity', 'What it is', 'Formula', 'Source'], list.map((one) => {
      const formula = formulaOf(kind, one.name, one.args.length > 0);
      return [`\`${one.name}${one.args.length === 0 ? '' : `(${one.args.join(', ')})`}\``, one.doc, formula?.formula ?? '', formula?.source ?? ''];
    }))}\n`;
  }
  return text;
}

function problemsPage() {
  let text = head('Problems') + 'What StudySpec can find wrong, by code. `studyspec explain CODE` shows the same in a terminal.\n\n';
  for (const kind of problemCatalogue) {
    text += `## ${kind.code} ${kind.name}\n\n**${kind.title}** (${kind.severity})\n\n${kind.explanation}\n\nWrong:\n\n\`\`\`\n${kind.example.wrong.trimEnd()}\n\`\`\`\n\nRight:\n\n\`\`\`\n${kind.example.right.trimEnd()}\n\`\`\`\n\n`;
  }
  return text;
}

const json = (value) => JSON.stringify(value, null, 2);
const pages = { 'docs/reference/language.md': languagePage(), 'docs/reference/quantities.md': quantitiesPage(), 'docs/reference/problems.md': problemsPage(),
  'packages/vscode/syntaxes/studyspec.tmLanguage.json': json(grammarOf(language)), 'packages/vscode/snippets/studyspec.json': json(snippetsOf(language)) };
mkdirSync(`${root}docs/reference`, { recursive: true });
let stale = 0;
for (const [path, given] of Object.entries(pages)) {
  const text = `${given.trimEnd()}\n`;
  if (!process.argv.includes('--check')) { writeFileSync(root + path, text); continue; }
  let found = '';
  try { found = readFileSync(root + path, 'utf8'); } catch { /* it is missing, so it is stale */ }
  if (found !== text) { stale += 1; console.error(`${path} is not what the registry says; run: npm run generate`); }
}
if (stale > 0) process.exitCode = 1;
