// In which encoding the texts of a binary file are: what the file says, held against its bytes. Scores of readings are likely-encoding.ts'.
import { raise, type Problem } from '../../../problems/problem.ts';
import { nearest } from '../../../text/nearest.ts';
import { brokenLetters } from '../../../problems/data/broken-letters.ts';
import { encodingFound } from '../../../problems/data/encoding-found.ts';
import { unknownEncoding } from '../../../problems/data/unknown-encoding.ts';
import { COMMON, canonicalLabel } from '../decode.ts';
import { lettersOf, strictLettersOf } from '../letters.ts';
import { likelyEncoding, scoreOf } from '../likely-encoding.ts';

// A web standard that browsers and Node share; declared here since core has neither's types.
declare const TextDecoder: new (label?: string, options?: { ignoreBOM?: boolean }) => { decode(bytes?: Uint8Array): string };

export interface Letters {
  readonly encoding: string;
  readonly read: (bytes: Uint8Array) => string;
  /** What is to be said of the encoding; called when everything has been read. */
  readonly problems: () => Problem[];
}

/** So many texts are enough to tell an encoding by. */
const SAMPLE = 4000;

/**
 * `said`: the label that the file states, null where it states none; `named`: the author's, who is believed. A text whose last letter is
 * cut off by the width of its field fits; a stated encoding is left only where another one is the better reading.
 */
export function lettersIn(texts: Iterable<Uint8Array>, said: string | null, named: string | undefined, file: string): Letters {
  const where = { at: 'data', data: { file } };
  if (named !== undefined) {
    const label = canonicalLabel(named);
    if (label !== null) return reading(label, file, () => []);
    const unknown = raise(unknownEncoding, { encoding: named, nearest: nearest(named, COMMON) }, { ...where, at: 'data/encoding' });
    return { encoding: named, read: (bytes) => lettersOf(bytes, 'utf-8'), problems: () => [unknown] };
  }
  const sample = sampleOf(texts);
  if (sample.length === 0) return reading(said ?? 'utf-8', file, () => []);
  const fits = (label: string): number => sample.filter((bytes) => strictLettersOf(bytes, label, true) !== null).length / sample.length;
  const label = said === null || canonicalLabel(said) === null ? null : canonicalLabel(said)!;
  const joined = lines(sample);
  const utf8 = fits('utf-8');
  const likely = likelyEncoding(joined);
  const stays =
    label !== null &&
    fits(label) > 0.9 &&
    !(label !== 'utf-8' && utf8 === 1) &&
    !(scoreOf(joined, label) < 0.2 && (likely?.score ?? 0) > 0.7 && likely!.label !== label);
  const found = stays ? label : utf8 > 0.9 ? 'utf-8' : (likely?.label ?? label ?? 'windows-1252');
  return reading(found, file, () => {
    if (found === label || (label === null && found === 'utf-8')) return [];
    const word = sample.map((bytes) => lettersOf(bytes, found)).find((text) => text.trim() !== '') ?? '';
    return [raise(encodingFound, { file, said: label, found, sample: [...word.trim()].slice(0, 20).join('') }, where)];
  });
}

function reading(label: string, file: string, said: () => Problem[]): Letters {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  const western = label === 'windows-1252' || label === 'iso-8859-1';
  let broken = 0;
  let first = '';
  const read = (bytes: Uint8Array): string => {
    const text = western ? lettersOf(bytes, label) : decoder.decode(bytes);
    if (!text.includes('\ufffd')) return text;
    // The width of a field may have cut off the last letter.
    const whole = strictLettersOf(bytes, label, true);
    if (whole !== null) return whole;
    if (broken === 0) first = [...text].slice(0, 30).join('');
    broken++;
    return text;
  };
  const problems = (): Problem[] => [
    ...said(),
    ...(broken === 0 ? [] : [raise(brokenLetters, { file, encoding: label, count: broken, first }, { at: 'data', data: { file } })]),
  ];
  return { encoding: label, read, problems };
}

function sampleOf(texts: Iterable<Uint8Array>): Uint8Array[] {
  const sample: Uint8Array[] = [];
  for (const bytes of texts) {
    if (!bytes.some((byte) => byte >= 0x80)) continue;
    sample.push(bytes.length > 2000 ? bytes.subarray(0, 2000) : bytes);
    if (sample.length === SAMPLE) break;
  }
  return sample;
}

function lines(texts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(texts.reduce((sum, text) => sum + text.length + 1, 0)).fill(10);
  let at = 0;
  for (const text of texts) {
    joined.set(text, at);
    at += text.length + 1;
  }
  return joined;
}
