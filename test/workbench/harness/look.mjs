// What of the values beside the text a person can see: their boxes on the screen, held against the text's part of the editor.

/**
 * Values that are painted now, by the numbers of their lines; null while the editor has not come to line `top`. `labels`: those of each
 * line, as the server gave them; `inside`: whether the whole box lies in the part of the editor that shows text (left of the overview of
 * the file and of the scroll bar).
 */
const valuesInView = (editor, labels, top) =>
  editor.evaluate(
    (node, [wanted, first]) => {
      const plain = (text) => text.replaceAll(/[\u200b\u200c]/gu, '').replaceAll('\u00a0', ' ');
      const guard = node.querySelector('.overflow-guard').getBoundingClientRect();
      const map = node.querySelector('.minimap')?.getBoundingClientRect();
      const right =
        map !== undefined && map.width > 0
          ? map.left
          : guard.right - (node.querySelector('.scrollbar.vertical')?.getBoundingClientRect().width ?? 0);
      const left = node.querySelector('.margin').getBoundingClientRect().right;
      const numbers = [...node.querySelectorAll('.margin-view-overlays .line-numbers')].map((one) => ({
        top: one.getBoundingClientRect().top,
        line: Number(one.textContent),
      }));
      // Above it stay the heads of the blocks that it is in.
      const rows = (numbers.find(({ line }) => line === first)?.top - guard.top) / node.querySelector('.view-line').offsetHeight;
      if (!(rows < 7)) return null;
      return [...node.querySelectorAll('.view-lines .view-line')].flatMap((painted) => {
        const { top } = painted.getBoundingClientRect();
        const line = numbers.find((one) => Math.abs(one.top - top) < 3)?.line;
        const walker = document.createTreeWalker(painted, NodeFilter.SHOW_TEXT);
        const places = [];
        let text = '';
        for (let leaf = walker.nextNode(); leaf !== null; leaf = walker.nextNode()) {
          for (const [at, sign] of [...plain(leaf.data)].entries()) {
            text += sign;
            places.push([leaf, at]);
          }
        }
        return (wanted[line] ?? []).map((label) => {
          const at = [...text].join('').indexOf(plain(label));
          if (at < 0) return { line, label, painted: false, inside: false };
          const range = document.createRange();
          const [first, last] = [places[at], places[at + label.length - 1]];
          range.setStart(first[0], first[1]);
          range.setEnd(last[0], last[1] + 1);
          const box = range.getBoundingClientRect();
          return {
            line,
            label,
            painted: true,
            inside: box.left >= left - 1 && box.right <= right + 1 && box.top >= guard.top - 1 && box.bottom <= guard.bottom + 1,
            right: box.right - right,
          };
        });
      });
    },
    [labels, top],
  );

/** Scrolls through a file; for every line that has values, whether they were all seen whole. */
export async function seenValues(wb, path) {
  const hints = await wb.hints(path);
  const labels = {};
  for (const { line, label } of hints) (labels[line] ??= []).push(label.trimEnd());
  const count = (await wb.text(path)).split('\n').length;
  const seen = new Map(Object.keys(labels).map((line) => [Number(line), { seen: false, labels: labels[line] }]));
  // A window shows some twenty lines, fewer where lenses stand between them.
  for (let top = 0; top < count; top += 12) {
    await wb.probe(
      'const e = vscode.window.visibleTextEditors.find((one) => one.document.uri.path === args.file); e.revealRange(new ' +
        'vscode.Range(args.top, 0, args.top, 0), 3)',
      { file: wb.file(path), top },
    );
    const there = await wb
      .poll(
        'painted values',
        () => valuesInView(wb.editor(path), labels, top + 1),
        (all) => all !== null && all.every(({ painted }) => painted),
      )
      .catch(() => []);
    for (const line of new Set(there.map((one) => one.line)))
      if (there.filter((one) => one.line === line).every(({ inside }) => inside)) seen.get(line).seen = true;
  }
  return seen;
}
