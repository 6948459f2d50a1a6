// What a manuscript can ask a study for: its numbers by address, its tables and figures by name; of a file that compares studies, the
// comparison's. How they are put into it is core's.
import {
  comparisonReportOf,
  formatAddress,
  nearestFew,
  once,
  rangeAt,
  reportOf,
  suggest,
  type AtAddress,
  type ComparisonResults,
  type Execution,
  type ManuscriptSource,
} from '@studyspec/core';
import { language } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { version } from '../base/version.ts';
import { hasErrors, renderDiagnostics } from '../render/diagnostics.ts';
import { addressOf, numbersAt } from './addresses.ts';
import { respondentAt } from './at-address.ts';
import { comparedListsOf, comparedOf, errorsSoFar, isComparisonFile, resultsOf, type Study } from './session.ts';

export interface OpenedSource {
  readonly of: ManuscriptSource;
  /** What went wrong in what was computed for it; empty where nothing did. */
  readonly errors: () => string;
}

/** Null where there are no numbers. */
export function openSource(study: Study, terminal: Terminal): OpenedSource | null {
  if (isComparisonFile(study)) {
    const results = comparedOf(study);
    if (results === null) return null;
    const { problems } = comparedListsOf(study, results);
    const errors = problems.filter((problem) => problem.severity === 'error');
    return { of: comparedSourceOf(results), errors: () => (hasErrors(errors) ? renderDiagnostics(errors, study.texts, terminal.err) : '') };
  }
  const results = resultsOf(study);
  if (results === null) return null;
  return {
    of: sourceOf(study, results),
    errors: () => {
      const errors = errorsSoFar(study, results);
      return errors.length > 0 ? renderDiagnostics(errors, study.texts, terminal.err) : '';
    },
  };
}

function sourceOf(study: Study, results: Execution): ManuscriptSource {
  return {
    at: (path) => {
      const score = respondentAt(study, results, path);
      if (score !== null)
        return 'found' in score ? { is: 'quantity', quantity: score.found, range: null } : { is: 'nothing', near: score.near };
      const address = addressOf(path);
      if (address === null) return { is: 'no address' };
      const [one, ...others] = numbersAt(study, results.asked, path, address);
      // A sentence takes one number.
      if (one === undefined || others.length > 0)
        return { is: 'nothing', near: one === undefined ? near(path) : [one, ...others].slice(0, 5).map((each) => each.address) };
      return { is: 'quantity', quantity: one, range: rangeAt(addressOf(one.address) ?? address) };
    },
    report: once(() => reportOf(results, { language: language(), figures: true, every: true, version })),
  };

  function near(path: string): string[] {
    const text = formatAddress(addressOf(path)!);
    // What begins so, as a number that takes a term and has none; else what looks alike.
    const below = [...results.quantities.keys()].filter((one) => one.startsWith(`${text}.`) || one.startsWith(`${text}(`));
    return below.length > 0 ? below.slice(0, 5) : suggest(results.quantities, text);
  }
}

function comparedSourceOf(results: ComparisonResults): ManuscriptSource {
  return {
    at: (path): AtAddress => {
      const address = addressOf(path);
      if (address === null) return { is: 'no address' };
      const text = formatAddress(address);
      const found = results.quantities.get(text);
      return found === undefined
        ? { is: 'nothing', near: nearestFew(text, [...results.quantities.keys()], 3) }
        : { is: 'quantity', quantity: found, range: rangeAt(address) };
    },
    report: once(() => comparisonReportOf(results.comparison, { of: results, language: language() })),
  };
}
