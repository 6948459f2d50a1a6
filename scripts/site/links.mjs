// Whether a site holds together: every link, anchor and picture within it is there, nothing is fetched from elsewhere, every id is
// one, every picture says what it shows, and every page says its language and has one title.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const unescaped = (text) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
/** In quotation marks or, where nothing in them needs any, without. */
const attributes = (html, name) =>
  [...html.matchAll(new RegExp(`<[a-z][^<>]*?\\s${name}=(?:"([^"]*)"|([^\\s"'>]+))`, 'giu'))].map((one) => unescaped(one[1] ?? one[2]));

/** What is wrong, a line each. A report is shown as the program wrote it: its links are looked at, its ids are not. */
export function brokenIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(folder, file)).isFile());
  const there = new Set(files);
  const texts = new Map(files.filter((file) => file.endsWith('.html')).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  // Scripts and styles hold no markup of the page.
  const markup = (html) => html.replaceAll(/<(script|style)\b[^>]*>.*?<\/\1>/gisu, '');
  const ids = new Map([...texts].map(([file, html]) => [file, attributes(markup(html), 'id')]));
  const wrong = [];
  for (const [file, whole] of texts) {
    const html = markup(whole);
    const say = (what) => wrong.push(`${file}: ${what}`);
    for (const link of [...attributes(html, 'href'), ...attributes(html, 'src')]) {
      if (link.startsWith('data:') || link.startsWith('mailto:')) continue;
      if (/^[a-z]+:|^\/\//iu.test(link)) continue;
      const [path, anchor] = link.split('#');
      const target = path === '' ? file : posix.normalize(posix.join(dirname(file), decodeURIComponent(path.split('?')[0])));
      if (!there.has(target)) say(`leads to ${link}, which is not there`);
      else if (anchor !== undefined && anchor !== '' && !(ids.get(target) ?? []).includes(decodeURIComponent(anchor)))
        say(`leads to ${link}, and there is no such anchor`);
    }
    // What is fetched without being asked for.
    for (const from of [
      ...attributes(html, 'src'),
      ...[...html.matchAll(/<link\b[^>]*\shref="([^"]*)"/giu)].map((one) => one[1]),
      ...[...whole.matchAll(/url\(["']?([^"')]+)/giu)].map((one) => one[1]),
    ])
      if (/^(?:https?:)?\/\//iu.test(from)) say(`fetches ${from}`);
    const own = whole.includes('href="#text"') ? ids.get(file) : [];
    for (const id of new Set(own.filter((one, at) => own.indexOf(one) !== at))) say(`has the id ${id} twice`);
    for (const [tag] of html.matchAll(/<img\b[^>]*>/giu)) if (!/\salt="[^"]+"/u.test(tag)) say(`has a picture that says nothing: ${tag}`);
    if (!/<html[^>]*\slang="[a-z]{2}/iu.test(whole)) say('does not say its language');
    if ((whole.match(/<title>[^<]+<\/title>/gu) ?? []).length === 0) say('has no title');
    if ((html.match(/<h1[\s>]/gu) ?? []).length !== 1) say('has not one heading of the first rank');
  }
  return wrong;
}
