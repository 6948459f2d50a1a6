// A person at VS Code's keyboard, as a model: auto-closed brackets and quotes, indentation, and a suggestion list that opens by VS Code's
// defaults (with every letter of a word outside texts and comments, and at trigger characters) and whose first entry Enter takes. Answers
// come at once here; the same is typed into the real workbench by test/workbench.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCsv, schemaOf } from '@studyspec/core';
import { createEngine, suggestionsAt, suggestionTriggers, type Completion, type Engine } from '@studyspec/dsl';

interface Pattern {
  readonly pattern: string;
  readonly flags: string;
}
interface Configuration {
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly autoCloseBefore: string;
  readonly wordPattern: Pattern;
  readonly onEnterRules: readonly {
    readonly beforeText: Pattern | string;
    readonly afterText: Pattern | string;
    readonly action: { readonly indent: string };
  }[];
  readonly indentationRules: { readonly increaseIndentPattern: Pattern; readonly decreaseIndentPattern: Pattern };
}
const configuration = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../packages/vscode/language-configuration.json', import.meta.url)), 'utf8'),
) as Configuration;
const regularOf = (pattern: Pattern | string): RegExp => (typeof pattern === 'string' ? new RegExp(pattern, 'u') : regular(pattern));
const regular = ({ pattern, flags }: Pattern, more = ''): RegExp => new RegExp(pattern, flags + more);
const increases = regular(configuration.indentationRules.increaseIndentPattern);
const decreases = regular(configuration.indentationRules.decreaseIndentPattern);
const enterBetween = configuration.onEnterRules
  .filter(({ action }) => action.indent === 'indentOutdent')
  .map(({ beforeText, afterText }) => ({ before: regularOf(beforeText), after: regularOf(afterText) }));
const words = regular(configuration.wordPattern, 'g');
const pairs = new Map(configuration.autoClosingPairs.map(({ open, close }) => [open, close]));
/** Those that close as they open; the others are brackets to an editor. */
const quotes = '"`';

/** An engine that knows the texts and the columns of a study's data, as far as they are among the files. */
export function engineFor(path: string, files: Readonly<Record<string, string>>): Engine {
  const engine = createEngine();
  for (const [name, text] of Object.entries(files)) engine.setText(name, text);
  engine.setStudies([path]);
  return engine;
}

/** Sees to what the study needs, as a host does; data are read once. */
export function provide(engine: Engine, path: string, files: Readonly<Record<string, string>>): void {
  for (let round = 0; round < 20; round += 1) {
    const missing = engine.needs(path).filter((name) => engine.textOf(name) === undefined);
    if (missing.length === 0) break;
    for (const name of missing) engine.setText(name, files[name] ?? null);
  }
  if (engine.digest(path) !== null) return;
  const work = engine.work(path);
  const content = work === null ? undefined : files[work.files[0]!.path];
  if (work === null || content === undefined) return;
  const { frame } = readCsv(new TextEncoder().encode(content), work.files[0]!.path, {});
  engine.setData(path, { digest: work.files[0]!.path, schema: frame === null ? null : schemaOf(frame), problems: [] });
}

interface List {
  readonly items: readonly Completion[];
  readonly wordAt: number;
  shown: readonly Completion[];
}

export interface Typist {
  readonly text: () => string;
  /** Lines whose Enter took a suggestion instead of starting a new one, with what was taken. */
  readonly swallowed: readonly string[];
  /** How often a list was open after a key. */
  readonly lists: () => number;
  key(sign: string): void;
  /** What an input method hands over: a word at once, or a sign of its own. */
  compose(word: string): void;
  enter(): void;
  backspace(): void;
  /** Past a brace that stands on the next line already. */
  stepOver(): void;
  indentation(): number;
}

