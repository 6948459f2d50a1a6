// What is said of composites: the linear identity of their coefficients, the parts they have, and their weights.
import type {
  IdentityEvidence,
  IdentityFact,
  IdentityRowFact,
  PartWeight,
  ShownWeights,
  SolutionFinding,
  ShownRule,
} from '../../../contract/audit-facts/index.ts';
import { list, show, showInterval } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { oneOf, range } from './phrases.ts';

type Kind =
  | 'no-identity'
  | 'identity-slipped'
  | 'identity-reordered'
  | 'identity-swapped'
  | 'identity-misprint'
  | 'other-parts'
  | 'other-weights';

/** `0.608·psychological + 0.564·economic`. */
const weighted = (weights: readonly PartWeight[]): string =>
  weights
    .map(({ part, weight }) => `${show(weight, 3)}·${part}`)
    .join(' + ')
    .replaceAll('+ -', '− ');

const identity = ({ index, weights, good, rows }: IdentityFact): string => `${index} = ${weighted(weights)} in ${good} of ${rows} rows`;
const ofTable = ({ table }: IdentityFact): string => (table === null ? '' : ` of ${table}`);

const rowText = ({ parts, sum, composite }: IdentityRowFact): string =>
  `${parts.map((part) => `${show(part.weight, 3)}·(${part.printed})`).join(' + ')} = ${range(sum)}, printed ${composite}`;

const rowsMoved = (by: number): string => `${Math.abs(by)} row${Math.abs(by) === 1 ? '' : 's'}`;
const direction = (by: number): string => `${rowsMoved(by)} ${by > 0 ? 'up' : 'down'}`;

function evidenceText(evidence: IdentityEvidence, index: string): string {
  const front = `${evidence.where}, which has the same terms, agrees with`;
  if (evidence.of === 'composite') return `${front} the parts as printed and with ${index} moved: ${index} has slipped.`;
  const { composite, parts } = evidence;
  return (
    `${front} the order of ${index} as printed and with its parts moved (absolute ` +
    `differences ${show(composite.printed, 3)} against ${show(composite.moved, 3)}, and ` +
    `${show(parts.moved, 3)} against ${show(parts.printed, 3)}): the parts have slipped.`
  );
}

const partRange = ({ part, low, high }: ShownWeights['parts'][number]): string => `${part} ${showInterval(low, high, 3)}`;
const shownWeights = ({ parts }: ShownWeights): string => list(parts.map(partRange));

function ruleText(rule: ShownRule | null): string {
  if (rule === null) return '.';
  return rule.of === 'equal'
    ? ', weighted equally.'
    : `, weighted by explained variance: ${rule.shares.join(' : ')} divided by the root of the sum of their squares is ` +
        `${list(rule.weights.map((weight) => show(weight, 3)))}.`;
}

