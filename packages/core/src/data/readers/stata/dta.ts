// Reads a Stata data file (.dta, versions 113 to 119): bytes in, a frame with its codebook and problems out. Records are dictionary.ts',
// rows cells.ts'.
import { inShare, tellPart } from '../../../numerics/parts.ts';
import { raise } from '../../../problems/problem.ts';
import { unknownFileVersion } from '../../../problems/data/unknown-file-version.ts';
import type { FileFacts, ValueLabel } from '../../codebook.ts';
import type { Column } from '../../frame.ts';
import { Damage, trimmed } from '../binary/cursor.ts';
import { lettersIn } from '../binary/letters-found.ts';
import { asMoments, asNames, framed, reading, reasonText, wantedAmong, type TableReading, type ReadOptions } from '../binary/reading.ts';
import { readCells } from './cells.ts';
import { readDictionary, versionOf } from './dictionary.ts';
import { stataMoment } from './formats.ts';

export function readDta(bytes: Uint8Array, file: string, options: ReadOptions = {}): TableReading {
  return reading(file, 'dta', () => read(bytes, file, options));
}

/** In tables of value labels, `.` is this number and `.a` to `.z` are those after it. */
const MISSING = 2147483621;

/** Which program writes a version. */
const PROGRAMS: ReadonlyMap<number, string> = new Map([
  [113, 'Stata 8'],
  [114, 'Stata 10'],
  [115, 'Stata 12'],
  [117, 'Stata 13'],
  [118, 'Stata 14'],
  [119, 'Stata 15'],
]);

function read(bytes: Uint8Array, file: string, options: ReadOptions): TableReading {
  const version = versionOf(bytes);
  if (version === null || version.version === 0) throw new Damage('it does not begin as such a file does', 1, 'unknown');
  if (!version.known) {
    const newer = version.version > 119;
    const facts = { file, version: version.version, known: [[113, 115] as const, [117, 119] as const], newer };
    return { frame: null, problems: [raise(unknownFileVersion, facts, { at: 'data', data: { file } })], encoding: '' };
  }
  const stata = readDictionary(bytes, version.version);
  const said = version.version >= 118 ? 'utf-8' : null;
  const { variables } = stata;
  const words = (): Uint8Array[] => [
    ...variables.flatMap(({ name, label }) => [name, label]),
    ...[...stata.labelTables.values()].flatMap((table) => table.map(({ label }) => label)),
    trimmed(stata.label),
    ...stata.notes,
  ];
  const first = lettersIn(words(), said, options.encoding, file);
  const isWanted = wantedAmong(
    variables.map(({ name }) => first.read(trimmed(name))),
    options,
  );
  const wanted = variables.filter((_, at) => isWanted(at));
  const cells = wanted.map((variable, at) =>
    inShare((0.7 * at) / wanted.length, (0.7 * (at + 1)) / wanted.length, () => readCells(stata, variable)),
  );
  const texts = cells.flatMap((column) => ('texts' in column ? column.texts.distinct() : []));
  const letters = lettersIn([...words(), ...texts], said, options.encoding, file);

  const asText = new Set([...(options.text ?? []), ...(options.id === undefined ? [] : [options.id])]);
  const names = variables.map(({ name }) => letters.read(trimmed(name)));
  const columns = wanted.map((variable, at): Column => {
    tellPart(0.7 * wanted.length + 0.3 * at, wanted.length);
    const label = letters.read(trimmed(variable.label));
    const valueLabels = (stata.labelTables.get(variable.labels) ?? []).map(
      (entry): ValueLabel => ({
        value: entry.value > MISSING ? reasonText(entry.value - MISSING) : entry.value,
        label: letters.read(entry.label),
      }),
    );
    const codebook = {
      name: letters.read(trimmed(variable.name)),
      ...(label === '' ? {} : { label }),
      ...(valueLabels.length === 0 ? {} : { valueLabels }),
      format: variable.format,
      storedAs: variable.storage === 'str' ? `str${variable.width}` : variable.storage,
    };
    const found = cells[at]!;
    if ('texts' in found) return { kind: 'text', ...codebook, ...found.texts.read(stata.rows, letters.read) };
    const { numbers: values, reasons } = found;
    const moment = stataMoment(variable.format);
    if (moment === null) return asNames({ kind: 'number', ...codebook, values, ...(reasons === null ? {} : { reasons }) }, asText);
    return asMoments(codebook, values, moment.moment, moment.iso, reasons);
  });

  const label = letters.read(trimmed(stata.label)).trim();
  const about: FileFacts = {
    format: 'dta',
    version: `${PROGRAMS.get(version.version)!} (version ${version.version})`,
    encoding: letters.encoding,
    ...(label === '' ? {} : { label }),
    notes: stata.notes.map(letters.read),
    multipleResponseSets: [],
    ...(stata.sortedBy.length === 0 ? {} : { sortedBy: stata.sortedBy.map((at) => names[at]!) }),
    names,
  };
  return framed(file, stata.rows, columns, about, letters.problems());
}
