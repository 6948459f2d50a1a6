// Every word of a file that names something, with what it means: declarations and their uses, levels, scales, columns,
// quantities. Definition, references, renaming, hovers and colours all read this one list.
import type { Span } from '@studyspec/core';
import type { AddressNode, ClauseNode, CodeNode, ConditionNode, DeclarationNode, FormulaNode, ItemNode, Name } from '../syntax/ast.ts';
import { componentsOf, type Names } from './names.ts';
import type { SourceFile } from './snapshot.ts';

export type Sense =
  | { readonly kind: 'declaration'; readonly name: string }
  | { readonly kind: 'scale'; readonly name: string }
  | { readonly kind: 'level'; readonly category: string; readonly level: string }
  | { readonly kind: 'column'; readonly column: string }
  /** The last part of an address that stands for a number; `address` is all of it. */
  | { readonly kind: 'quantity'; readonly of: string; readonly quantity: string; readonly address: AddressNode }
  /** `row`, `column`, `each`, `all`, `intercept`, `sample`: stand for something else. */
  | { readonly kind: 'placeholder'; readonly word: string }
  | { readonly kind: 'function'; readonly name: string };

export interface Use {
  readonly span: Span;
  readonly text: string;
  readonly sense: Sense;
  readonly declares: boolean;
}

const memo = new WeakMap<SourceFile['parsed'], { names: Names; uses: readonly Use[] }>();

/** In order of text. */
export function usesOf(source: SourceFile, names: Names): readonly Use[] {
  const known = memo.get(source.parsed);
  if (known?.names === names) return known.uses;
  const uses: Use[] = [];
  const reader = readerOf(names, uses);
  for (const node of source.parsed.file.declarations) reader.declaration(node);
  uses.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  memo.set(source.parsed, { names, uses });
  return uses;
}

/** The use at an offset, its end included. */
export function useAt(uses: readonly Use[], offset: number): Use | null {
  return uses.find((use) => use.span.start <= offset && offset < use.span.end) ?? uses.find((use) => use.span.end === offset) ?? null;
}

export function sameSense(a: Sense, b: Sense): boolean {
  if (a.kind === 'declaration' || a.kind === 'scale' || a.kind === 'function') return b.kind === a.kind && b.name === a.name;
  if (a.kind === 'level') return b.kind === 'level' && b.category === a.category && b.level === a.level;
  if (a.kind === 'column') return b.kind === 'column' && b.column === a.column;
  return false;
}

/** What may stand in a formula, or be binned, beside columns. */
const usableAsNumber: ReadonlySet<string> = new Set(['number', 'indicator', 'category', 'index', 'component', 'dimension']);

interface Reader {
  declaration(node: DeclarationNode): void;
}

