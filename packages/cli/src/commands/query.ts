// `studyspec query`: single numbers by their address, for sentences and scripts.
import { formatAddress, formatQuantity, hiddenText, suggest, type Address, type Execution, type Quantity } from '@studyspec/core';
import { CallError, type ExitCode } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import { addressOf, numbersAt } from '../host/addresses.ts';
import { respondentAt } from '../host/at-address.ts';
import { print, printFile, tell } from '../host/output.ts';
import { onlyPartly } from '../host/progress.ts';
import { comparedAt } from './compared.ts';
import { openedStudy } from '../host/language.ts';
import { comparedListsOf, comparedOf, errorsSoFar, isComparisonFile, resultsOf, type Study } from '../host/session.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import type { Terminal } from '../base/terminal.ts';
import { terminalJson } from '../render/ink.ts';
import { countText, renderDiagnostics } from '../render/diagnostics.ts';

export interface QueryOptions {
  readonly json?: boolean;
  readonly digits?: number;
  /** Files of counts, in the place of the answers. */
  readonly sums?: readonly string[];
}

export async function query(file: string, paths: readonly string[], options: QueryOptions, terminal: Terminal): Promise<ExitCode> {
  const study = await openedStudy(file, terminal.asked, options.sums === undefined ? {} : { sums: options.sums });
  if (isComparisonFile(study)) return queryCompared(study, paths, options, terminal);
  const results = resultsOf(study);
  if (results === null) return tellNoNumbers(file, study, terminal);
  // Only what is asked for is computed.
  if (paths.length > 0) onlyPartly();
  const found: Quantity[] =
    paths.length === 0 ? [...results.quantities.values()] : paths.flatMap((path) => quantitiesAt(study, results, path));
  await write(found, paths, options);
  const errors = errorsSoFar(study, results);
  if (errors.length > 0) await tell(renderDiagnostics(errors, study.texts, terminal.err));
  return errors.length > 0 || (found.some((one) => one.value === null) && paths.length > 0) ? 1 : 0;
}

/** Of a file that compares studies: every study is computed, and held against the first. */
async function queryCompared(study: Study, paths: readonly string[], options: QueryOptions, terminal: Terminal): Promise<ExitCode> {
  const results = comparedOf(study);
  if (results === null) {
    const { problems } = comparedListsOf(study, null);
    await tell(`${renderDiagnostics(problems, study.texts, terminal.err)}\n${said().nothing.computed(countText(problems))}\n`);
    return 1;
  }
  const found = paths.length === 0 ? [...results.quantities.values()] : paths.flatMap((path) => comparedAt(results, addressText(path)));
  await write(found, paths, options);
  return found.some((one) => one.value === null) && paths.length > 0 ? 1 : 0;
}

async function write(found: readonly Quantity[], paths: readonly string[], options: QueryOptions): Promise<void> {
  if (options.json === true) {
    await printFile(terminalJson(`${JSON.stringify(Object.fromEntries(found.map((one) => [one.address, one.value])), null, 2)}\n`));
  } else if (found.length === 1 && paths.length === 1 && found[0]!.value !== null) {
    await print(`${shown(found[0]!, options)}\n`);
  } else {
    const width = Math.max(0, ...found.map((one) => one.address.length));
    await print(
      found
        .map(
          (one) =>
            `${one.address.padEnd(width)}  ${shown(one, options)}` +
            `${one.value === null && one.reason !== undefined ? `  (${said().problems.reason(one.reason)})` : ''}\n`,
        )
        .join(''),
    );
  }
}

/** The quantity itself, else all whose address begins so. */
function quantitiesAt(study: Study, results: Execution, path: string): readonly Quantity[] {
  const answer = respondentAt(study, results, path);
  if (answer !== null) {
    if ('found' in answer) return [answer.found];
    const { name, id } = answer.asked;
    const [near] = answer.near;
    if (answer.unknown === 'name')
      throw new CallError(said().wrong.noScoreOf(name), near === undefined ? null : said().wrong.didYouMean([near]));
    throw new CallError(said().wrong.noRespondent(id), answer.near.length === 0 ? null : said().wrong.nearestIds(answer.near));
  }
  const address = knownAddress(path);
  const meant = numbersAt(study, results.asked, path, address);
  if (meant.length > 0) return meant;
  const text = formatAddress(address);
  const below = [...results.quantities.values()].filter(
    (quantity) => quantity.address.startsWith(`${text}.`) || quantity.address.startsWith(`${text}(`),
  );
  if (below.length > 0) return below;
  const near = suggest(results.quantities, text);
  throw new CallError(said().wrong.nothingAt(text), near.length === 0 ? said().wrong.queryLists : said().wrong.didYouMean(near));
}

function knownAddress(path: string): Address {
  const address = addressOf(path);
  if (address === null) throw new CallError(said().wrong.noAddress(path), said().wrong.addressLooks);
  return address;
}

const addressText = (path: string): string => formatAddress(knownAddress(path));

function shown(quantity: Quantity, options: QueryOptions): string {
  if (quantity.hidden !== undefined) return hiddenText(quantity.hidden);
  return formatQuantity(quantity.value, quantity.format, options.digits === undefined ? {} : { decimals: options.digits });
}
