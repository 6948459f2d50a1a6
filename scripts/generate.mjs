// Writes the reference pages from the registry: the vocabulary, the quantities, the statistics (with what docs/statistics says of them) and
// the catalogue of problems; the module of the language's own frameworks; what the extension has of the vocabulary: its grammar and
// its snippets; the counting kernel's bytes; what the packages say of the software that they bundle; the computed part of the page on the
// paper's tables. `node scripts/generate.mjs` writes them; `--check` fails when one on disk is not what it should be.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { grammarOf } from './editor/grammar.mjs';
import { chineseSnippetsOf, snippetsOf } from './editor/snippets.mjs';
import { descriptionsChinese, textsChinese } from './editor/snippet-words-zh.mjs';
import { kernelModule } from './kernel.mjs';
import { folders, foldersModule } from './languages.mjs';
import { noticePages } from './notices.mjs';
import { pageWithPrintedTables } from './printed-tables.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const core = await import(new URL('../packages/core/dist/index.js', import.meta.url).href);
const {
  catalogueIn,
  inLanguage,
  languages,
  learn,
  problemCatalogue,
  wordsOfProblem,
  declarationOf,
  declaredQuantities,
  comparisonQuantitiesOf,
  formulaFunctions,
  formulaOf,
  optionsOf,
  tableTexts,
  waysOf,
} = core;
const language = await import(new URL('../packages/dsl/dist/index.js', import.meta.url).href);
const { kinds, clauses, clauseIn, homesOf, signatures, standardFrameworks, editorTexts } = language;

await Promise.all(languages.map((tag) => learn(tag)));

const head = (title) => `<!-- Written by scripts/generate.mjs; changes here are lost. -->\n\n# ${title}\n\n`;
const row = (...cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |\n`;
const table = (titles, rows) => row(...titles) + row(...titles.map(() => '---')) + rows.map((cells) => row(...cells)).join('');
/** What a way to write an option means. */
const meaningOf = (way, tag = 'en') => {
  const doc = inLanguage(tag, way.doc);
  return way.isDefault ? catalogueIn(tag).reference.isDefault(doc) : doc;
};
const words = (list) => list.map((word) => `\`${word}\``).join(', ');

