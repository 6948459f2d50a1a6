// What is said of the word under the pointer.
import {
  argumentsText,
  filesRead,
  tell,
  tellFileRead,
  wordsOfProblem,
  formatAddress,
  formatPlain,
  formulaFunctions,
  formulaOf,
  formatQuantity,
  findProblemKind,
  lookUp,
  type Address,
  type ColumnSchema,
  type EditorWords,
  type QuantityOptions,
  type Span,
} from '@studyspec/core';
import { toAddress } from '../syntax/address.ts';
import type { AddressNode, ClauseNode, DeclarationNode, EntryNode, ItemNode } from '../syntax/ast.ts';
import { clauseIn, homesOf, isKind, kinds, type ClauseWord } from '../syntax/vocabulary.ts';
import { partsOf } from '../semantics/resolve-part.ts';
import { signatures } from '../semantics/quantities.ts';
import { comparedMarkdown, memberAt, memberMarkdown } from './compared.ts';
import { describeDeclaration, describeLevel } from './describe.ts';
import { code, escape, table } from './markdown.ts';
import { namesOfSnapshot } from './names.ts';
import { phraseDoc } from './phrases.ts';
import { everyProblemOf, statedList } from './problems.ts';
import type { Snapshot } from './snapshot.ts';
import { contains, pathAt } from './tree.ts';
import type { Hover } from './types.ts';
import { useAt, usesOf, type Use } from './uses.ts';
import { checksOf, computedText, figureKey, textOfQuantity } from './values.ts';
import { told, wordsOf } from './words.ts';
import { figureHolds } from './hints.ts';

export function hoverAt(s: Snapshot, offset: number): Hover | null {
  const names = namesOfSnapshot(s);
  const path = pathAt(s.file.parsed.file, offset);
  const use = useAt(usesOf(s.file, names), offset);
  const inner = path.at(-1);
  const figure = inner?.type === 'item' ? figureHover(s, inner, offset) : null;
  if (figure !== null) return figure;
  const member = inner?.type === 'item' ? memberAt(s, offset) : null;
  if (member !== null) return { span: inner!.span, markdown: memberMarkdown(s, member) };
  if (use !== null && contains(use.span, offset)) {
    const markdown = useMarkdown(s, use);
    if (markdown !== null) return { span: use.span, markdown };
  }
  return inner === undefined ? null : (acceptedHover(s, inner, offset) ?? fileHover(s, inner, offset) ?? wordHover(s, path, offset));
}

/** On the code of an `accept`: what the problem is, and what of it this study has. */
function acceptedHover(s: Snapshot, entry: EntryNode, offset: number): Hover | null {
  if (entry.type !== 'declaration' || entry.kind !== 'accept') return null;
  const name = entry.names.find((one) => contains(one.span, offset));
  const kind = name === undefined ? null : findProblemKind(name.path[0]?.text ?? '');
  if (name === undefined || kind === null) return null;
  const here = statedList(s).filter((problem) => problem.code === kind.code);
  const many = here.flatMap((problem) => [problem, ...(problem.parts ?? [])]);
  return {
    span: name.span,
    markdown: [
      `**${kind.code}** ${escape(wordsOfProblem(kind.name, s.language).title)}`,
      ...many.slice(0, MANY).map((problem) => `- ${escape(tell(problem, s.language).message)}`),
    ].join('\n\n'),
  };
}

/** On the name of the data file: how it and those joined to it were read. */
function fileHover(s: Snapshot, entry: EntryNode, offset: number): Hover | null {
  const { plan } = s.study.compiled;
  if (entry.type !== 'declaration' || entry.kind !== 'data' || entry.label === null || !contains(entry.label.span, offset)) return null;
  if (plan === null || s.schema === null || s.schema.files.length === 0) return null;
  return {
    span: entry.label.span,
    markdown: filesRead(plan, s.schema.files)
      .map((read) => escape(tellFileRead(read, s.language)))
      .join('\n\n'),
  };
}

