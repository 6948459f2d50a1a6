// What a problem says to somebody who reads the report and not the spec: labels stand where its facts have declared names. What to do
// about it is said as it is written in the spec.
import type { Address, AddressArgument } from '../contract/address.ts';
import { addressText } from '../methods/address-label.ts';
import type { ReportContext } from '../methods/context.ts';
import type { Fact, Facts, Problem } from '../problems/problem.ts';
import { tell, type Told } from '../words/tell.ts';

export function tellReader(context: ReportContext, problem: Problem): Told {
  const told = tell(problem, context.language);
  return { message: messageOf(context, problem) ?? told.message, help: told.help };
}

/** Null where the sentence cannot be told of labels: it may look a fact up. */
function messageOf(context: ReportContext, problem: Problem): string | null {
  const { sums } = problem;
  const others = sums?.of === 'regressions' ? { sums: { ...sums, others: sums.others.map(context.labelOf) } } : {};
  try {
    const { message } = tell({ ...problem, ...others, facts: labelled(context, problem.facts) as Facts }, context.language);
    return message.includes('undefined') || message.includes('[object') ? null : message;
  } catch {
    return null;
  }
}

/** Words that say what kind of fact it is: no names, whatever the study calls its own. */
const KINDS = new Set([
  'is',
  'of',
  'kind',
  'why',
  'what',
  'how',
  'does',
  'sort',
  'code',
  'clause',
  'word',
  'option',
  'method',
  'rule',
  'missing',
]);

function labelled(context: ReportContext, fact: Fact, key = ''): Fact {
  if (typeof fact === 'string') return KINDS.has(key) ? fact : labelFor(context, fact);
  if (Array.isArray(fact)) return fact.map((one: Fact) => labelled(context, one, key));
  if (fact === null || typeof fact !== 'object') return fact;
  return Object.fromEntries(Object.entries(fact).map(([name, value]) => [name, labelled(context, value, name)]));
}

/** A declared name or an address as it is written; any other text stays. */
function labelFor(context: ReportContext, text: string): string {
  const label = context.labelOf(text);
  if (label !== text) return label;
  const address = addressIn(text);
  return address === null || context.quantityAt(text) === undefined ? text : addressText(context, address);
}

/** An address as `formatAddress` writes it, of plain names. */
function addressIn(text: string): Address | null {
  const found = /^([\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*)(?:\(([^()`]*)\))?$/u.exec(text);
  if (found === null) return null;
  const args = found[2]
    ?.split(', ')
    .map(
      (one): AddressArgument =>
        /^-?\d/u.test(one)
          ? { kind: 'number', value: Number(one) }
          : { kind: 'term', parts: one.split(':').map((part) => part.split('.')) },
    );
  return { path: found[1]!.split('.'), args: args ?? null };
}
