// What can be read but would have no effect: brackets behind a name that takes none, a second code where there is one, a label that nothing
// shows, a percent sign behind a count. The grammar knows shapes that many entries share; here each entry is held to what is made of it, so
// that nothing is read and ignored.
import { impossibleNumber, noEffect, raise, type Idle, type WhyIdle, type Problem, type Span } from '@studyspec/core';
import type { AddressNode, ClauseNode, CodeNode, ConditionNode, DeclarationNode, FigureNode, ItemNode, TermNode } from '../syntax/ast.ts';
import { atomText } from './clauses.ts';
import { placeOf } from './declared.ts';
import { hasFigures } from '../syntax/vocabulary.ts';

type Tell = (span: Span, found: Idle, says: WhyIdle, instead?: string) => void;

/** Kinds whose label nothing shows. */
const UNLABELLED: readonly string[] = ['scale', 'map', 'without', 'studyspec', 'seed', 'report'];
/** Kinds that are one whole number. */
const COUNTED: Readonly<Partial<Record<string, { readonly what: 'seed' | 'language'; readonly one: 'one seed' | 'one version' }>>> = {
  seed: { what: 'seed', one: 'one seed' },
  studyspec: { what: 'language', one: 'one version' },
};
/** Labels that are the name of a file. */
const FILES: readonly string[] = ['data'];

/** Complains of the parts of one declaration, its clauses and items (not of what is declared inside it) that nothing would read. */
export function checkDeclaration(node: DeclarationNode, file: string, problems: Problem[]): boolean {
  const tell = telling(node, file, problems);
  const before = problems.length;
  for (const name of node.names) plainName(name, tell);
  const { label, range, formula } = node;
  if (label !== null && UNLABELLED.includes(node.kind)) tell(label.span, { is: 'label' }, { is: 'unlabelled', word: node.kind });
  if (label !== null && FILES.includes(node.kind) && label.texts.length > 1)
    tell(label.texts[1]!.span, { is: 'second text' }, { is: 'one file name' });
  if (range !== null) checkRange(node.kind, range, tell);
  const counted = COUNTED[node.kind];
  if (counted !== undefined && range !== null && !(Number.isSafeInteger(range.low.value) && range.low.value >= 0)) {
    problems.push(
      raise(
        impossibleNumber,
        { found: range.low.text, expected: { is: 'whole from 0' }, what: { is: counted.what } },
        { place: placeOf(file, range.low.span) },
      ),
    );
  }
  const from = formula === null ? undefined : node.clauses.find((clause) => clause.word === 'from');
  const own = node.names[0]?.path[0]?.text ?? null;
  if (from !== undefined) tell(from.span, { is: 'column' }, { is: 'computed', name: own });
  if (node.clauses.some((clause) => clause.word === 'when')) {
    const conditional = { is: 'conditional', name: own } as const;
    if (formula !== null) tell(formula.span, { is: 'formula' }, conditional);
    for (const clause of node.clauses) {
      if (clause.word === 'from') tell(clause.span, { is: 'column' }, conditional);
      if (clause.word === 'within') tell(clause.span, { is: 'limits' }, conditional);
    }
  }
  for (const clause of node.clauses) checkClause(clause, node.kind, tell);
  const fromFile = node.kind === 'table' && node.clauses.some((clause) => clause.word === 'from');
  for (const entry of node.body ?? []) {
    if (entry.type !== 'item') continue;
    if (fromFile) tell(entry.span, { is: 'row' }, { is: 'from file' });
    else checkItem(entry, node.kind, tell);
  }
  return problems.length === before;
}

/** One problem a place: what goes wrong in a part of it follows from it. */
function telling(node: DeclarationNode, file: string, problems: Problem[]): Tell {
  const overlaps = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;
  let told: Span[] | null = null;
  return (span, found, says, instead = '') => {
    told ??= problems.flatMap(({ place }) => (place?.file === file && overlaps(place.span, node.span) ? [place.span] : []));
    if (told.some((one) => overlaps(one, span))) return;
    told.push(span);
    const place = placeOf(file, span);
    problems.push(
      raise(
        noEffect,
        { found, says },
        {
          place,
          fixes: [{ act: instead === '' ? { do: 'delete' } : { do: 'write word', text: instead }, edits: [{ ...place, text: instead }] }],
        },
      ),
    );
  };
}

/** A name without brackets: only quantities and functions take something. */
function plainName(address: AddressNode, tell: Tell): void {
  const last = address.path.at(-1)!;
  if (address.args !== null)
    tell({ start: last.span.end, end: address.span.end }, { is: 'brackets' }, { is: 'takes nothing', word: last.text });
}

