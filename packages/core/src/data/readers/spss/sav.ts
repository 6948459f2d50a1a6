// Reads an SPSS data file (.sav, .zsav): bytes in, a frame with its codebook and problems out. Records are dictionary.ts' and
// extensions.ts', cases cells.ts'.
import { inShare, tellPart } from '../../../numerics/parts.ts';
import type { Problem } from '../../../problems/problem.ts';
import type { Code, ValueSet } from '../../../contract/variables.ts';
import type { FileFacts, MultipleResponseSet, ValueLabel } from '../../codebook.ts';
import type { Column } from '../../frame.ts';
import { Damage, ascii, f64At, trimmed } from '../binary/cursor.ts';
import { lettersIn, type Letters } from '../binary/letters-found.ts';
import { asMoments, asNames, framed, reading, wantedAmong, type TableReading, type ReadOptions } from '../binary/reading.ts';
import { readCells, type Wanted } from './cells.ts';
import { readDictionary, type Segment, type SpssFile } from './dictionary.ts';
import { longLabels, longMissing, longNames, measures, responseSets, shortKey, statedEncoding, veryLong } from './extensions.ts';
import { spssFormat, spssMoment } from './formats.ts';

/** A variable as people know it. */
interface Variable extends Wanted {
  readonly first: Segment;
  readonly name: Uint8Array;
  /** Of its first segment, among all. */
  readonly index: number;
}

interface Labels {
  readonly value: Uint8Array;
  readonly label: Uint8Array;
}

export function readSav(bytes: Uint8Array, file: string, options: ReadOptions = {}): TableReading {
  return reading(file, 'sav', () => read(bytes, file, options));
}

function read(bytes: Uint8Array, file: string, options: ReadOptions): TableReading {
  const spss = readDictionary(bytes);
  const variables = variablesOf(spss);
  const labels = labelsOf(spss, variables);
  const missing = missingOf(spss, variables);
  const sets = responseSets(spss.extensions);
  const said = statedEncoding(spss.extensions);

  // Names first, by what the dictionary's own texts say; then the cells that are wanted, which may say more.
  const words = (): Uint8Array[] => [
    ...variables.flatMap(({ name, first }) => (first.label === null ? [name] : [name, first.label])),
    ...[...labels.values()].flatMap((entries) => entries.map(({ label }) => label)),
    ...[...labels].flatMap(([{ width }, entries]) => (width > 0 ? entries.map(({ value }) => trimmed(value)) : [])),
    ...sets.map(({ label }) => label),
    trimmed(spss.label),
    ...spss.documents.map(trimmed),
  ];
  const first = lettersIn(words(), said, options.encoding, file);
  const isWanted = wantedAmong(
    variables.map(({ name }) => first.read(trimmed(name))),
    options,
  );
  const wanted = variables.filter((_, at) => isWanted(at));
  const cells = inShare(0, 0.7, () => readCells(spss, wanted));
  const texts = cells.columns.flatMap((column) => ('texts' in column ? column.texts.distinct() : []));
  const letters = lettersIn([...words(), ...texts], said, options.encoding, file);

  const names = variables.map(({ name }) => letters.read(trimmed(name)));
  const nameOf = new Map(variables.map((variable, at) => [variable, names[at]!]));
  const levels = measures(spss.extensions, spss.segments.length);
  const asText = new Set([...(options.text ?? []), ...(options.id === undefined ? [] : [options.id])]);
  const columns = wanted.map((variable, at): Column => {
    tellPart(0.7 * wanted.length + 0.3 * at, wanted.length);
    const { width } = variable;
    const format = spssFormat(variable.first.print, width);
    const measure = ([undefined, 'nominal', 'ordinal', 'scale'] as const)[levels?.[variable.index] ?? 0];
    const valueLabels = (labels.get(variable) ?? []).map((entry) => valueLabel(entry, width, spss.little, letters));
    const declaredMissing = missing.get(variable)?.(letters) ?? [];
    const codebook = {
      name: nameOf.get(variable)!,
      ...(variable.first.label === null ? {} : { label: letters.read(trimmed(variable.first.label)) }),
      ...(valueLabels.length === 0 ? {} : { valueLabels }),
      ...(declaredMissing.length === 0 ? {} : { declaredMissing }),
      ...(measure === undefined ? {} : { measure }),
      ...(format.text === undefined ? {} : { format: format.text }),
    };
    const found = cells.columns[at]!;
    if ('texts' in found) return { kind: 'text', ...codebook, ...found.texts.read(cells.rows, letters.read) };
    const values = found.numbers;
    const { moment } = format;
    // A time of 24 hours and more is a length of time, whatever its format is called.
    const length = moment === 'duration' || (moment === 'time' && values.some((value) => value < 0 || value >= 86400));
    if (moment === null || length)
      return asNames({ kind: 'number', ...codebook, values, ...(length ? { unit: 'seconds' as const } : {}) }, asText);
    return asMoments(codebook, values, moment, spssMoment(moment));
  });

  const weight = variables.find(({ first: segment }) => segment.octet === spss.weight - 1);
  const label = letters.read(trimmed(spss.label)).trim();
  const about: FileFacts = {
    format: 'sav',
    version: `SPSS${['', ', compressed', ', zlib'][spss.compression]!}`,
    encoding: letters.encoding,
    ...(label === '' ? {} : { label }),
    notes: spss.documents.map((line) => letters.read(trimmed(line))),
    ...(weight === undefined ? {} : { weight: nameOf.get(weight)! }),
    multipleResponseSets: sets.map((set) => responseSet(set, variables, nameOf, letters)),
    names,
  };
  const problems: Problem[] = letters.problems();
  return framed(file, cells.rows, columns, about, problems);
}

