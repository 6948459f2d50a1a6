// Search in the site: what is asked for is looked for in an index that is read when somebody begins to ask. Without scripts there is no
// field, and the contents lead everywhere.
(() => {
  const field = document.querySelector('#site-ask');
  const list = document.querySelector('#site-found');
  const MOST = 12;
  const AROUND = 70;
  const { up } = field.dataset;
  let index = null;

  field.closest('search').hidden = false;
  field.addEventListener('focus', read);
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      field.value = '';
      show();
    }
    if (event.key === 'ArrowDown') list.querySelector('a')?.focus();
  });
  list.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    if (event.key === 'Escape') field.focus();
    if (event.key === 'ArrowDown') links[at + 1]?.focus();
    if (event.key === 'ArrowUp') (links[at - 1] ?? field).focus();
  });

  /** As a script of the site, so that it is found on a disk too, where nothing can be fetched. */
  function read() {
    if (index !== null) return;
    index = [];
    const script = document.createElement('script');
    script.src = field.dataset.index;
    script.addEventListener('load', () => {
      index = globalThis.siteIndex;
      show();
    });
    document.head.append(script);
  }

  function show() {
    const words = field.value.toLowerCase().split(/\s+/u).filter(Boolean);
    const hits = words.length === 0 ? [] : found(words);
    list.replaceChildren(...hits.map(item));
    list.hidden = words.length === 0;
    if (words.length > 0 && hits.length === 0 && index?.length > 0) {
      const none = document.createElement('li');
      none.textContent = field.dataset.none;
      list.append(none);
    }
  }

  /** Every word somewhere in a section: in its heading it counts most, in the title of its page next. */
  function found(words) {
    const hits = [];
    for (const [file, title, id, heading, text, more] of index ?? []) {
      const [head, page, body] = [heading.toLowerCase(), title.toLowerCase(), `${text} ${more}`.toLowerCase()];
      let points = 0;
      for (const word of words) {
        const own = (head.includes(word) ? 8 : 0) + (head === word ? 8 : 0) + (page.includes(word) ? 4 : 0) + (body.includes(word) ? 1 : 0);
        if (own === 0) points = -Infinity;
        points += own;
      }
      if (points > 0) hits.push({ points, file, title, id, heading, text: around(text, body.indexOf(words[0])) });
    }
    return hits.sort((a, b) => b.points - a.points).slice(0, MOST);
  }

  function around(text, at) {
    const from = at >= text.length ? 0 : Math.max(0, at - AROUND / 2);
    return `${from > 0 ? '…' : ''}${text.slice(from, from + 2 * AROUND)}${text.length > from + 2 * AROUND ? '…' : ''}`;
  }

  function item({ file, title, id, heading, text }) {
    const entry = document.createElement('li');
    const link = document.createElement('a');
    link.href = `${up}${file}${id === '' ? '' : `#${id}`}`;
    link.textContent = heading === title ? title : `${heading} · ${title}`;
    const said = document.createElement('span');
    said.textContent = text;
    entry.append(link, said);
    return entry;
  }
})();