function useMarkdown(s: Snapshot, use: Use): string | null {
  const names = namesOfSnapshot(s);
  const { sense } = use;
  switch (sense.kind) {
    case 'declaration': {
      const found = names.named.get(sense.name);
      return found === undefined ? null : describeDeclaration(s, found);
    }
    case 'scale':
      return scaleMarkdown(s, sense.name);
    case 'level':
      return describeLevel(s, sense.category, sense.level);
    case 'column':
      return columnMarkdown(s, sense.column);
    case 'quantity':
      return quantityMarkdown(s, kindOfNumbers(s, sense.of, sense.address), sense.quantity, sense.address);
    case 'placeholder':
      return placeholderMarkdown(wordsOf(s), sense.word);
    case 'function': {
      const entry = formulaFunctions.get(sense.name);
      return entry === undefined
        ? null
        : wordsOf(s).hover.function(code(sense.name), told(s, entry.doc), argumentsText({ is: entry.takes }, s.language));
    }
  }
}

function placeholderMarkdown({ hover }: EditorWords, word: string): string | null {
  return new Map(Object.entries(hover.placeholders)).get(word) ?? null;
}

function scaleMarkdown(s: Snapshot, name: string): string | null {
  const scale = s.study.compiled.context?.scales.get(name);
  if (scale === undefined) return null;
  const end = (label: readonly { readonly lang: string | null; readonly text: string }[]): string =>
    label.map(({ text }) => escape(text)).join(' / ');
  const points = [
    { value: scale.low, label: scale.lowLabel },
    ...scale.points.filter((point) => point.value !== scale.low && point.value !== scale.high),
    { value: scale.high, label: scale.highLabel },
  ];
  return (
    `**${wordsOf(s).kind('scale')}** ${code(name)} ${formatPlain(scale.low)}..${formatPlain(scale.high)}\n\n` +
    `${points.map((point) => `${formatPlain(point.value)} ${end(point.label)}`.trim()).join('  \n')}`
  );
}

const MANY = 12;

/** What is known of a column without its rows. */
export function columnMarkdown(s: Snapshot, name: string): string | null {
  const column = s.schema?.columns.find((one) => one.name === name);
  const words = wordsOf(s);
  if (column === undefined) return s.schema === null ? words.hover.columnOfData(code(name)) : null;
  const { plan } = s.study.compiled;
  const values = [...column.distinct].slice(0, MANY);
  const more = column.distinct.size > MANY || column.capped ? '\n\n…' : '';
  const listed =
    column.distinct.size > 40 || (plan?.report.ids === 'hidden' && plan.data?.id === name)
      ? ''
      : `\n\n${table(
          [words.head('value'), words.head('rows')],
          values.map(([value, count]) => [code(value), formatQuantity(count, 'count')]),
        )}${more}`;
  return `${words.hover.columnHeading(code(name), columnDetail(words, column))}${listed}`;
}

/** `whole numbers 1..5 · 5 different · 2 blank`. */
export function columnDetail({ column: words }: EditorWords, column: ColumnSchema): string {
  const { min, max } = column;
  const what =
    column.kind === 'text'
      ? words.text
      : words.numbers(column.integers, min === null || max === null ? null : { low: formatPlain(min), high: formatPlain(max) });
  const distinct = words.different(formatQuantity(column.distinct.size, 'count'), column.capped);
  return [what, distinct, column.blanks === 0 ? null : words.blank(formatQuantity(column.blanks, 'count'))].filter(Boolean).join(' · ');
}

/** An index without components has numbers of its own; what is compared goes by what is done with it. */
function kindOfNumbers(s: Snapshot, of: string, { path }: AddressNode): string {
  const context = s.study.compiled.context;
  if (of === 'index') return context?.composites.has(path[0]?.text ?? '') === true ? 'composite' : of;
  if (of !== 'outcome of compare' || context == null) return of;
  const names = path.map((name) => name.text);
  return partsOf(context, names)[0]?.kind ?? of;
}