function languagePage(tag) {
  const own = catalogueIn(tag).reference;
  const said = (text) => inLanguage(tag, text);
  let text = `${head(own.language)}${own.languageOpening}\n\n## ${own.declarations}\n\n`;
  for (const kind of Object.values(kinds)) {
    text += `### ${kind.kind}\n\n${said(kind.doc)}\n\n\`\`\`\n${kind.example}\n\`\`\`\n\n`;
    if (kind.engines.length > 0) text += `${kind.engines.map(({ example, doc }) => `- \`${example}\`: ${said(doc)}`).join('\n')}\n\n`;
    if (kind.clauses.length > 0) text += `${own.clausesOf(words(kind.clauses))}\n\n`;
    if (kind.declarations.length > 0) text += `${own.declarationsInside(words(kind.declarations))}\n\n`;
  }
  // A word that is an option in one kind of declaration and names things in others has a line for each meaning.
  const meanings = Object.keys(clauses).flatMap((word) => {
    const homes = homesOf(word);
    const entries = new Map();
    for (const home of homes) {
      const entry = home === 'map' ? clauses[word] : clauseIn(home, word);
      const known = [...entries.keys()].find((one) => one.doc === entry.doc && one.example === entry.example) ?? entry;
      entries.set(known, [...(entries.get(known) ?? []), home]);
    }
    return [...entries];
  });
  text += `## ${own.clauses}\n\n${table(
    own.clauseHeads,
    meanings.map(([clause, homes]) => [`\`${clause.word}\``, homes.join(', '), said(clause.doc), `\`${clause.example}\``]),
  )}\n`;
  text += `## ${own.options}\n\n${table(
    own.optionHeads,
    Object.entries(optionsOf).flatMap(([block, of]) =>
      Object.values(of).flatMap((option) =>
        waysOf(option).map((way) => [block, `\`${option.word} ${way.text}${way.body ? ' { … }' : ''}\``, meaningOf(way, tag)]),
      ),
    ),
  )}`;
  text += `\n## ${own.frameworks}\n\n${own.frameworksOpening}\n\n${table(
    own.frameworkHeads,
    [...standardFrameworks].map(([name, spec]) => [`\`${name}\``, /^framework\s+"([^"]*)"/mu.exec(spec)?.[1] ?? '']),
  )}`;
  return text;
}

function quantitiesPage(tag) {
  const own = catalogueIn(tag).reference;
  let text = `${head(own.quantities)}${own.quantitiesOpening}\n\n`;
  for (const [kind, list] of Object.entries(signatures)) {
    text += `## ${own.ofKind(kind)}\n\n${table(
      own.quantityHeads,
      list.map((one) => {
        const { label } = declarationOf(kind, one.name, one.args.length);
        const formula = formulaOf(kind, one.name, one.args.length);
        return [
          `\`${one.name}${one.args.length === 0 ? '' : `(${one.args.join(', ')})`}\``,
          inLanguage(tag, one.doc),
          label,
          inLanguage('zh', label),
          formula?.formula ?? '',
          formula?.source ?? '',
        ];
      }),
    )}\n`;
  }
  return text;
}

/** The parts of docs/statistics, each with what the registry says of its numbers. A part opens with its title and of what it speaks. */
function statisticsPage() {
  const folder = `${root}docs/statistics/`;
  const first = [
    'describe',
    'reliability',
    'index',
    'exploratory',
    'measurement',
    'correlate',
    'compare',
    'regression',
    'outcomes',
    'mediation',
    'robustness',
    'design',
  ];
  const place = (name) => (first.includes(name) ? first.indexOf(name) : first.length);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -3))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  const listed = (text) => (text ?? '').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  let text =
    `${head('Statistics')}What each number is, where it comes from, and how to get the same in R and in SPSS. How it is tested: ` +
    '[Where the numbers come from](numbers.md).\n\n';
  for (const name of names) {
    const part = readFileSync(`${folder}${name}.md`, 'utf8');
    const [opening, title, of, options] = /^<!-- (.+?) \| of:(.*?)(?: \| options:(.*?))? -->\n/u.exec(part) ?? [];
    if (opening === undefined) throw new Error(`docs/statistics/${name}.md does not say what it is about in its first line`);
    text += `## ${title}\n\n${part.slice(opening.length).trim()}\n\n`;
    const choices = listed(options).flatMap((kind) =>
      Object.values(optionsOf[kind]).flatMap((option) =>
        waysOf(option).map((way) => [kind, `\`${option.word} ${way.text}${way.body ? ' { … }' : ''}\``, meaningOf(way)]),
      ),
    );
    if (choices.length > 0) text += `**What can be chosen.**\n\n${table(['In', 'Written', 'What it means'], choices)}\n`;
    for (const kind of listed(of)) {
      if (signatures[kind] === undefined) throw new Error(`docs/statistics/${name}.md speaks of ${kind}, which has no quantities`);
      text += `**Of ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}**\n\n${table(
        ['Number', 'Definition', 'Formula', 'Source'],
        signatures[kind].map((one) => {
          const formula = formulaOf(kind, one.name, one.args.length);
          return [
            `\`${one.name}${one.args.length === 0 ? '' : `(${one.args.join(', ')})`}\``,
            one.doc,
            formula?.formula ?? '',
            formula?.source ?? '',
          ];
        }),
      )}\n`;
    }
  }
  return text + coreOnly();
}

/** What `in-core-only.ts` lists, with the first sentence that stands above each. */
function coreOnly() {
  const core = `${root}packages/core/src/`;
  const listed = [...readFileSync(`${core}in-core-only.ts`, 'utf8').matchAll(/^export \{([^}]*)\} from '([^']+)'/gmu)];
  const rows = listed.flatMap(([, names, path]) =>
    names.split(',').flatMap((one) => {
      const name = one.trim();
      if (name === '' || name.startsWith('type ')) return [];
      const found = new RegExp(`/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s*export (?:async )?(?:const|function) ${name}\\b`, 'u').exec(
        readFileSync(core + path, 'utf8'),
      );
      const doc = (found?.[1] ?? '').replaceAll(/\s*\n\s*\*?\s*/gu, ' ').trim();
      return [[`\`${name}\``, `\`${path.slice('./'.length)}\``, /^.*?\.(?=\s[A-Z]|$)/u.exec(doc)?.[0] ?? doc]];
    }),
  );
  return (
    '## In core only\n\nWhat no word of the language reaches: it is tested like everything else, and not offered.\n\n' +
    table(['Name', 'Where', 'What it does'], rows)
  );
}

function problemsPage(tag) {
  const own = catalogueIn(tag).reference;
  let text = `${head(own.problems)}${own.problemsOpening}\n\n`;
  for (const kind of problemCatalogue) {
    const { title, explanation } = wordsOfProblem(kind.name, tag);
    text +=
      `## ${kind.code} ${kind.name}\n\n${own.titled(title, own.severity[kind.severity])}\n\n${explanation}\n\n${own.wrong}\n\n\`\`\`\n` +
      `${kind.example.wrong.trimEnd()}\n\`\`\`\n\n${own.right}\n\n\`\`\`\n${kind.example.right.trimEnd()}\n\`\`\`\n\n`;
  }
  return text;
}