export function typist(path: string, files: Readonly<Record<string, string>>): Typist {
  const engine = engineFor(path, { ...files, [path]: '' });
  let text = '';
  let caret = 0;
  /** Where closing signs stand that nobody typed, counted from the end of the text. */
  let closers: number[] = [];
  let list: List | null = null;
  let lists = 0;
  const swallowed: string[] = [];

  const lineStart = (): number => text.lastIndexOf('\n', caret - 1) + 1;
  const before = (): string => text.slice(lineStart(), caret);
  const after = (): string => /^[^\n]*/u.exec(text.slice(caret))![0];
  const put = (piece: string): void => {
    text = text.slice(0, caret) + piece + text.slice(caret);
    caret += piece.length;
  };
  const inside = (): 'text' | 'comment' | 'code' => {
    let quote = '';
    const line = before();
    for (let at = 0; at < line.length; at += 1) {
      const sign = line.charAt(at);
      if (quote !== '') {
        if (quote.includes(sign)) quote = '';
      } else if (sign === '"') quote = '"';
      else if (sign === '“') quote = '”';
      else if (sign === '”') quote = '”“';
      else if (line.startsWith('//', at)) return 'comment';
    }
    return quote === '' ? 'code' : 'text';
  };
  const word = (): { readonly start: number; readonly text: string } | null => {
    const start = lineStart();
    for (const match of (before() + after()).matchAll(words))
      if (start + match.index < caret && caret <= start + match.index + match[0].length)
        return { start: start + match.index, text: match[0] };
    return null;
  };

  const ask = (trigger: string | null): void => {
    engine.setText(path, text);
    provide(engine, path, files);
    const items = suggestionsAt(engine.snapshot(path)!, caret, trigger);
    list = items.length === 0 ? null : { items, wordAt: word()?.start ?? caret, shown: items };
    filter();
  };
  const filter = (): void => {
    if (list === null) return;
    const { items } = list;
    list.shown = items.filter((one) => {
      const typed = text.slice(one.replace.start, caret).toLowerCase();
      const target = (/^["“＂]/u.test(text.slice(one.replace.start)) ? one.insert.slice(0, -1) : one.label.split(' ', 1)[0]!).toLowerCase();
      let at = 0;
      return [...typed].every((sign) => {
        at = target.indexOf(sign, at) + 1;
        return at > 0;
      });
    });
    if (list.shown.length === 0) list = null;
  };
  const suggest = (sign: string): void => {
    const here = word();
    const typesWord = here !== null && here.start + here.text.length === caret && Number.isNaN(Number(here.text));
    const wasOpen = list !== null;
    if (list !== null) {
      // A new word is held against the old entries; letters of the same word ask again.
      if (here !== null && here.start > list.wordAt) filter();
      else if (here !== null) ask(null);
      else filter();
    }
    if ((suggestionTriggers as readonly string[]).includes(sign)) ask(sign);
    else if (!wasOpen && typesWord && inside() === 'code') ask(null);
    if (list !== null) lists += 1;
  };

  const typed = (sign: string): void => {
    const mark = text.length - caret;
    if (closers.includes(mark) && text.charAt(caret) === sign) {
      closers = closers.filter((one) => one !== mark);
      caret += sign.length;
    } else if (
      decreases.test(sign) &&
      before().trim() === '' &&
      closers.some((one) => text.slice(caret, text.length - one).trim() === '' && text.charAt(text.length - one) === sign)
    ) {
      // The extension takes the brace below for the one that is typed.
      const found = closers.find((one) => text.slice(caret, text.length - one).trim() === '')!;
      text = text.slice(0, lineStart() - 1) + text.slice(text.lastIndexOf('\n', text.length - found - 1));
      caret = text.length - found + 1;
      closers = closers.filter((one) => one !== found);
    } else {
      const close = pairs.get(sign);
      const next = text.charAt(caret);
      const free = next === '' || configuration.autoCloseBefore.includes(next);
      const closes =
        close !== undefined && free && inside() === 'code' && !(quotes.includes(sign) && /[\p{L}\p{N}_]/u.test(before().slice(-1)));
      if (decreases.test(sign) && before().trim() === '') {
        const less = Math.max(lineStart(), caret - 2);
        text = text.slice(0, less) + text.slice(caret);
        caret = less;
      }
      put(sign);
      if (closes) {
        text = text.slice(0, caret) + close + text.slice(caret);
        closers.push(text.length - caret);
      }
    }
    suggest(sign);
  };

  return {
    text: () => text,
    swallowed,
    lists: () => lists,
    key: typed,
    compose(piece) {
      if (piece.length === 1) {
        typed(piece);
        return;
      }
      put(piece);
      list = null;
      suggest('');
    },
    enter() {
      if (list !== null) {
        swallowed.push(`${before()}⏎ took ${list.shown[0]!.label}`);
        list = null;
      }
      const indent = /^[ \t]*/u.exec(before())![0];
      // Blanks that only the editor put there do not stay; the extension sees to it before a brace that is carried along.
      if (before().trim() === '' && (after() === '' || decreases.test(after()))) {
        const start = lineStart();
        text = text.slice(0, start) + text.slice(caret);
        caret = start;
        put(`\n${after() === '' ? indent : indent.slice(2)}`);
        return;
      }
      // Between braces the rule for Enter holds, elsewhere the patterns of indentation: a brace that is pushed down goes one step out.
      // Braces of comments don't count there: one that closed by itself before the comment was typed is carried along.
      const carried = inside() === 'comment';
      const between = !carried && enterBetween.some(({ before: left, after: right }) => left.test(before()) && right.test(after()));
      const opens = between || increases.test(before());
      const out = !between && !carried && decreases.test(after());
      put(`\n${out ? (opens ? indent : indent.slice(2)) : `${indent}${opens ? '  ' : ''}`}`);
      if (between) text = `${text.slice(0, caret)}\n${indent}${text.slice(caret)}`;
    },
    backspace() {
      list = null;
      text = text.slice(0, caret - 1) + text.slice(caret);
      caret -= 1;
    },
    stepOver() {
      const brace = /^\s*/u.exec(text.slice(caret))![0].length + caret;
      text = text.slice(0, lineStart() - 1) + text.slice(text.lastIndexOf('\n', brace));
      caret = text.length - closers.at(-1)! + 1;
      closers.pop();
    },
    indentation: () => before().length,
  };
}

/**
 * Types a text line by line as somebody does who sees what the editor adds. `hand`: sign by sign, or through an input method; braces that
 * the editor has closed are typed or stepped over.
 */
export function typeText(one: Typist, wanted: string, hand: { readonly composing?: boolean; readonly steps?: boolean } = {}): void {
  const lines = wanted.split('\n');
  for (const [at, line] of lines.entries()) {
    const content = line.trimStart();
    const indent = line.length - content.length;
    if (content !== '' && !decreases.test(content)) {
      while (one.indentation() > indent) one.backspace();
      while (one.indentation() < indent) one.key(' ');
    }
    const rest = hand.steps === true && decreases.test(content) ? (one.stepOver(), content.slice(1)) : content;
    for (const piece of hand.composing === true ? (rest.match(/\p{Script=Han}+|[^]/gu) ?? []) : rest)
      if (hand.composing === true) one.compose(piece);
      else one.key(piece);
    if (at < lines.length - 1) one.enter();
  }
}