function readerOf(names: Names, uses: Use[]): Reader {
  const add = (name: Name, sense: Sense, declares = false): void => {
    uses.push({ span: name.span, text: name.text, sense, declares });
  };

  function declaration(node: DeclarationNode): void {
    for (const address of node.names) declaredName(address, node);
    if (node.template !== null) addressUse(node.template);
    if (node.formula !== null) formulaUse(node.formula, node.kind === 'quantity');
    for (const one of node.clauses) clause(one, node);
    for (const entry of node.body ?? []) {
      if (entry.type === 'declaration') declaration(entry);
      else if (entry.type === 'item') item(entry, node);
    }
  }

  function declaredName(address: AddressNode, node: DeclarationNode): void {
    const name = address.path[0];
    // A code of a problem is no name of the study.
    if (name === undefined || node.kind === 'accept') return;
    if (address.path.length === 1)
      add(
        name,
        node.kind === 'scale' ? { kind: 'scale', name: name.text } : { kind: 'declaration', name: name.text },
        node.kind !== 'without',
      );
    else if (node.kind === 'without') addressUse(address);
  }

  function item(node: ItemNode, owner: DeclarationNode): void {
    const { address, over } = node.subject;
    const name = address?.path[0];
    if (address !== null && name !== undefined) {
      if ((owner.kind === 'category' || owner.kind === 'choices') && address.path.length === 1)
        add(name, { kind: 'level', category: ownerName(owner), level: name.text }, true);
      else if (owner.kind !== 'scale' && owner.kind !== 'comparison') addressUse(address, owner);
    }
    if (over !== null) addressUse(over, owner);
    if (owner.kind === 'hypothesis' || owner.kind === 'published')
      for (const code of node.codes ?? []) if (code.kind === 'address') addressUse(code.address);
    const mapped = name !== undefined && owner.kind === 'map' ? names.named.get(name.text) : undefined;
    for (const one of node.clauses) clause(one, owner);
    for (const entry of node.body ?? []) {
      const level = entry.type === 'item' ? entry.subject.address?.path[0] : undefined;
      if (level !== undefined && mapped !== undefined) add(level, { kind: 'level', category: mapped.name, level: level.text });
    }
  }

  function clause(node: ClauseNode, owner: DeclarationNode): void {
    switch (node.shape) {
      case 'terms':
        for (const term of node.terms) {
          for (const factor of term.factors) addressUse(factor, owner);
          if (term.to !== null) addressUse(term.to, owner);
        }
        break;
      case 'condition':
        conditionUse(node.condition);
        break;
      case 'columns':
        for (const column of node.columns) {
          addressUse(column.name, owner);
          if (column.means !== null) addressUse(column.means);
        }
        break;
      case 'choices':
        choices(node, owner);
        break;
      case 'flag':
      case 'broken':
        break;
    }
    for (const entry of node.body ?? []) {
      if (entry.type !== 'item') continue;
      const { address, over } = entry.subject;
      const first = address?.path[0];
      if (first !== undefined && node.word === 'population') add(first, { kind: 'level', category: ownerName(owner), level: first.text });
      else if (address !== null) addressUse(address, owner);
      if (over !== null) addressUse(over, owner);
    }
  }

  function choices(node: Extract<ClauseNode, { shape: 'choices' }>, owner: DeclarationNode): void {
    for (const { atoms } of node.choices) {
      for (const [at, atom] of atoms.entries()) {
        if (atom.kind === 'label' && at === 0 && isColumnClause(node.word, owner.kind) && atom.texts.length === 1) {
          const { text, span } = atom.texts[0]!;
          uses.push({ span, text, sense: { kind: 'column', column: text }, declares: false });
        }
        if (atom.kind !== 'address') continue;
        const first = atom.path[0]!;
        if (node.word === 'on' && at === 0) add(first, { kind: 'scale', name: first.text });
        else if (node.word === 'like') addressUse(atom);
        else if (node.word === 'tables' && names.named.has(first.text)) addressUse(atom);
        else if (node.word === 'reference') add(first, { kind: 'level', category: ownerName(owner), level: first.text });
        else if (at === 0 && isColumnClause(node.word, owner.kind))
          columnOrName(atom, mayBeDeclared(node, owner) && ownerName(owner) !== first.text);
        else if (node.word === 'errors' && at > 0 && atoms[at - 1]?.kind === 'address' && wordBefore(atoms[at - 1]!) === 'cluster')
          columnOrName(atom, true);
        else if ((node.word === 'join' || node.word === 'append') && at === 2) add(first, { kind: 'column', column: first.text });
      }
    }
  }

  /** A category may bin a declared number; everything else reads a column. */
  function columnOrName(address: AddressNode, mayBeDeclared: boolean): void {
    const first = address.path[0]!;
    const kind = names.named.get(first.text)?.kind;
    if (mayBeDeclared && kind !== undefined && usableAsNumber.has(kind)) add(first, { kind: 'declaration', name: first.text });
    else add(first, { kind: 'column', column: address.path.map((part) => part.text).join('.') });
  }

  function conditionUse(node: ConditionNode): void {
    if (node.kind === 'and' || node.kind === 'or') {
      for (const part of node.parts) conditionUse(part);
      return;
    }
    const test = node as Exclude<ConditionNode, { kind: 'and' | 'or' }>;
    const first = test.variable.path[0]!;
    const declared = names.named.get(first.text);
    if (declared === undefined) add(first, { kind: 'column', column: first.text });
    else addressUse(test.variable);
    if (test.kind === 'is' && (declared?.kind === 'category' || declared?.kind === 'choices'))
      for (const code of test.codes) levelCode(code, declared.name);
  }

  function levelCode(code: CodeNode, category: string): void {
    if (code.kind !== 'address') return;
    const { path } = code.address;
    if (path.length === 2 && path[0]!.text === category) addressUse(code.address);
    else if (path.length === 1) add(path[0]!, { kind: 'level', category, level: path[0]!.text });
  }

  /** `made`: a quantity is made of addresses, a number of columns. */
  function formulaUse(node: FormulaNode, made: boolean): void {
    switch (node.kind) {
      case 'number':
        return;
      case 'negate':
        formulaUse(node.operand, made);
        return;
      case 'binary':
        formulaUse(node.left, made);
        formulaUse(node.right, made);
        return;
      case 'address': {
        if (made) addressUse(node.address);
        else if (node.address.args === null) columnOrName(node.address, true);
        return;
      }
      case 'call':
        add(node.name, { kind: 'function', name: node.name.text });
        for (const argument of node.args) formulaUse(argument, made);
        return;
      case 'run':
        for (const end of [node.first, node.last]) columnOrName({ kind: 'address', path: [end], args: null, span: end.span }, true);
    }
  }

  /** An address: what each of its parts means. Heads of a table may be quantities alone. */
  function addressUse(node: AddressNode, owner: DeclarationNode | null = null): void {
    const { path } = node;
    const first = path[0];
    if (first === undefined) return;
    const declared = names.named.get(first.text);
    if (declared === undefined) {
      if (owner?.kind === 'map') add(first, { kind: 'column', column: first.text });
      else if (owner?.kind === 'table' && owner.template !== null) quantityHead(node);
      else if (first.text === 'sample' || first.text === 'row' || first.text === 'column') {
        add(first, { kind: 'placeholder', word: first.text });
        restOfPlaceholder(node, first.text === 'sample');
      }
      argumentsUse(node);
      return;
    }
    add(first, { kind: 'declaration', name: first.text });
    let at = 1;
    let of = declared.kind;
    const second = path[1];
    if (second !== undefined) {
      if ((declared.kind === 'category' || declared.kind === 'choices') && declared.levels.has(second.text)) {
        add(second, { kind: 'level', category: first.text, level: second.text });
        at = 2;
        of = declared.kind === 'category' ? 'level' : 'option';
      } else if (declared.kind === 'category' && second.text === 'each') {
        add(second, { kind: 'placeholder', word: 'each' });
        at = 2;
        of = 'level';
      } else if (declared.kind === 'index' && componentsOf(names, first.text).includes(second.text)) {
        add(second, { kind: 'declaration', name: second.text });
        at = 2;
        of = 'component';
      } else if (declared.kind === 'regression' || declared.kind === 'compare') {
        at = outcome(path, 1, first.text);
        of = `outcome of ${declared.kind}`;
      }
    }
    const rest = path.slice(at);
    if (rest.length > 0) {
      const span = { start: rest[0]!.span.start, end: rest.at(-1)!.span.end };
      const quantity = rest.map((part) => part.text).join('.');
      if (rest.length === 1 && (quantity === 'row' || quantity === 'column')) add(rest[0]!, { kind: 'placeholder', word: quantity });
      else uses.push({ span, text: quantity, sense: { kind: 'quantity', of, quantity, address: node }, declares: false });
    }
    argumentsUse(node);
  }

  /** The question that a comparison names and that has this option. */
  function questionWith(compare: string, option: string): string | null {
    const clauses = names.named.get(compare)?.sites.flatMap((site) => site.node.clauses) ?? [];
    const listed = clauses.flatMap((clause) =>
      clause.word === 'of' && clause.shape === 'terms' ? clause.terms.map((term) => term.factors[0]?.path[0]?.text ?? '') : [],
    );
    return listed.find((one) => names.named.get(one)?.kind === 'choices' && names.named.get(one)!.levels.has(option)) ?? null;
  }

  function outcome(path: readonly Name[], at: number, owner: string): number {
    const name = path[at]!;
    const placeholder = name.text === 'each' || name.text === 'row' || name.text === 'column';
    if (placeholder) {
      add(name, { kind: 'placeholder', word: name.text });
      return at + 1;
    }
    const question = names.named.has(name.text) ? null : questionWith(owner, name.text);
    if (!names.named.has(name.text) && question === null) return at;
    add(name, question === null ? { kind: 'declaration', name: name.text } : { kind: 'level', category: question, level: name.text });
    const next = path[at + 1];
    if (next !== undefined && names.named.get(name.text)?.kind === 'choices' && names.named.get(name.text)!.levels.has(next.text)) {
      add(next, { kind: 'level', category: name.text, level: next.text });
      return at + 2;
    }
    if (next !== undefined && names.named.get(name.text)?.kind === 'index' && componentsOf(names, name.text).includes(next.text)) {
      add(next, { kind: 'declaration', name: next.text });
      return at + 2;
    }
    return next !== undefined && names.named.get(next.text)?.kind === 'category'
      ? (add(next, { kind: 'declaration', name: next.text }), at + 2)
      : at + 1;
  }

  /** `sample.unusable` is a quantity of the study; what `row` and `column` stand for decides what follows them. */
  function restOfPlaceholder(node: AddressNode, study: boolean): void {
    const rest = node.path.slice(1);
    if (rest.length === 1 && (rest[0]!.text === 'row' || rest[0]!.text === 'column'))
      add(rest[0]!, { kind: 'placeholder', word: rest[0]!.text });
    else if (rest.length > 0)
      uses.push({
        span: { start: rest[0]!.span.start, end: rest.at(-1)!.span.end },
        text: rest.map((part) => part.text).join('.'),
        sense: {
          kind: 'quantity',
          of: study ? 'study' : 'placeholder',
          quantity: (study ? node.path : rest).map((part) => part.text).join('.'),
          address: node,
        },
        declares: false,
      });
  }

  function quantityHead(node: AddressNode): void {
    const word = node.path[0]!.text;
    if (word === 'all' || word === 'each') {
      add(node.path[0]!, { kind: 'placeholder', word });
      return;
    }
    uses.push({
      span: node.span,
      text: node.path.map((part) => part.text).join('.'),
      sense: { kind: 'quantity', of: 'table', quantity: node.path.map((part) => part.text).join('.'), address: node },
      declares: false,
    });
  }

  function argumentsUse(node: AddressNode): void {
    for (const argument of node.args ?? []) {
      if (argument.kind === 'number') continue;
      for (const part of [...argument.parts, ...(argument.to === null ? [] : [argument.to])]) {
        const word = part.path[0]!.text;
        if (part.path.length === 1 && !names.named.has(word)) {
          if (['row', 'column', 'each', 'all', 'intercept'].includes(word)) add(part.path[0]!, { kind: 'placeholder', word });
        } else addressUse(part);
      }
    }
  }

  return { declaration };
}

function ownerName(owner: DeclarationNode): string {
  return owner.names[0]?.path.map((part) => part.text).join('.') ?? '';
}

function wordBefore(atom: { readonly kind: string }): string {
  return atom.kind === 'address' ? ((atom as AddressNode).path[0]?.text ?? '') : '';
}

/** A category may bin a declared number, and means within groups may be those of something declared. */
function mayBeDeclared(clause: ClauseNode, owner: DeclarationNode): boolean {
  if (owner.kind === 'category' || clause.word === 'per') return true;
  return owner.kind === 'number' && owner.clauses.some((one) => one.word === 'per');
}

/** Clauses whose value is a column of the data. */
export function isColumnClause(word: string, kind: string): boolean {
  if (word === 'from' || word === 'per') return kind !== 'table';
  return kind === 'data' && ['id', 'cluster', 'weight', 'stratum', 'population', 'text'].includes(word);
}
