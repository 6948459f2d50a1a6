// Pages of Markdown as HTML: headings with GitHub's anchors, studies in the colours of the editor's grammar, wide tables that scroll in
// themselves, and links and pictures led where they stand in the site. What frames a page is template.mjs'.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

const require = createRequire(import.meta.url);
const { Registry, INITIAL } = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');

export const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Colours studies by the grammar that colours them in the editor. */
export async function highlighter(grammarFile) {
  const { buffer, byteOffset, byteLength } = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(buffer.slice(byteOffset, byteOffset + byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(JSON.parse(readFileSync(grammarFile, 'utf8'))),
  });
  const grammar = await registry.loadGrammar('source.studyspec');
  return (text) => {
    let state = INITIAL;
    return text
      .split('\n')
      .map((line) => {
        const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
        state = ruleStack;
        return tokens
          .map(({ startIndex, endIndex, scopes }) => {
            const part = escaped(line.slice(startIndex, endIndex));
            const colour = COLOURS.find(([scope]) => scopes.some((one) => one.startsWith(scope)))?.[1];
            return colour === undefined || part.trim() === '' ? part : `<span class="${colour}">${part}</span>`;
          })
          .join('');
      })
      .join('\n');
  };
}
const COLOURS = [
  ['comment', 'c'],
  ['string', 's'],
  ['constant', 'n'],
  ['keyword', 'k'],
  ['storage', 'k'],
  ['support', 'w'],
  ['entity.name', 'd'],
];

/** GitHub's anchor of a heading; the second of the same text has `-1` behind it. */
export function anchors() {
  const seen = new Map();
  return (text) => {
    const slug = text
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  };
}

/**
 * Makes a function of a page's Markdown: its title, its HTML and its headings of the second rank. `lead` says where a link or a picture of
 * the page leads in the site; `say.table` is how a table that scrolls is called to whoever cannot see it. In the reference what stands
 * without a mark is a study, elsewhere it is what a command prints.
 */
export function renderer(highlight, lead, say, reference) {
  const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
  let next = anchors();
  let headings = [];
  let title = '';
  let tables = 0;
  const plainText = (inline) =>
    (inline.children ?? [])
      .filter(({ type }) => type === 'text' || type === 'code_inline')
      .map(({ content }) => content)
      .join('');
  const { rules } = markdown.renderer;
  rules.heading_open = (tokens, at) => {
    const text = plainText(tokens[at + 1]);
    const id = next(text);
    if (tokens[at].tag === 'h1' && title === '') title = text;
    if (tokens[at].tag === 'h2') headings.push({ id, text });
    return `<${tokens[at].tag} id="${escaped(id)}">`;
  };
  rules.fence = (tokens, at) => {
    const { content, info } = tokens[at];
    const study = info.startsWith('study') || (reference && info === '');
    const code = study ? highlight(content.trimEnd()) : escaped(content.trimEnd());
    const kind = study ? 'study' : info === '' ? 'output' : info.split(' ')[0];
    return `<pre class="${escaped(kind)}" tabindex="0"><code>${code}</code></pre>\n`;
  };
  rules.table_open = () => `<div class="table" role="region" tabindex="0" aria-label="${escaped(say.table)} ${(tables += 1)}"><table>\n`;
  rules.table_close = () => '</table></div>\n';
  // An empty head is no head to whoever hears the table.
  rules.th_open = (tokens, at) => {
    const style = tokens[at].attrGet('style');
    const empty = tokens[at + 1].content.trim() === '';
    return `<${empty ? 'td' : 'th scope="col"'}${style === null ? '' : ` class="${style.replace('text-align:', '')}"`}>`;
  };
  rules.th_close = (tokens, at) => (tokens[at - 1].content.trim() === '' ? '</td>' : '</th>');
  rules.td_open = (tokens, at) => {
    const style = tokens[at].attrGet('style');
    return `<td${style === null ? '' : ` class="${style.replace('text-align:', '')}"`}>`;
  };
  rules.html_block = (tokens, at) => (tokens[at].content.startsWith('<!--') ? '' : tokens[at].content);
  rules.image = (tokens, at) => {
    const token = tokens[at];
    return `<img src="${escaped(lead(token.attrGet('src'), 'image'))}" alt="${escaped(token.content)}" loading="lazy">`;
  };
  rules.link_open = (tokens, at) => `<a href="${escaped(lead(tokens[at].attrGet('href'), 'link'))}">`;
  return (text) => {
    next = anchors();
    headings = [];
    title = '';
    tables = 0;
    const html = markdown.render(text);
    return { title, html, headings };
  };
}
