// An index in which a clause of one has something to do: some are of components, others of answers or of weighted members. For tests
// that walk all options.

/** The clauses beside `of` that a clause is tried with; without it, what holds where it is left out. */
export function besideClause(clause: string): string {
  if (/^(?:score|normalize)\b/u.test(clause)) return '';
  if (/^needs\b/u.test(clause)) return 'score mean';
  if (/^aggregate\b/u.test(clause) || /^weight by (?!explained)/u.test(clause)) return 'normalize range';
  return `${clause.startsWith('keep') ? '' : 'keep 1'}  component x marked by a`;
}

/** What stands between the braces of a weight: of components `x`, of the members a to d each pair; or of a population of sexes. */
export const weightBody = (way: string, kind = 'index'): string =>
  kind === 'category'
    ? '{ male = 40, female = 60 }'
    : /\bahp\b/u.test(way)
      ? '{ a / b = 2, a / c = 2, a / d = 2, b / c = 1, b / d = 1, c / d = 1 }'
      : '{ x = 2 }';
