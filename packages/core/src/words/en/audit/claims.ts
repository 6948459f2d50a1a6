// What is said of figures printed twice, of claims in words, and of figures against what data give.
import type { ClaimFinding, ClaimSays, ClaimSide, ComputedDifference, PrintedOnce } from '../../../contract/audit-facts/index.ts';
import { list, show } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { number } from './phrases.ts';

const inTable = (table: string | null): string => (table === null ? '' : ` in ${table}`);
const standsFor = ({ printed, side, low, high, decimals }: PrintedOnce): string =>
  side === null
    ? `${show(low ?? -Infinity, decimals + 1)}…${show(high ?? Infinity, decimals + 1)}`
    : `${side === 'less' ? 'less' : 'more'} than ${printed}`;

/** A side of a claim as the audit read it. */
export function claimSide(side: ClaimSide): string {
  switch (side.of) {
    case 'figure':
      return `${side.address}, printed ${side.printed},`;
    case 'stars':
      return `p of ${side.printed}${side.stars ?? ' (no star)'}, ${side.side === 'at-least' ? 'at least' : 'below'} ${side.level},`;
    case 'number':
      return String(side.value);
  }
}

const saysOf = (says: ClaimSays): string =>
  says.of === 'not'
    ? `${claimSide(says.left)} is not ${says.operator} ${claimSide(says.right)}`
    : `${says.address}, printed ${says.printed}, has the right sign but no star: p is at least ${says.level}`;

/** `a.mean printed 4.99, computed 3.40`. */
export const differenceText = (one: ComputedDifference): string =>
  one.of === 'stars'
    ? `${one.address} printed ${one.printed}, ${one.stars === null ? 'without a mark' : `with ${one.stars}`} in the data`
    : `${one.address} printed ${one.printed}, computed ${number(one.computed)}${one.percent ? '%' : ''}`;

export const claimWords: Pick<FindingCatalogue, ClaimFinding['kind']> = {
  'printed-twice': {
    message: ({ address, first, other }) =>
      `${address} is printed as ${first.printed}${inTable(first.table)} and as ${other.printed}${inTable(other.table)}.`,
    arithmetic: ({ first, other }) =>
      `${first.printed} stands for ${standsFor(first)}, ${other.printed} for ${standsFor(other)}: no number rounds to both.`,
    consistent: () => 'One of the two is wrong, or they are of different cases.',
  },
  claims: {
    message: ({ hypothesis, all, claims }) =>
      `${hypothesis}: the tables do not bear out ${all === 1 ? '' : `${claims.length} of its ${all} claims: `}` +
      `${list(
        claims.map((one) => `"${one.text}"`),
        6,
      )}.`,
    arithmetic: ({ claims }) =>
      `${claims
        .slice(0, 4)
        .map((one) => saysOf(one.says))
        .join('; ')}${claims.length > 4 ? ' …' : ''}.`,
    consistent: ({ certain }) => (certain ? '' : 'A claim about a difference from 0 that the table does not show to be one.'),
  },
  computed: {
    message: ({ table, figures, off }) => `${table ?? 'Figures outside tables'}: ${off} of ${figures} figures are not what the data give.`,
    arithmetic: ({ off, furthest }) => `${off === 1 ? '' : 'The furthest: '}${list(furthest.map(differenceText), 4)}.`,
    consistent: () => '',
  },
};
