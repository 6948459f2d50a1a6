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
