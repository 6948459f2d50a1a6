// What is said of factor solutions: loadings, communalities, shares, eigenvalues, rotation.
import type { ColumnShare, LoadingOption, SolutionFinding, SquaresOfRow } from '../../../contract/audit-facts/index.ts';
import { either, list, show, showInterval } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { movedBack, number, oneOf, range, slipped } from './phrases.ts';

type CompositeKind =
  | 'no-identity'
  | 'identity-slipped'
  | 'identity-reordered'
  | 'identity-swapped'
  | 'identity-misprint'
  | 'other-parts'
  | 'other-weights';

const squares = (loadings: SquaresOfRow['loadings']): string => loadings.map((one) => `${one?.replace('-', '') ?? '?'}²`).join(' + ');
const rowText = (row: SquaresOfRow): string => `${squares(row.loadings)} = ${range(row.sum)}, printed ${row.printed}`;
const columnText = ({ component, sum, printed }: ColumnShare): string =>
  `the column ${component} gives ${range(sum)} % where ${printed} % are printed`;

const loadingOption = ({ component, texts, range: wanted }: LoadingOption): string =>
  `${component === null ? 'the communality' : `the loading on ${component}`} ${texts.length > 0 ? oneOf(texts) : range(wanted)}`;

export const solutionWords: Pick<FindingCatalogue, Exclude<SolutionFinding['kind'], CompositeKind>> = {
  'eigenvalue-sum': {
    message: ({ index, items, whole }) =>
      `The eigenvalues of ${index} sum to ${whole ? 'something else' : 'more'} than ${items}, the number of its items.`,
    arithmetic: ({ terms, sum, items }) => `${terms.join(' + ')} = ${sum}; the diagonal of ${items} correlations sums to ${items}.`,
    consistent: () => 'One of them is wrong, or they are of another matrix than that of the correlations.',
  },
  'communality-below': {
    message: ({ of }) => `The communality of ${of.item}, ${of.printed}, is less than the squares of its printed loadings.`,
    arithmetic: ({ of }) => `${squares(of.loadings)} = ${show(of.sum.low, of.sum.decimals)} at least.`,
    consistent: () => '',
  },
  communality: {
    message: ({ of }) => `The loadings of ${of.item} do not give its communality ${of.printed}.`,
    arithmetic: ({ of, columns }) => `${rowText(of)}${columns.length === 0 ? '' : `; ${list(columns.map(columnText), 4)}`}.`,
    consistent: ({ options, wanted }) =>
      options.length === 0 ? `A communality of ${range(wanted)}.` : `${either(options.map(loadingOption))} would do.`,
  },
  'communalities-slipped': {
    message: ({ items, slip }) => `The loadings of ${list(items)} do not give their communalities: ${slipped(slip)}.`,
    arithmetic: ({ first }) => `${first.item}: ${rowText(first)}.`,
    consistent: ({ block }) => movedBack(block),
  },
  communalities: {
    message: ({ index, failing, all }) => `The loadings of ${index} do not give the communalities of ${failing.length} of ${all} items.`,
    arithmetic: ({ failing }) =>
      `${failing
        .slice(0, 3)
        .map((one) => `${one.item}: ${rowText(one)}`)
        .join('; ')}${failing.length > 3 ? ' …' : ''}.`,
    consistent: () =>
      'Communalities of another solution, loadings after an oblique rotation, or components that are not in the table would explain it.',
  },
  explained: {
    message: ({ component, printed }) => `The loadings on ${component} do not give its share of the variance, ${printed} %.`,
    arithmetic: ({ items, squares: sum, sum: share }) => `Σλ²/${items} = ${number(sum)}/${items} = ${range(share)} %.`,
    consistent: ({ component, sum, decimals, rows, several }) =>
      rows.length > 0
        ? `The row of ${list(rows)} fails as well: see its loading on ${component}.`
        : `A share of ${showInterval(sum.low, sum.high, decimals)} % would do${several ? '' : '; or one of its loadings is wrong'}.`,
  },
  'explained-before-rotation': {
    message: ({ index }) =>
      `The shares of the variance of ${index} are not those of its columns of loadings, though their sum is: ` +
      'they may be shares before rotation.',
    arithmetic: ({ columns }) => `${columns.map(columnText).join('; ')}.`,
    consistent: () => 'Shares after rotation stand beside rotated loadings.',
  },
  'explained-total': {
    message: ({ total, shares }) =>
      `${shares.length > 0 ? 'The shares of the components' : 'The communalities'} do not sum to the total explained variance, ${total} %.`,
    arithmetic: ({ shares, items, sum }) => `${shares.length > 0 ? shares.join(' + ') : `Σh²/${items}`} = ${range(sum)} %.`,
    consistent: ({ sum }) => `${range(sum)} % would do.`,
  },
  rotation: {
    message: ({ index, kaiser }) =>
      `The loadings of ${index} are not at a varimax maximum ${kaiser ? 'with' : 'without'} Kaiser’s normalisation.`,
    arithmetic: ({ pair, angle }) =>
      `Turning ${pair[0]} and ${pair[1]} by a further ${show(angle, 2)}° would raise the criterion; rounding alone does not explain it.`,
    consistent: ({ kaiser, otherwise }) =>
      otherwise
        ? `They are at a maximum ${kaiser ? 'without it (varimax raw)' : 'with it (varimax)'}.`
        : 'A misprinted or misplaced loading, another rotation, or iterations that were stopped early would do.',
  },
  'eigenvalue-of-loadings': {
    message: ({ index, number: k, printed }) => `Eigenvalue ${k} of ${index}, ${printed}, does not follow from the loadings.`,
    arithmetic: ({ eigenvalues }) => `L′L has the eigenvalues ${eigenvalues.map((one) => show(one, 3)).join(', ')}.`,
    consistent: ({ wanted }) => `${number(wanted)} would do.`,
  },
  'alpha-of-loadings': {
    message: ({ index, printed, standardised }) =>
      `Alpha of ${index}, ${printed}, is less than the loadings imply${standardised ? '' : ' for standardised items'}.`,
    arithmetic: ({ sums, least, items, bound }) =>
      `The columns of loadings sum to ${sums.map((sum) => show(sum, 3)).join(', ')}, their squares to at least ` +
      `${show(least, 2)}; so alpha is at least ${items}/${items - 1}·(1 − ${items}/${show(least, 2)}) = ${show(bound, 3)}.`,
    consistent: ({ standardised, bound, decimals }) =>
      standardised
        ? `An alpha of at least ${show(bound, decimals)}.`
        : 'It is possible for raw scores of unequal spread (one item with a far larger SD lowers it); ' +
          'the standardised alpha cannot be so low.',
  },
  'bartlett-of-loadings': {
    message: ({ index, printed, n }) => `Bartlett's χ² of ${index}, ${printed}, is less than its loadings allow with n = ${n}.`,
    arithmetic: ({ eigenvalues, items, n, logDeterminant, bound }) =>
      `Kept eigenvalues ${eigenvalues.map((value) => show(value, 3)).join(', ')}, the other ${items - eigenvalues.length} sum to ` +
      `${show(items - eigenvalues.reduce((a, b) => a + b, 0), 3)}: ln|R| ≤ ${show(logDeterminant, 3)} and χ² ≥ ` +
      `(${n} − 1 − ${2 * items + 5}/6)·${show(-logDeterminant, 3)} = ${show(bound, 1)}.`,
    consistent: ({ bound, most }) => `χ² of at least ${show(bound, 1)}; or n of at most ${most}.`,
  },
};
