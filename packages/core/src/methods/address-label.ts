// What a number is, as a reader knows it: the labels of what it is of, of the quantity, and of what stands in its brackets. An address is
// how a spec and a program name it.
import type { Address, AddressArgument, Operand } from '../contract/address.ts';
import { inLanguage } from '../words/words.ts';
import type { ReportContext } from './context.ts';
import type { Job } from './plan.ts';
import { declarationOf, quantitiesOf, type QuantityKind } from './quantities.ts';
import { formatPlain } from '../show/format.ts';

const SIGNS: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥' };
export const signText = (operator: string): string => SIGNS[operator] ?? operator;

/** `Social integration: KMO`, `Sex: Female, Count`, `Full model, Social integration: β (Age: 46–69)`. */
export function addressText(context: ReportContext, { path, args }: Address): string {
  const { words, language } = context;
  const own = pathText(context, path, args?.length ?? 0);
  const inside = (args ?? []).map((one) => argumentText(context, one)).join(words.listComma);
  const quantity = own.quantity === null ? '' : inLanguage(language, own.quantity);
  const named = own.of === '' ? quantity : quantity === '' ? own.of : `${own.of}${words.colon}${quantity}`;
  return inside === '' ? named : `${named}${words.language === 'en' ? ' ' : ''}${words.inBrackets(inside)}`;
}

/** The quantity at an address without what it is of; null where nobody declares it. */
export function quantityLabel(context: ReportContext, { path, args }: Address): string | null {
  const { quantity } = pathText(context, path, args?.length ?? 0);
  return quantity === null ? null : inLanguage(context.language, quantity);
}

/** A claim in full: what is held to be above or below what. */
export function claimText(context: ReportContext, left: Address, operator: string, right: Operand): string {
  const other = right.kind === 'number' ? formatPlain(right.value) : addressText(context, right.address);
  return `${addressText(context, left)} ${signText(operator)} ${other}`;
}

/** The quantity of a name that is no declaration: `mean`, `adjusted_r2`, as rows and columns of printed tables have it. */
export function quantityText(context: ReportContext, name: string, args: number, kinds: readonly QuantityKind[]): string | null {
  const found = kinds.map((kind) => declarationOf(kind, name, args)).find((one) => one !== null);
  return found === undefined ? null : inLanguage(context.language, found.label);
}

function pathText(
  context: ReportContext,
  path: readonly string[],
  args: number,
): { readonly of: string; readonly quantity: string | null } {
  for (let own = 0; own < path.length; own += 1) {
    const name = path.slice(own).join('.');
    const found = kindsOf(context, path.slice(0, own))
      .map((kind) => declarationOf(kind, name, args))
      .find((one) => one !== null);
    if (found !== undefined) return { of: ownersText(context, path.slice(0, own)), quantity: found.label };
  }
  return { of: ownersText(context, path), quantity: null };
}

/** Labels of a path: of a level that of its category too; of a regression or comparison that of its outcome. */
function ownersText(context: ReportContext, path: readonly string[]): string {
  const { words, labelOf } = context;
  const [head = '', ...rest] = path;
  if (rest.length === 0) return head === '' ? '' : labelOf(head);
  const whole = labelOf(path.join('.'));
  if (whole !== path.join('.')) return `${labelOf(head)}${words.colon}${whole}`;
  return path.map(labelOf).join(words.listComma);
}

function argumentText(context: ReportContext, argument: AddressArgument): string {
  if (argument.kind === 'number') return formatPlain(argument.value);
  return argument.parts
    .map((part) =>
      part.length === 1 && part[0] === 'all'
        ? context.words.all
        : part[0] === 'intercept'
          ? context.words.intercept
          : ownersText(context, part),
    )
    .join(' × ');
}

const OF_JOB: Readonly<Record<Job['kind'], readonly QuantityKind[]>> = {
  index: ['index'],
  composite: ['composite'],
  compare: [],
  correlate: ['correlate'],
  regression: [],
  measurement: ['measurement'],
  mediation: ['mediation'],
  deprivation: ['deprivation'],
};
const OF_COMPARISON = Object.keys(quantitiesOf).filter((kind) => kind.endsWith('of compare')) as QuantityKind[];
const ANY: readonly QuantityKind[] = ['indicator', 'number', 'category', 'choices', 'option', 'dimension', 'block', 'component'];

/** What a path may be, most usual first: numbers of one name are called alike, whatever they are of. */
function kindsOf({ plan }: ReportContext, path: readonly string[]): readonly QuantityKind[] {
  const [head] = path;
  if (head === undefined) return ['study'];
  const job = plan.jobs.find((one) => one.name === head);
  if (job?.kind === 'regression') return path.length > 1 ? ['outcome of regression'] : [];
  if (job?.kind === 'compare') return path.length > 1 ? OF_COMPARISON : [];
  if (job !== undefined) return OF_JOB[job.kind];
  if (path.length > 1) return ['level', 'option', 'alternative of robustness'];
  return plan.robustness?.some((one) => one.name === head) === true ? ['robustness'] : ANY;
}
