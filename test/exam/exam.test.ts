// The exam: published designs, run in process as the program runs them, each key number against R (README.md). Folders are found, not
// listed: one that is added is run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { execute, lookUp, tell, type Quantity } from '@studyspec/core';
import { parseAddress, resolveAddress, toAddress } from '@studyspec/dsl';
import { loadStudy, resultsOf } from '../../packages/cli/src/host/session.ts';
import { waiting } from './waiting.ts';

interface Expected {
  readonly quantities: readonly { readonly address: string; readonly value: number; readonly how: string }[];
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const designs = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/study.study`));

/** Iterated by maximum likelihood, or turned until nothing moves: other programs stop a little earlier or later. */
const loose: readonly (readonly [pattern: RegExp, tolerance: number])[] = [
  // Measurement models.
  [/^(?:scales|groups|confirmed|robustly|ordinal|second)\./u, 1e-4],
  [/\.(odds|margin|loglik|nagelkerke|mcfadden|cfi|tli|rmsea|srmr|threshold|icc|variance)\b/u, 1e-4],
];

function toleranceOf({ address, how }: Expected['quantities'][number]): number {
  if (how.includes('1e-2')) return 1e-2;
  if (how.includes('3 digits')) return 1e-3;
  // Oblique factors: GPArotation stops at five digits.
  if (/\.correlation\(/u.test(address)) return 1e-3;
  if (/polr|multinom|tobit|lme4/iu.test(how)) return 1e-4;
  return loose.find(([pattern]) => pattern.test(address))?.[1] ?? 1e-6;
}

describe.each(designs)('%s', (design) => {
  const { quantities } = JSON.parse(readFileSync(`${folder}${design}/expected.json`, 'utf8')) as Expected;
  const asked = quantities.filter(({ address }) => !address.startsWith('beyond:'));
  const study = loadStudy(`${folder}${design}/study.study`);
  const late = new Set((waiting[design] ?? []).flatMap((one) => one.addresses));
  // A study with mistakes is not computed; while it waits for words, what stands of it is.
  const { compiled, coded, frame } = study;
  const results = late.size === 0 ? resultsOf(study) : execute(compiled.plan!, coded!, frame!);
  const found = (address: string): Quantity | null => {
    const node = parseAddress(address);
    if (node === null || results === null) return null;
    const direct = lookUp(results.quantities, toAddress(node));
    if (direct !== null || compiled.context === null) return direct;
    // As `query` does: an address that is written shorter than it is.
    const [meant] = resolveAddress({ ...compiled.context, problems: [] }, node, 'study.study') ?? [];
    return meant === undefined ? null : lookUp(results.quantities, meant);
  };
  const agrees = (one: Expected['quantities'][number]): boolean => {
    const value = found(one.address)?.value ?? null;
    return value !== null && Math.abs(value - one.value) <= toleranceOf(one) * Math.abs(one.value);
  };

  it('gives the numbers of R', () => {
    const wrong = asked
      .filter((one) => !late.has(one.address) && !agrees(one))
      .map((one) => {
        const quantity = found(one.address);
        return `${one.address}: R ${one.value}, here ${quantity === null ? 'nothing' : (quantity.value ?? quantity.reason)}`;
      });
    expect(wrong).toEqual([]);
  });

  it('waits for nothing that is there', () => {
    const addresses = asked.map((one) => one.address);
    expect([...late].filter((address) => !addresses.includes(address))).toEqual([]);
    expect(asked.filter((one) => late.has(one.address) && agrees(one)).map((one) => one.address)).toEqual([]);
  });

  it('has no mistakes beside what it waits for', () => {
    const errors = study.problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message);
    if (late.size === 0) expect(errors).toEqual([]);
  });
});