function variablesOf(spss: SpssFile): Variable[] {
  const named = longNames(spss.extensions);
  const wide = veryLong(spss.extensions);
  const variables: Variable[] = [];
  const { segments } = spss;
  for (let at = 0; at < segments.length; ) {
    const first = segments[at]!;
    const key = shortKey(first.short);
    const width = wide.get(key) ?? first.width;
    // Each segment but the last adds 252 bytes to the width, and holds 255.
    const count = width > 255 ? Math.ceil(width / 252) : 1;
    const own = segments.slice(at, at + count);
    if (own.length < count || (count > 1 && own.some((one, n) => one.width !== (n < count - 1 ? 255 : width - 252 * n))))
      throw new Damage(`its dictionary cuts the text ${ascii(trimmed(first.short))} into pieces that do not fit`, null);
    const name = named.get(key) ?? first.short;
    if (trimmed(name).length === 0) throw new Damage('its dictionary has a variable without a name', null);
    variables.push({ segments: own, width, first, name, index: at });
    at += count;
  }
  return variables;
}

function labelsOf(spss: SpssFile, variables: readonly Variable[]): Map<Variable, Labels[]> {
  const labels = new Map<Variable, Labels[]>();
  const byPosition = new Map(variables.map((variable) => [variable.first.octet + 1, variable]));
  for (const set of spss.labelSets)
    for (const position of set.variables) {
      const variable = byPosition.get(position);
      if (variable === undefined) throw new Damage(`its value labels belong to a variable ${position} that it does not have`, null);
      labels.set(variable, [...(labels.get(variable) ?? []), ...set.entries]);
    }
  const named = byName(variables);
  for (const { name, entries } of longLabels(spss.extensions)) {
    const variable = named.get(shortKey(name));
    if (variable !== undefined && variable.width > 0) labels.set(variable, [...(labels.get(variable) ?? []), ...entries]);
  }
  return labels;
}

/** By long and by short names, capitals alike. */
function byName(variables: readonly Variable[]): Map<string, Variable> {
  return new Map([
    ...variables.map((variable): [string, Variable] => [shortKey(variable.first.short), variable]),
    ...variables.map((variable): [string, Variable] => [shortKey(variable.name), variable]),
  ]);
}

function valueLabel({ value, label }: Labels, width: number, little: boolean, letters: Letters): ValueLabel {
  return {
    value: width === 0 ? f64At(value, 0, little) + 0 : letters.read(trimmed(value.subarray(0, width))),
    label: letters.read(trimmed(label)),
  };
}

function missingOf(spss: SpssFile, variables: readonly Variable[]): Map<Variable, (letters: Letters) => ValueSet> {
  const missing = new Map<Variable, (letters: Letters) => ValueSet>();
  for (const variable of variables) {
    const { missingKind, missing: values } = variable.first;
    if (missingKind === 0) continue;
    if (variable.width > 0) {
      missing.set(variable, texts(values.map((value) => value.subarray(0, variable.width))));
      continue;
    }
    const numbers = values.map((value) => f64At(value, 0, spss.little) + 0);
    const single = (value: number): Code => ({ kind: 'number', value });
    // The ends of an open range are the largest and the lowest double but one.
    const [low = 0, high = 0, one] = numbers;
    const range: Code = {
      kind: 'range',
      low: low < -1.797e308 ? null : { value: low, open: false },
      high: high > 1.797e308 ? null : { value: high, open: false },
    };
    if (numbers.some(Number.isNaN)) throw new Damage('its dictionary declares what is no number as missing', null);
    missing.set(variable, () => (missingKind > 0 ? numbers.map(single) : [...(one === undefined ? [] : [single(one)]), range]));
  }
  const named = byName(variables);
  for (const { name, values } of longMissing(spss.extensions)) {
    const variable = named.get(shortKey(name));
    if (variable !== undefined && variable.width > 0) missing.set(variable, texts(values));
  }
  return missing;
}

const texts =
  (values: readonly Uint8Array[]) =>
  (letters: Letters): ValueSet =>
    values.map((value) => ({ kind: 'text', text: letters.read(trimmed(value)) }));

function responseSet(
  set: ReturnType<typeof responseSets>[number],
  variables: readonly Variable[],
  nameOf: ReadonlyMap<Variable, string>,
  letters: Letters,
): MultipleResponseSet {
  const named = byName(variables);
  const own = set.variables.flatMap((name) => named.get(shortKey(name)) ?? []);
  const text = set.counted === null ? null : letters.read(trimmed(set.counted)).trim();
  return {
    name: letters.read(set.name),
    label: letters.read(set.label),
    kind: text === null ? 'categories' : 'dichotomies',
    ...(text === null ? {} : { counted: own[0]?.width === 0 && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text }),
    columns: own.map((variable) => nameOf.get(variable)!),
  };
}
