// What frames a page of the site: head, bar with its search, contents, foot, in English and Chinese. Nothing is fetched from elsewhere, and
// no script is needed to read.
import { escaped } from './markdown.mjs';

/** What the frame says, and which pages stand in the contents, in order; a page that nobody listed stands in the last group. */
export const words = {
  en: {
    other: '中文',
    skip: 'To the text',
    search: 'Search',
    none: 'Nothing is found.',
    contents: 'Contents',
    here: 'On this page',
    table: 'Table',
    english: '',
    foot: 'Apache-2.0',
    groups: [
      ['Begin', ['index', 'tutorial', 'from-raw-file', 'card']],
      ['Coming from', ['coming-from-spss', 'coming-from-r', 'coming-from-stata']],
      [
        'How to',
        [
          'replication',
          'comparing',
          'audit',
          'scores',
          'handing-in',
          'manuscripts',
          'scripts',
          'results',
          'large-files',
          'editors',
          'windows',
        ],
      ],
      [
        'Look up',
        ['language', 'reference/language', 'reference/quantities', 'reference/problems', 'statistics', 'numbers', 'versions', 'changelog'],
      ],
      ['Examples', ['examples/index']],
      ['More', []],
    ],
    short: { index: 'What it is', card: 'On one page', 'examples/index': 'Studies and their reports', changelog: 'Changes' },
  },
  zh: {
    other: 'English',
    skip: '跳到正文',
    search: '搜索',
    none: '没有找到。',
    contents: '目录',
    here: '本页',
    table: '表',
    english: '（英文）',
    foot: 'Apache-2.0',
    groups: [
      ['入门', ['index', 'tutorial', 'from-raw-file', 'card']],
      ['从其他软件转来', ['coming-from-spss', 'coming-from-r', 'coming-from-stata']],
      [
        '做法',
        [
          'replication',
          'comparing',
          'audit',
          'scores',
          'handing-in',
          'manuscripts',
          'scripts',
          'results',
          'large-files',
          'editors',
          'windows',
        ],
      ],
      [
        '查阅',
        ['language', 'reference/language', 'reference/quantities', 'reference/problems', 'statistics', 'numbers', 'versions', 'changelog'],
      ],
      ['示例', ['examples/index']],
      ['其他', []],
    ],
    short: {
      index: '这是什么',
      card: '一页速查',
      language: '语言',
      statistics: '统计方法',
      manuscripts: '稿件',
      'examples/index': '研究及其报告',
      changelog: '更新日志',
    },
  },
};

/** From one page to another, both named from the root of the site. */
export function relativeLink(from, to) {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${to}`;
}

/** `pages`: by language and name, each page's file and title; what is not there in Chinese stands there in English. */
function navigation({ language, name, file, pages }) {
  const { groups, short } = words[language];
  const listed = new Set(groups.flatMap(([, names]) => names));
  const own = pages[language];
  const left = Object.keys(own).filter((one) => !listed.has(one) && !one.startsWith('examples/'));
  return groups
    .map(([title, names], at) => [title, at === groups.length - 1 ? left : names])
    .map(([title, names]) => [title, names.filter((one) => own[one] !== undefined || pages.en[one] !== undefined)])
    .filter(([, names]) => names.length > 0)
    .map(([title, names]) => {
      const items = names.map((one) => {
        const page = own[one] ?? pages.en[one];
        const text = (short[one] ?? page.title) + (own[one] === undefined ? words[language].english : '');
        const current = one === name ? ' aria-current="page"' : '';
        return `<li><a href="${relativeLink(file, page.file)}"${current}>${escaped(text)}</a></li>`;
      });
      return `<p class="group">${escaped(title)}</p>\n<ul>${items.join('')}</ul>`;
    })
    .join('\n');
}

export function framed({ language, name, file, title, html, headings, pages }) {
  const say = words[language];
  const other = language === 'en' ? 'zh' : 'en';
  const counterpart = pages[other][name] ?? pages[other].index;
  const inside =
    headings.length > 2 && headings.length < 40
      ? `<details class="here"><summary>${say.here}</summary><ul>${headings
          .map(({ id, text }) => `<li><a href="#${escaped(id)}">${escaped(text)}</a></li>`)
          .join('')}</ul></details>\n`
      : '';
  const [first, rest] = splitAfterTitle(html);
  const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(name === 'index' ? title : `${title} · StudySpec`)}</title>
<link rel="icon" href="${relativeLink(file, 'icon.png')}">
<link rel="stylesheet" href="${relativeLink(file, 'site.css')}">
</head>
<body class="page-${escaped(name.replaceAll('/', '-'))}">
<a class="skip" href="#text">${say.skip}</a>
<header>
<a class="mark" href="${relativeLink(file, pages[language].index.file)}">StudySpec</a>
<search hidden><input id="site-ask" data-up="${relativeLink(file, '')}"
type="search" placeholder="${say.search}" aria-label="${say.search}" autocomplete="off"
data-index="${relativeLink(file, `search-${language}.js`)}" data-none="${say.none}"><ul id="site-found" hidden></ul></search>
<a class="switch" href="${relativeLink(file, counterpart.file)}" hreflang="${other}" lang="${other}">${say.other}</a>
</header>
<div class="sheet">
<nav aria-label="${say.contents}"><details class="menu"><summary>${say.contents}</summary>
${navigation({ language, name, file, pages })}
</details><div class="rail">
${navigation({ language, name, file, pages })}
</div></nav>
<main id="text" tabindex="-1">
${first}${inside}${rest}</main>
</div>
<footer><p>StudySpec · ${say.foot}</p></footer>
<script src="${relativeLink(file, 'search.js')}"></script>
</body>
</html>
`;
}

function splitAfterTitle(html) {
  const at = html.indexOf('</h1>');
  return at < 0 ? ['', html] : [`${html.slice(0, at + 5)}\n`, html.slice(at + 5).trimStart()];
}
