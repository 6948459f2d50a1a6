// A table on the clipboard: as HTML that Word keeps (rules and alignment written into it, since a style sheet does not
// travel), and as text with tabs for everything else.

/** Null when the clipboard took both; otherwise the text, for somebody who may write it. */
export async function copyTable(table: Element): Promise<string | null> {
  const text = textOf(table);
  const html = wordHtml(table);
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([text], { type: 'text/plain' }) }),
    ]);
    return null;
  } catch {
    return copyByEvent(html, text) ? null : text;
  }
}

/** The older way, for where the clipboard asks for a permission that a frame does not get. */
function copyByEvent(html: string, text: string): boolean {
  let done = false;
  const write = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    done = true;
  };
  document.addEventListener('copy', write, { once: true });
  const said = document.execCommand('copy');
  document.removeEventListener('copy', write);
  return said && done;
}

const rowsOf = (table: Element): HTMLTableRowElement[] => [...table.querySelectorAll('tr')];

function textOf(table: Element): string {
  const cells = (row: HTMLTableRowElement): string =>
    [...row.cells]
      .flatMap((cell) => [cell.textContent.trim(), ...Array.from({ length: cell.colSpan - 1 }, () => '')])
      .join('\t')
      .trimEnd();
  const caption = table.querySelector('caption')?.textContent.trim();
  return `${[...(caption === undefined ? [] : [caption]), ...rowsOf(table).map(cells)].join('\n')}\n`;
}

function wordHtml(table: Element): string {
  const copy = table.cloneNode(true) as HTMLElement;
  const caption = copy.querySelector('caption');
  const rows = rowsOf(copy);
  const heads = copy.querySelectorAll('thead tr').length;
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      const rules = [
        ...(index === 0 ? ['border-top:1.5pt solid windowtext'] : []),
        ...(index === heads - 1 ? ['border-bottom:0.75pt solid windowtext'] : []),
        ...(index === rows.length - 1 ? ['border-bottom:1.5pt solid windowtext'] : []),
        'padding:1pt 5pt',
        `text-align:${cell.matches('[scope=colgroup]') ? 'center' : cell.matches('.text, tbody th') ? 'left' : 'right'}`,
        'font-weight:normal',
        ...(cell.classList.contains('emphasis') ? ['font-weight:bold'] : []),
        ...(cell.classList.contains('i1') ? ['padding-left:14pt'] : []),
      ];
      cell.setAttribute('style', rules.join(';'));
    }
  }
  for (const element of copy.querySelectorAll('*')) for (const name of ['id', 'class', 'title', 'tabindex']) element.removeAttribute(name);
  copy.removeAttribute('class');
  copy.setAttribute('style', 'border-collapse:collapse;font-family:"Times New Roman",SimSun,serif;font-size:10.5pt');
  caption?.remove();
  const holder = table.closest('.table');
  const notes = holder?.querySelector('.notes')?.textContent ?? '';
  const paragraph = (text: string, style: string): string => {
    const p = document.createElement('p');
    p.textContent = text;
    p.setAttribute('style', style);
    return p.outerHTML;
  };
  const font = 'font-family:"Times New Roman",SimSun,serif';
  const above = caption === null ? '' : paragraph(caption.textContent, `${font};font-size:10.5pt`);
  const below = notes === '' ? '' : paragraph(notes, `${font};font-size:9pt`);
  return `<meta charset="utf-8">${above}${copy.outerHTML}${below}`;
}