export const compositeWords: Pick<FindingCatalogue, SolutionFinding['kind'] & Kind> = {
  'no-identity': {
    message: ({ index, job, good, rows }) =>
      `The coefficients of ${index} in ${job} are not those of a weighted sum of its components: no weights ` +
      `satisfy more than ${good} of ${rows} rows.`,
    arithmetic: ({ weights, worst }) => `With ${weighted(weights)}, ${worst.term} would be ${range(worst.sum)}, printed ${worst.printed}.`,
    consistent: () => 'The parts may come from another model or other cases than the composite, or a part may be missing from the table.',
  },
  'identity-slipped': {
    message: ({ of, from, to, column, composite, by }) =>
      `Rows ${from} to ${to}${ofTable(of)}: the column ${column} has slipped against ` +
      `${composite ? 'its parts' : 'the others'} by ${rowsMoved(by)}.`,
    arithmetic: ({ of, broken }) => `${identity(of)}, but ${broken.map((row) => `${row.term}: ${rowText(row)}`).join('; ')}.`,
    consistent: ({ of, column, composite, by, restored, evidence }) =>
      `Moving ${column} ${direction(by)} within these ${restored.length} rows ` +
      `(the ${by > 0 ? 'first' : 'last'} to the ${by > 0 ? 'end' : 'top'}) restores all ${restored.length}: ` +
      `${list(
        restored.map((one) => `${one.term} ${one.text}`),
        12,
      )}${composite ? `; so does moving all its parts ${direction(-by)}` : ''}.` +
      `${evidence === null ? '' : ` ${evidenceText(evidence, of.index)}`}`,
  },
  'identity-reordered': {
    message: ({ of, order }) => `${order.length} rows${ofTable(of)} hold each other's figures of ${of.index}.`,
    arithmetic: ({ of, broken }) => `${identity(of)}, but ${rowText(broken)}.`,
    consistent: ({ order }) => `${order.map((one) => `${one.term} ${one.text}`).join(', ')} would do, and no other order.`,
  },
  'identity-swapped': {
    message: ({ of, one, other, sameRow }) =>
      sameRow
        ? `Row ${one.term}${ofTable(of)}: the cells ${one.column} ${one.printed} and ${other.column} ${other.printed} are exchanged.`
        : `The cells ${one.column} of ${one.term} (${one.printed}) and ${other.term} (${other.printed})${ofTable(of)} are exchanged.`,
    arithmetic: ({ of, broken, exchanged }) => `${identity(of)}, but here ${rowText(broken)}; exchanged: ${rowText(exchanged)}.`,
    consistent: ({ one, other, sameRow, others }) =>
      sameRow
        ? `${one.column} ${other.printed}${other.stars} and ${other.column} ${one.printed}${one.stars} would do.`
        : `${other.printed} in ${one.term} and ${one.printed} in ${other.term} would do` +
          `${others ? '; so would exchanging another column of these two rows' : ''}.`,
  },
  'identity-misprint': {
    message: ({ of, broken }) => `Row ${broken.term}${ofTable(of)} breaks the identity: a figure of it is misprinted.`,
    arithmetic: ({ of, broken }) => `${identity(of)}, but here ${rowText(broken)}.`,
    consistent: ({ options, needed, bounds }) =>
      options.length > 0
        ? `One slip would explain it: ${options.map((one) => `${one.column} ${oneOf(one.texts)} for ${one.printed}`).join('; or ')}.`
        : `Needed, the other figures being right: ${needed.map((one) => `${one.column} ${range(one.range)}`).join(', or ')} ` +
          `(weights ${bounds.map(range).join(', ')}).`,
  },
  'other-parts': {
    message: ({ index, present, left, extra, stated, shown }) => {
      const which =
        left.length > 0
          ? `${list(left)} ${left.length === 1 ? 'is' : 'are'} not in it`
          : `${list(extra)} ${extra.length === 1 ? 'is' : 'are'} in it`;
      return (
        `The coefficients of ${index} in ${list(shown.map((one) => one.where))} are those of a composite of ` +
        `${present.length} components (${list(present)}): ${which}${stated === null ? '' : `, though the study composes ${stated}`}.`
      );
    },
    arithmetic: ({ good, rows, shown: [first, ...more] }) => {
      if (first === undefined) return '';
      const own = `The weights that satisfy ${good} of ${rows} rows within rounding: ${shownWeights(first)}.`;
      return more.length === 0 ? own : `${first.where}: ${own} ${more.map((one) => `${one.where}: ${shownWeights(one)}.`).join(' ')}`;
    },
    consistent: ({ present, rule }) => `compose ${present.join(', ')}${ruleText(rule)}`,
  },
  'other-weights': {
    message: ({ index, assumed, rule, shown }) =>
      `The coefficients of ${index} in ${shown.where} do not show the weights ` +
      `${assumed ? 'that are assumed' : 'that the study states'} (${rule === 'explained' ? 'explained variance' : rule}).`,
    arithmetic: ({ assumed, stated, shown }) =>
      `${assumed ? 'Assumed' : 'Stated'}, divided by the root of the sum of their squares: ` +
      `${stated.parts.map(partRange).join(', ')}; in the table: ${shownWeights(shown)}.`,
    consistent: ({ index, weights, shows }) => `${index} = ${weighted(weights)}${ruleText(shows)}`,
  },
};