/** The frameworks as one module of texts, so that they are there wherever the language runs. */
function frameworksModule() {
  const folder = `${root}packages/dsl/src/stdlib/`;
  const entries = readdirSync(folder)
    .filter((file) => file.endsWith('.study'))
    .sort()
    .map(
      (file) =>
        `  ['std:${file.slice(0, -6)}', ` +
        `${JSON.stringify(readFileSync(folder + file, 'utf8').split('\n'), null, 2).replaceAll('\n', '\n  ')}.join('\\n')],\n`,
    );
  return (
    `// Written by scripts/generate.mjs from the .study files of this folder; changes here are lost.\n\n/** The language's own ` +
    `frameworks: what \`replicates "std:…"\` names, with their texts. */\nexport const standardFrameworks: ReadonlyMap<string, ` +
    `string> = new Map([\n${entries.join('')}]);`
  );
}

/** Everything that the registry and the vocabulary say in English, once each. */
function englishTexts() {
  const texts = new Set();
  const add = (...given) => {
    for (const text of given) if (typeof text === 'string' && text !== '') texts.add(text);
  };
  for (const table of [...Object.values(declaredQuantities), ...Object.values(comparisonQuantitiesOf)])
    for (const { doc, label } of Object.values(table)) add(label, doc);
  for (const options of Object.values(optionsOf))
    for (const option of Object.values(options)) {
      add(option.doc, option.defaultSays);
      // What languages are called each of them says by itself, if it does.
      if (option.word === 'language') continue;
      for (const [kind, { doc, phrase, note }] of Object.entries(option.choices)) {
        add(doc);
        // What a table says of it may depend on a flag.
        if (typeof note === 'function') for (const kaiser of [true, false]) add(note({ kind, kaiser }));
        else add(note);
        for (const part of phrase ?? []) if (typeof part === 'object') add(...Object.values(part).map((kind) => kind.doc));
      }
    }
  for (const { doc, engines } of Object.values(kinds)) add(doc, ...engines.map((engine) => engine.doc));
  for (const word of Object.keys(clauses))
    for (const home of homesOf(word)) add((home === 'map' ? clauses[word] : clauseIn(home, word)).doc);
  for (const { doc } of formulaFunctions.values()) add(doc);
  add(...editorTexts, ...tableTexts);
  return (
    `// Written by scripts/generate.mjs from the registry and the vocabulary; changes here are lost.\n\n` +
    `/** What is said in English beside the declaration that it is about, and by every other language in its texts. */\n` +
    `export type EnglishText =\n${[...texts]
      .sort()
      .map((text) => `  | ${JSON.stringify(text)}\n`)
      .join('')};`
  );
}

const pages = {
  ...Object.fromEntries(
    languages.flatMap((tag) => {
      const folder = tag === 'en' ? 'docs/reference' : `docs/${tag}/reference`;
      mkdirSync(root + folder, { recursive: true });
      return [
        [`${folder}/language.md`, languagePage(tag)],
        [`${folder}/quantities.md`, quantitiesPage(tag)],
        [`${folder}/problems.md`, problemsPage(tag)],
      ];
    }),
  ),
  'docs/statistics.md': statisticsPage(),
  'docs/paper-tables.md': pageWithPrintedTables(root, 'docs/paper-tables.md', 'en', { core, dsl: language }),
  'docs/zh/paper-tables.md': pageWithPrintedTables(root, 'docs/zh/paper-tables.md', 'zh', { core, dsl: language }),
  'packages/dsl/src/stdlib/frameworks.ts': frameworksModule(),
  [folders]: foldersModule(),
  'packages/core/src/words/en/texts.ts': englishTexts(),
  'packages/core/src/counts/kernel-bytes.ts': await kernelModule(
    `${root}packages/core/src/counts/kernel.wat`,
    'kernelBytes',
    'The counting kernel',
  ),
  'packages/core/src/data/readers/blocks/scan-bytes.ts': await kernelModule(
    `${root}packages/core/src/data/readers/blocks/scan.wat`,
    'scanBytes',
    'What scans the usual records of a table',
  ),
  ...noticePages(root),
};
const snippetLanguage = {
  ...language,
  ways: (kind, word) =>
    Object.values(optionsOf[kind] ?? {})
      .filter((option) => option.word === word)
      .flatMap((option) => waysOf(option).filter((way) => !way.body)),
};
Object.assign(pages, {
  'packages/vscode/syntaxes/studyspec.tmLanguage.json': JSON.stringify(grammarOf(language), null, 2),
  'packages/vscode/snippets/studyspec.json': JSON.stringify(snippetsOf(snippetLanguage), null, 2),
  'packages/vscode/snippets/studyspec.zh-cn.json': JSON.stringify(
    chineseSnippetsOf(snippetsOf(snippetLanguage), descriptionsChinese, textsChinese),
    null,
    2,
  ),
});
let stale = 0;
for (const [path, given] of Object.entries(pages)) {
  const text = `${given.trimEnd()}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(root + path, text);
    continue;
  }
  let found = '';
  try {
    found = readFileSync(root + path, 'utf8');
  } catch {
    /* it is missing, so it is stale */
  }
  if (found !== text) {
    stale += 1;
    console.error(`${path} is not what it is made from; run: npm run generate`);
  }
}
if (stale > 0) process.exitCode = 1;
