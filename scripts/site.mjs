// docs/ as a static site: `node scripts/site.mjs` after a build writes out/site, and ends with 1 where a link, an anchor or a picture
// is not there. English at the root, Chinese below zh/; the reports of the examples are made by the program as it was built. How a
// page is made is site/markdown.mjs', what frames it site/template.mjs', what must hold site/links.mjs'.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenIn } from './site/links.mjs';
import { escaped, highlighter, renderer } from './site/markdown.mjs';
import { searchIndex } from './site/search.mjs';
import { framed, relativeLink, words } from './site/template.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const to = join(root, 'out/site');
const { homepage } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const repository = homepage.replace(/#.*$/u, '');
const read = (path) => readFileSync(root + path, 'utf8');
const put = (file, content) => {
  mkdirSync(dirname(join(to, file)), { recursive: true });
  writeFileSync(join(to, file), content);
};

/** Where each page of Markdown stands in the site: its language, its name in the contents, its file. */
function sources() {
  const markdown = (folder) =>
    readdirSync(root + folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${folder}/${file}`);
  const below = (language, folder) =>
    [...markdown(folder), ...markdown(`${folder}/reference`)].map((source) => {
      const name = source.slice(folder.length + 1, -3);
      return { source, language, name, file: `${language === 'en' ? '' : `${language}/`}${name}.html` };
    });
  return [
    { source: 'README.md', language: 'en', name: 'index', file: 'index.html' },
    { source: 'README.zh.md', language: 'zh', name: 'index', file: 'zh/index.html' },
    { source: 'CHANGELOG.md', language: 'en', name: 'changelog', file: 'changelog.html' },
    ...below('en', 'docs'),
    ...below('zh', 'docs/zh'),
    ...EXAMPLES.map(({ name }) => ({
      source: `examples/${name}/README.md`,
      language: 'en',
      name: `examples/${name}`,
      file: `examples/${name}/index.html`,
    })),
  ];
}

/** Studies whose reports are shown, each made by a command. */
const EXAMPLES = [
  {
    name: 'anshun',
    reports: [
      ['anshun.study', ['run'], { en: 'Social integration, as the paper did it', zh: '社会融入：按论文的做法' }],
      ['anshun-clean.study', ['run'], { en: 'The same with the typing error out', zh: '同一研究：改正录入错误后' }],
      ['published.study', ['audit'], { en: 'The paper’s tables against each other', zh: '发表的各表相互核查' }],
    ],
  },
  { name: 'bijie', reports: [['bijie.study', ['run'], { en: 'The study replicated elsewhere', zh: '用于另一地区的同一研究' }]] },
  { name: 'provinces', reports: [['provinces.study', ['run'], { en: 'The two compared', zh: '两项研究的比较' }]] },
];

function writeReports() {
  for (const { name, reports } of EXAMPLES)
    for (const [study, [command], titles] of reports)
      for (const language of Object.keys(titles)) {
        const file = join(to, reportFile(language, name, study));
        mkdirSync(dirname(file), { recursive: true });
        try {
          execFileSync(
            process.execPath,
            [`${root}packages/cli/bin/studyspec.js`, command, `examples/${name}/${study}`, '-o', file, '--lang', language, '--force'],
            { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, STUDYSPEC_CACHE: 'off' } },
          );
        } catch (error) {
          // A claim that does not hold, or an audit that finds something, ends with 1; what counts is what was written.
          if (error.status !== 1 || !existsSync(file)) throw error;
        }
      }
}
const reportFile = (language, name, study) =>
  `${language === 'en' ? '' : `${language}/`}examples/${name}/${study.replace('.study', '.html')}`;

/** The page that lists the examples: each study in its colours, and its report in the language of the page. */
function examplesPage(language, highlight, file) {
  const say =
    language === 'en'
      ? ['Studies and their reports', 'The spec: ', 'Made by this version when this site was.']
      : ['研究及其报告', '研究说明：', '由本版本在生成本站时写出。'];
  const parts = EXAMPLES.map(({ name, reports }) => {
    const about = /^# (.+)$/mu.exec(read(`examples/${name}/README.md`))[1];
    const links = reports.map(([study, , titles]) => {
      const report = relativeLink(file, reportFile(language, name, study));
      return `<li><a href="${report}">${escaped(titles[language])}</a><br><code>${study}</code></li>`;
    });
    const [[first]] = reports;
    const title =
      language === 'en' ? `<a href="${relativeLink(file, `examples/${name}/index.html`)}">${escaped(about)}</a>` : escaped(ZH[name]);
    const spec = `<pre class="study" tabindex="0"><code>${highlight(read(`examples/${name}/${first}`))}</code></pre>`;
    return (
      `<h2 id="${name}">${title}</h2>\n<ul class="cards">${links.join('')}</ul>\n` +
      `<details><summary>${say[1]}${first}</summary>${spec}</details>`
    );
  });
  return { title: say[0], html: `<h1 id="examples">${say[0]}</h1>\n<p>${say[2]}</p>\n${parts.join('\n')}`, headings: [] };
}
const ZH = { anshun: '安顺：易地扶贫搬迁户的社会融入', bijie: '毕节：同一研究用于另一地区', provinces: '两项研究的比较' };

const started = Date.now();
rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
const highlight = await highlighter(`${root}packages/vscode/syntaxes/studyspec.tmLanguage.json`);
const all = sources();
const fileOf = new Map(all.map(({ source, file }) => [source, file]));
const copied = new Set();

/** Where a link or a picture of a page leads in the site: another page, a copy of the file, else the repository. */
function leadOf(source, file) {
  return (given, kind) => {
    if (/^(?:[a-z]+:|#)/iu.test(given)) return given;
    const [path, anchor] = given.split('#');
    const target = posix.normalize(posix.join(posix.dirname(source), path));
    const behind = anchor === undefined ? '' : `#${anchor}`;
    const page = fileOf.get(target) ?? (target === 'docs' || target === 'docs/' ? 'index.html' : undefined);
    if (page !== undefined) return relativeLink(file, page) + behind;
    if (kind === 'image' || /\.(?:png|svg|csv|docx|pdf)$/u.test(target)) {
      if (!existsSync(root + target)) throw new Error(`${source} shows ${target}, which is not there`);
      const copy = `files/${target.replaceAll('/', '-')}`;
      if (!copied.has(copy)) put(copy, readFileSync(root + target));
      copied.add(copy);
      return relativeLink(file, copy);
    }
    if (!existsSync(root + target)) throw new Error(`${source} leads to ${target}, which is not there`);
    return `${repository}/blob/main/${target}${behind}`;
  };
}

/** The readme's own way to the other language is the bar's here. */
const textOf = ({ source, name }) => (name === 'index' ? read(source).replace(/^\[(?:中文|English)\]\([^)]*\)\n/mu, '') : read(source));
const made = all.map((page) => ({
  ...page,
  ...renderer(highlight, leadOf(page.source, page.file), words[page.language], page.name.startsWith('reference/'))(textOf(page)),
}));
for (const language of Object.keys(words)) {
  const file = `${language === 'en' ? '' : `${language}/`}examples/index.html`;
  made.push({ language, name: 'examples/index', file, ...examplesPage(language, highlight, file) });
}
const pages = Object.fromEntries(
  Object.keys(words).map((language) => [
    language,
    Object.fromEntries(made.filter((one) => one.language === language).map(({ name, file, title }) => [name, { file, title }])),
  ]),
);
for (const page of made) put(page.file, framed({ ...page, pages }));
for (const language of Object.keys(words)) put(`search-${language}.js`, searchIndex(made.filter((one) => one.language === language)));
cpSync(`${root}scripts/site/search.js`, join(to, 'search.js'));
cpSync(`${root}scripts/site/site.css`, join(to, 'site.css'));
cpSync(`${root}packages/vscode/images/icon.png`, join(to, 'icon.png'));
writeReports();

const wrong = brokenIn(to);
for (const line of wrong) console.error(line);
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(`out/site/index.html: ${made.length} pages, ${seconds} s${wrong.length > 0 ? `, ${wrong.length} wrong` : ''}`);
if (wrong.length > 0) process.exitCode = 1;