/** A number of points, codes and limits: no percent, no stars. */
function plainFigure(figure: FigureNode, tell: Tell): void {
  const end = figure.span.end;
  if (figure.percent || figure.stars !== null)
    tell({ start: figure.span.start + figure.text.length, end }, { is: 'sign', behind: figure.text }, { is: 'plain number' });
}

function checkRange(kind: string, range: NonNullable<DeclarationNode['range']>, tell: Tell): void {
  plainFigure(range.low, tell);
  if (range.high !== null) plainFigure(range.high, tell);
  const one = COUNTED[kind]?.one;
  if (one === undefined) return;
  if (range.high !== null) tell({ start: range.low.span.end, end: range.span.end }, { is: 'range end' }, { is: one });
  else if (range.lowLabel !== null) tell({ start: range.lowLabel.span.start, end: range.span.end }, { is: 'a label' }, { is: one });
}

function checkClause(clause: ClauseNode, kind: string, tell: Tell): void {
  if (clause.shape === 'terms') for (const term of clause.terms) checkTerm(term, clause.word, kind, tell);
  else if (clause.shape === 'condition') checkCondition(clause.condition, tell);
  if (clause.shape === 'terms' && clause.word === 'marked by' && clause.terms.length > 1) {
    tell({ start: clause.terms[0]!.span.end, end: clause.terms.at(-1)!.span.end }, { is: 'second item' }, { is: 'one marker' });
  }
  // Judgements are of pairs, `physical / social = 3`.
  const judged = clause.shape === 'choices' && clause.choices.some(({ atoms }) => atoms.some((atom) => atomText(atom) === 'ahp'));
  for (const entry of clause.body ?? []) if (entry.type === 'item') checkItem(entry, judged ? 'judgement' : clause.word, tell);
}

function checkTerm(term: TermNode, word: string, kind: string, tell: Tell): void {
  const [first, ...more] = term.factors;
  // Its number has brackets of its own, a dimension of deprivation its indicators.
  if ((kind === 'robustness' || kind === 'deprivation') && word === 'of') return;
  for (const address of [first, ...more, term.to]) if (address != null) plainName(address, tell);
  const factors: Readonly<Record<string, readonly string[]>> = { regression: ['by', 'slopes'], compare: ['by'], mediation: ['with'] };
  const crosses = factors[kind]?.includes(word) === true;
  if (more.length > 0 && !crosses) tell({ start: first!.span.end, end: term.span.end }, { is: 'product' }, { is: 'list of names', word });
  if (term.to !== null && word === 'marked by')
    tell({ start: first!.span.end, end: term.span.end }, { is: 'run' }, { is: 'one marking item' });
}

function checkCondition(node: ConditionNode, tell: Tell): void {
  if ('parts' in node) {
    for (const part of node.parts) checkCondition(part, tell);
    return;
  }
  plainName(node.variable, tell);
  if (node.kind === 'compare') plainFigure(node.value, tell);
  else for (const code of node.codes) checkCode(code, tell);
}

function checkCode(code: CodeNode, tell: Tell): void {
  if (code.kind === 'number') plainFigure(code.figure, tell);
  else if (code.kind === 'range') for (const figure of [code.low, code.high]) if (figure !== null) plainFigure(figure, tell);
  if (code.kind === 'address') plainName(code.address, tell);
}

/** A level, a point of a scale, a claim, a printed figure or row, a weight, a map line with its levels. */
function checkItem(item: ItemNode, kind: string, tell: Tell): void {
  if (item.broken) return;
  const { address, over, label } = item.subject;
  const isClaim = kind === 'hypothesis' || kind === 'published';
  // Heads of a printed table may have brackets: where they belong is the table's to say.
  if (address !== null && !isClaim && kind !== 'table') plainName(address, tell);
  if (over !== null && kind !== 'judgement')
    tell({ start: address!.span.end, end: over.span.end }, { is: 'behind slash' }, { is: 'one name' });
  const figure = hasFigures(kind);
  if (label !== null && (isClaim || figure || kind === 'judgement')) tell(label.span, { is: 'text' }, { is: 'a name' });
  if (kind === 'table' && address === null) tell(item.span, { is: 'nameless row' }, { is: 'belongs to nothing' });
  const [first, second] = item.codes ?? [];
  const single = isClaim || figure;
  if (first !== undefined && second !== undefined && single)
    tell({ start: first.span.end, end: item.codes!.at(-1)!.span.end }, { is: 'second value' }, { is: 'there is one' });
  if (!isClaim) for (const code of item.codes ?? []) checkCode(code, tell);
  if (item.operator !== null && item.operator !== '=' && !isClaim)
    tell(item.operatorSpan!, { is: 'operator', sign: item.operator }, { is: 'codes follow' }, '=');
  if (kind === 'map') {
    for (const clause of item.clauses) checkClause(clause, kind, tell);
    for (const entry of item.body ?? []) if (entry.type === 'item') checkItem(entry, 'category', tell);
  }
}
