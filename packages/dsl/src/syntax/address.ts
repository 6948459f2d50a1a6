// Reads an address from a text of its own, as `query` gets it on the command line and a published CSV in its heads.
import type { Address } from '@studyspec/core';
import type { AddressNode } from './ast.ts';
import { parseBy } from './grammar.ts';
import { lex } from './lexer.ts';

/** Null when the text is no address. */
export function parseAddress(text: string): AddressNode | null {
  const { tokens } = lex(text);
  return tokens.length === 0 ? null : parseBy('address', tokens).value;
}

/** The plan's form of an address. */
export function toAddress(node: AddressNode): Address {
  return {
    path: node.path.map((name) => name.text),
    args:
      node.args === null
        ? null
        : node.args.map((argument) =>
            argument.kind === 'number'
              ? { kind: 'number' as const, value: argument.value }
              : { kind: 'term' as const, parts: argument.parts.map((part) => part.path.map((name) => name.text)) },
          ),
  };
}

/** Whose score is asked for. */
export interface RespondentAddress {
  readonly name: string;
  readonly id: string;
}

const RESPONDENT = /^(.+)\.score\s*\(\s*(?:"((?:[^"\\]|\\.)*)"|“([^”]*)”|'([^']*)'|([^"“'][^)]*?))\s*\)$/u;

/** `integration.score("AS-D-056")`; also without the quotation marks, which a shell may have taken. Null when the text is none. */
export function parseRespondentAddress(text: string): RespondentAddress | null {
  const found = RESPONDENT.exec(text.trim());
  const head = found === null ? null : parseAddress(found[1]!);
  if (found === null || head === null || head.args !== null) return null;
  const id = found[2]?.replace(/\\(.)/gu, '$1') ?? found[3] ?? found[4] ?? found[5]!;
  return { name: head.path.map((one) => one.text).join('.'), id };
}
