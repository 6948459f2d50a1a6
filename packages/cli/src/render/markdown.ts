// The small Markdown of explanations (paragraphs, lists, code, emphasis, headings) for a terminal: wrapped, coloured where colour is
// wanted.
import { inkOf } from './ink.ts';
import { wrapped } from '@studyspec/core';

export function renderMarkdown(text: string, style: { readonly color: boolean; readonly width: number }): string {
  const colors = inkOf(style.color);
  const inline = (line: string): string =>
    line
      .replace(/\*\*([^*]+)\*\*/gu, (_, inner: string) => colors.bold(inner))
      .replace(/(^|[\s(（，：\p{Script=Han}])\*([^*\s][^*]*)\*/gu, (_, before: string, inner: string) => `${before}${colors.italic(inner)}`)
      .replace(/`([^`]+)`/gu, (whole, inner: string) => (style.color ? colors.cyan(inner) : whole));
  const out: string[] = [];
  let fenced = false;
  for (const block of paragraphs(text)) {
    if (block.kind === 'fence') {
      fenced = !fenced;
      continue;
    }
    if (fenced || block.kind === 'code') {
      out.push(`    ${block.text}`);
      continue;
    }
    if (block.kind === 'blank') {
      if (out.length > 0 && out.at(-1) !== '') out.push('');
      continue;
    }
    if (block.kind === 'heading') {
      out.push(colors.bold(block.text));
      continue;
    }
    const indent = block.kind === 'item' ? '  ' : '';
    wrapped(block.text, Math.min(style.width, 88) - indent.length).forEach((line, index) => {
      out.push(`${index === 0 && block.kind === 'item' ? '- ' : indent}${inline(line)}`);
    });
  }
  return `${out.join('\n').trimEnd()}\n`;
}

interface MarkdownBlock {
  readonly kind: 'text' | 'item' | 'heading' | 'code' | 'fence' | 'blank';
  readonly text: string;
}

/** Joins the lines of a paragraph or a list item; leaves code as it stands. */
function paragraphs(text: string): MarkdownBlock[] {
  const out: { kind: MarkdownBlock['kind']; text: string }[] = [];
  let fenced = false;
  for (const line of text.trim().split('\n')) {
    const last = out.at(-1);
    if (line.startsWith('```')) {
      fenced = !fenced;
      out.push({ kind: 'fence', text: '' });
    } else if (fenced) out.push({ kind: 'code', text: line });
    else if (line.trim() === '') out.push({ kind: 'blank', text: '' });
    else if (/^#+ /u.test(line)) out.push({ kind: 'heading', text: line.replace(/^#+ /u, '') });
    else if (/^ {4}/u.test(line) && last?.kind !== 'item' && last?.kind !== 'text') out.push({ kind: 'code', text: line.slice(4) });
    else if (/^[-*] |^\d+\. /u.test(line)) out.push({ kind: 'item', text: line.replace(/^[-*] |^\d+\. /u, '') });
    else if (last !== undefined && (last.kind === 'text' || last.kind === 'item')) last.text = onOneLine(last.text, line.trim());
    else out.push({ kind: 'text', text: line.trim() });
  }
  return out;
}

/** Chinese has no blank where a line ended. */
function onOneLine(before: string, after: string): string {
  return /[\u3000-\u9fff\uff00-\uffef]$/u.test(before) && /^[\u3000-\u9fff\uff00-\uffef]/u.test(after)
    ? before + after
    : `${before} ${after}`;
}