function quantityMarkdown(s: Snapshot, of: string, quantity: string, node: AddressNode): string | null {
  if (of === 'comparison') return comparedMarkdown(s, node);
  const doc =
    signatures[of]?.find((one) => one.name === quantity && one.args.length === (node.args?.length ?? 0)) ??
    signatures[of]?.find((one) => one.name === quantity);
  const formula = formulaOf(
    of,
    quantity,
    doc?.args.length ?? 0,
    jobOf(
      s,
      of,
      node.path.map((name) => name.text),
    ),
  );
  if (doc === undefined && formula === null) return null;
  const address = toAddress(node);
  const value = valueText(s, address);
  const what = escape(doc === undefined ? quantity : told(s, doc.doc));
  return [
    `**${what}** · ${code(formatAddress(address))}${value === null ? '' : ` = **${value}**`}`,
    formula === null ? '' : `${code(told(s, formula.formula))}  \n*${escape(told(s, formula.source))}*`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The job that a number is of: its clauses decide which formula holds. */
function jobOf(s: Snapshot, of: string, [first = '', second = '']: readonly string[]): QuantityOptions {
  const context = s.study.compiled.context;
  if (context == null) return null;
  switch (of) {
    case 'outcome of regression':
      return context.regressions.get(first) ?? null;
    case 'outcome of compare':
    case 'category of compare':
    case 'option of compare':
    case 'adjusted outcome of compare':
    case 'crossed outcome of compare':
    case 'paired outcome of compare':
    case 'single outcome of compare':
      return context.compares.get(first) ?? null;
    case 'correlate':
      return context.correlates.get(first) ?? null;
    case 'deprivation':
      return context.deprivations.get(first) ?? null;
    case 'mediation':
      return context.mediations.get(first) ?? null;
    case 'measurement':
      return context.measurements.get(first) ?? null;
    case 'index':
    case 'composite':
      return context.indices.get(first) ?? context.composites.get(first) ?? null;
    case 'component':
      return context.indices.get(context.components.get(first) ?? context.components.get(`${first}.${second}`) ?? '') ?? null;
    default:
      return null;
  }
}

function valueText(s: Snapshot, address: Address): string | null {
  const quantity = s.numbers === null ? null : lookUp(s.numbers.results.quantities, address);
  const words = wordsOf(s);
  const { reason } = quantity ?? {};
  return quantity === null
    ? null
    : (textOfQuantity(words, quantity) ?? (reason === undefined ? '.' : words.hover.notDefined(words.reason(reason))));
}

/** A printed number against the computed one: on a figure of a claim, of a published line, of a table's cell. */
function figureHover(s: Snapshot, item: ItemNode, offset: number): Hover | null {
  const plan = s.study.compiled.plan;
  if (plan === null) return null;
  const spans: Span[] = [
    ...(item.cells ?? []).map((cell) => cell.span),
    ...(item.codes ?? []).flatMap((one) => (one.kind === 'number' ? [one.span] : [])),
  ];
  const span = spans.find((one) => contains(one, offset));
  if (span === undefined) return null;
  const { origins } = s.study.compiled;
  const checks = s.numbers === null ? null : checksOf(s.numbers.results);
  const here = (path: string): boolean => {
    const place = origins.get(path);
    return (
      place?.file === s.file.path &&
      (item.cells === null ? item.span.start <= place.span.start && place.span.end <= item.span.end : place.span.start === span.start)
    );
  };
  const words = wordsOf(s);
  const lines: string[] = [];
  for (const figure of plan.published.flatMap((one) => one.figures)) {
    if (!here(figure.at)) continue;
    const checked = checks?.figures.get(figureKey(figure));
    if (checked === undefined || s.numbers === null) continue;
    const ok = figureHolds(checked);
    const address = code(formatAddress(figure.address));
    const printed = code(`${figure.operator === '=' ? '' : `${figure.operator} `}${figure.printed.text}`);
    lines.push(
      `${ok === null ? '?' : ok ? '✓' : '✗'} ` +
        (ok === null
          ? words.hover.figureOpen(address, printed, escape(words.reason(checked.reason ?? '')))
          : words.hover.figure(address, printed, code(computedText(words, checked, s.numbers.results.quantities)))),
    );
  }
  for (const claim of plan.hypotheses.flatMap((one) => one.claims)) {
    const checked = here(claim.at) ? checks?.claims.get(claim.text) : undefined;
    if (checked !== undefined)
      lines.push(
        `${checked.holds === null ? '?' : checked.holds ? '✓' : '✗'} ` +
          words.hover.claim(code(claim.text), code(valueText(s, claim.left) ?? '.')),
      );
  }
  // What the audit found in this cell and the table's one problem only counts.
  const found = everyProblemOf(s)
    .filter((problem) => problem.code.startsWith('SS8') && problem.place!.span.start === span.start)
    .map((problem) => `\n\n**${problem.code}** ${escape(tell(problem, s.language).message)}`);
  if (lines.length === 0 && found.length === 0) return null;
  return {
    span,
    markdown:
      `${lines.slice(0, 20).join('  \n')}${lines.length > 20 ? `  \n${words.hover.more(lines.length - 20)}` : ''}${found.join('')}` +
      `${s.numbers?.stale === true ? `\n\n*${words.hover.stale}*` : ''}`,
  };
}

/** Keywords and the words of options: what the vocabulary says of them. */
function wordHover(s: Snapshot, path: readonly EntryNode[], offset: number): Hover | null {
  const inner = path.at(-1)!;
  const owner = path.findLast((entry): entry is DeclarationNode => entry.type === 'declaration');
  if (inner.type === 'declaration' && contains(inner.kindSpan, offset) && isKind(inner.kind)) {
    const entry = kinds[inner.kind];
    return { span: inner.kindSpan, markdown: `${meaning(s, entry.kind, entry.doc)}\n\n\`\`\`study\n${entry.example}\n\`\`\`` };
  }
  if (inner.type === 'declaration' && inner.engine !== null && contains(inner.engine.span, offset) && isKind(inner.kind)) {
    const engine = kinds[inner.kind].engines.find((one) => one.word === inner.engine!.path[0]!.text)!;
    return { span: inner.engine.span, markdown: `${meaning(s, engine.word, engine.doc)}\n\n\`\`\`study\n${engine.example}\n\`\`\`` };
  }
  if (inner.type !== 'clause') return null;
  if (contains(inner.wordSpan, offset))
    return { span: inner.wordSpan, markdown: clauseMarkdown(s, owner?.kind ?? '', inner.word as ClauseWord) };
  return owner === undefined ? null : optionHover(s, inner, owner, offset);
}

const meaning = (s: Snapshot, word: string, doc: string): string =>
  wordsOf(s).meaning(`**${escape(word)}**`, code(word), escape(told(s, doc)));

function clauseMarkdown(s: Snapshot, kind: string, word: ClauseWord): string {
  const entry = clauseIn(kind, word);
  const homes = wordsOf(s).hover.homes(homesOf(word));
  return `${meaning(s, entry.word, entry.doc)}\n\n\`\`\`study\n${entry.example}\n\`\`\`\n\n${homes}`;
}

function optionHover(s: Snapshot, clause: ClauseNode, owner: DeclarationNode, offset: number): Hover | null {
  if (clause.shape !== 'choices') return null;
  const choice = clause.choices.find((one) => contains(one.span, offset));
  const words = choice?.atoms
    .map((atom) =>
      atom.kind === 'address'
        ? atom.path.map((part) => part.text).join('.')
        : atom.kind === 'operator' || atom.kind === 'figure'
          ? atom.text
          : '',
    )
    .join(' ');
  const doc = words === undefined ? null : phraseDoc(s, owner.kind, clause.word, words);
  return choice === undefined || doc === null
    ? null
    : {
        span: choice.span,
        markdown: wordsOf(s).meaning(`**${clause.word} ${escape(words ?? '')}**`, code(`${clause.word} ${words ?? ''}`), escape(doc)),
      };
}
