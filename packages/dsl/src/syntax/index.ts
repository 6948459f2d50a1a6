// The public face of the syntax.
export * from './address.ts';
export * from './ast.ts';
export { parse, type Parsed } from './parse.ts';
export {
  kinds,
  clauses,
  kindWords,
  clauseWords,
  options,
  homesOf,
  clauseIn,
  mapClauses,
  type Kind,
  type ClauseWord,
} from './vocabulary.ts';
export { formatText, shapeOf } from './formatter.ts';
export { rereader } from './reread.ts';
