// Zeros that were added at the end of a figure: 16.70 for 16.7. Where a contradiction is gone once they are left out, it is only a
// question.
import type { Check, NewFinding } from './finding.ts';
import type { PrintedCell, PrintedStudy } from './printed-study.ts';

/** A finding, softened where figures that end in 0 explain it. `run` is the check that found it. */
export function withoutPaddedZeros(study: PrintedStudy, run: Check, findings: readonly NewFinding[]): NewFinding[] {
  const known = new Map<string, readonly NewFinding[]>();
  return findings.map((finding) => {
    // Composites look at their own rows: finding their weights anew for each would take long.
    if (finding.certainty === 'worth a look' || finding.check === 'composite-identity') return finding;
    const involved = new Set(finding.involved ?? finding.at);
    const padded = study.cells.filter((cell) => involved.has(cell.at) && isPadded(cell));
    if (padded.length === 0) return finding;
    const key = padded.map((cell) => cell.at).join();
    const after = known.get(key) ?? run(withFewerDigits(study, new Set(padded))).findings;
    known.set(key, after);
    // The same relation, or one of those that the finding is made of, still fails.
    return after.some(
      (one) =>
        one.certainty !== 'worth a look' && (one.assumed ?? []).length === 0 && (one.involved ?? one.at).every((at) => involved.has(at)),
    )
      ? finding
      : softened(finding, padded);
  });
}

/** As a question: what it would be with the zeros left out. `zeros`: cells that they stand in, its own where they do. */
export function softened(finding: NewFinding, cells: readonly PrintedCell[], zeros = cells): NewFinding {
  // Other stars at the same digits are no matter of zeros.
  const repairs = (finding.repairs ?? []).filter((repair) =>
    cells.some((cell) => cell.at === repair.at && repair.text.replace(/\*+$/u, '') === cell.printed),
  );
  return {
    ...finding,
    certainty: 'worth a look',
    repairs,
    mends: [],
    padded: zeros.filter(isPadded).map((cell) => ({ printed: digitsOf(cell), read: shortened(cell) })),
  };
}

const digitsOf = (cell: PrintedCell): string => cell.printed.replace(/[^\d.\-−–]/gu, '');

/** A figure that ends in 0 after its point, with a digit more than one there. */
export function isPadded(cell: PrintedCell): boolean {
  return cell.operator === '=' && /\.\d+0$/u.test(digitsOf(cell));
}

/** Without the zeros at its end; a figure of zeros alone without its last. */
function shortened(cell: PrintedCell): string {
  const digits = digitsOf(cell);
  return cell.value === 0 ? digits.slice(0, -1) : digits.replace(/(\.\d+?)0+$/u, '$1');
}

/** The same figure with the zeros left out: the interval of all numbers that round to that. */
export function widened(cell: PrintedCell): PrintedCell {
  if (!isPadded(cell)) return cell;
  const left = digitsOf(cell).length - shortened(cell).length;
  const half = (cell.high - cell.value) * Number(`1e${left}`);
  return { ...cell, low: cell.value - half, high: cell.value + half, decimals: cell.decimals - left };
}

function withFewerDigits(study: PrintedStudy, padded: ReadonlySet<PrintedCell>): PrintedStudy {
  const cells = study.cells.map((cell) => (padded.has(cell) ? widened(cell) : cell));
  const by = new Map<string, PrintedCell[]>();
  for (const cell of cells) {
    const known = by.get(cell.text);
    if (known === undefined) by.set(cell.text, [cell]);
    else known.push(cell);
  }
  return { ...study, cells, by };
}
