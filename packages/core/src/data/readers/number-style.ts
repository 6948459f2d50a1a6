// Numbers that are not written plainly: decimal commas, separators between thousands, a unit behind each, full-width digits. Decided per
// column by its cells that are numbers, whatever texts stand beside them, with the rest of the file as witness; a column that can be read
// in two ways with no witness is named.
import type { NumberWitness, ReadingWay } from '../../problems/data-phrases.ts';
import { inPlainSigns, isLongInteger, plainNumberOf } from '../values.ts';
import type { TextColumn } from '../frame.ts';
import type { Texts } from '../texts.ts';
import type { Delimiter } from './delimiter.ts';

export interface NumberStyle {
  readonly decimal: '.' | ',';
  /** What stands between thousands. */
  readonly group: ',' | '.' | ' ' | "'" | null;
  /** Stands with every number of the column: `分`, `¥` in front, `%` (then the number is divided by 100). */
  readonly unit: string | null;
  /** Digits or signs in another width, or a minus of print. */
  readonly wide: boolean;
  /** A problem of its own says how it is read, since it could be read otherwise. */
  readonly told?: true;
  /** Somebody says so: no comma stands between answers. */
  readonly stated?: true;
}

const BODY = String.raw`[+-]?(?:\d[\d.,'’ \u00a0\u2009\u202f]*|[.,]\d+)`;
const STYLED = new RegExp(`^(?<currency>[¥￥$€£₩₹])?\\s?(?<body>${BODY})\\s?(?<unit>%|‰|[\\p{L}°]{1,6})?$`, 'u');
/** Behind a number these multiply it: `5万` is not 5. */
const MULTIPLIERS = /^(?:[百千万億亿kKmM]|mn|mio|bn|mrd|tsd|thousand|million|hundred)\p{L}*$/iu;
const LONGEST = 40;

interface Parts {
  readonly body: string;
  readonly unit: string;
  readonly wide: boolean;
}

/** A cell taken apart; null when it holds no number, or more than one and its unit. */
function partsOf(cell: string): Parts | null {
  if (cell.length > LONGEST) return null;
  const plain = inPlainSigns(cell);
  const wide = plain !== cell.trim();
  if (plainNumberOf(plain) !== null) return { body: plain, unit: '', wide };
  const found = STYLED.exec(plain)?.groups;
  if (found === undefined) return null;
  const currency = found.currency ?? '';
  const unit = found.unit ?? '';
  if (MULTIPLIERS.test(unit) || (currency !== '' && unit !== '')) return null;
  return {
    body: found
      .body!.trim()
      .replace(/[\u00a0\u2009\u202f]/gu, ' ')
      .replace(/’/gu, "'"),
    unit: unit + currency,
    wide,
  };
}

/** Shapes that settle what a comma or a point is. `1,234` and `1.234` settle nothing. */
const SHAPES = {
  decimalComma: /^\d*,\d+$/u,
  pointGroups: /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/u,
  pointGroupsComma: /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/u,
  /** Also as in India: 12,34,567. */
  commaGroups: /^[1-9]\d{0,2}(?:,\d{3}){2,}$|^[1-9]\d?(?:,\d\d)+,\d{3}$/u,
  commaGroupsPoint: /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/u,
  blankGroups: /^[1-9]\d{0,2}(?: \d{3})+(?<mark>[.,]\d+)?$/u,
  markGroups: /^[1-9]\d{0,2}(?:'\d{3})+(?<mark>[.,]\d+)?$/u,
} as const;
const EITHER_COMMA = /^[1-9]\d{0,2},\d{3}$/u;
const EITHER_POINT = /^[1-9]\d{0,2}\.\d{3}$/u;
const DECIMAL_POINT = /^\d*\.\d+$/u;
const LIST = /^\d+(?:,\d+){2,}$/u;

/** What the cells of a column say about how its numbers are written. */
export interface StyleEvidence {
  /** Null: no cell settles it. Undefined: nothing but plain numbers and texts. */
  readonly style: NumberStyle | null | undefined;
  /** A cell that is a number in two styles. */
  readonly either: string | null;
  /** Numbers of a thousand and more stand beside it without a separator. */
  readonly ungrouped: boolean;
  readonly unit: string | null;
  readonly wide: boolean;
}

const NOTHING: StyleEvidence = { style: undefined, either: null, ungrouped: false, unit: null, wide: false };

/** Looks through the cells of a column (each distinct one once). Cells that are no numbers say nothing. */
export function styleOf(levels: Texts, delimiter: Delimiter): StyleEvidence {
  let plainOnly = true;
  const parts: Parts[] = [];
  for (const level of levels) {
    const first = level.charCodeAt(0);
    // Most texts begin with a letter: no number does.
    if ((first >= 65 && first <= 90) || (first >= 97 && first <= 122) || (first >= 0x4e00 && first <= 0x9fff)) continue;
    if (plainNumberOf(level) !== null) {
      parts.push({ body: level.trim(), unit: '', wide: false });
      continue;
    }
    const found = partsOf(level);
    if (found === null) continue;
    plainOnly = false;
    parts.push(found);
  }
  if (plainOnly) return NOTHING;
  const units = new Set(parts.map((part) => part.unit));
  // A unit is read when every number has it: `75 years` among plain ages is somebody's own way of writing.
  const unit = units.size === 1 && parts.length > 1 ? [...units][0]! : '';
  const own = parts.filter((part) => part.unit === unit);
  const wide = own.some((part) => part.wide);
  const bodies = own.map((part) => part.body.replace(/^[+-]/u, ''));
  const settled = bodies.filter((body) => !EITHER_COMMA.test(body) && !EITHER_POINT.test(body));
  const has = (...names: (keyof typeof SHAPES)[]): boolean => settled.some((body) => names.some((name) => SHAPES[name].test(body)));
  const base = {
    either: own.find((part) => EITHER_COMMA.test(part.body.replace(/^[+-]/u, '')))?.body ?? null,
    ungrouped: bodies.some((body) => /^\d{4,}$/u.test(body)),
    unit: unit === '' ? null : unit,
    wide,
  };
  const made = (decimal: '.' | ',', group: NumberStyle['group']): StyleEvidence => ({
    ...base,
    style: { decimal, group, unit: base.unit, wide },
  });

  if (bodies.some((body) => LIST.test(body) && !SHAPES.commaGroups.test(body)) || (delimiter === ',' && looksLikeChoices(bodies)))
    return made('.', null);
  if (has('blankGroups', 'markGroups')) {
    const comma =
      has('decimalComma') ||
      bodies.some((body) => (SHAPES.blankGroups.exec(body) ?? SHAPES.markGroups.exec(body))?.groups?.mark?.startsWith(',') === true);
    return made(comma ? ',' : '.', has('blankGroups') ? ' ' : "'");
  }
  const decimals = has('decimalComma', 'pointGroupsComma');
  const thousands = has('commaGroups', 'commaGroupsPoint');
  // 1,5 beside 1,234,567: whoever wrote them did not mean the same by a comma.
  if (decimals && thousands) return made('.', null);
  if (decimals || has('pointGroups')) return made(',', '.');
  if (thousands) return made('.', ',');
  if (base.either === null) return made('.', null);
  return settled.some((body) => DECIMAL_POINT.test(body)) ? made('.', ',') : { ...base, style: null };
}

/** `1,2`, `3`, `2,4`: whole numbers, and of some two different ones with a comma between, as a program writes several choices. */
function looksLikeChoices(bodies: readonly string[]): boolean {
  const several = bodies.filter((body) => body.includes(','));
  return (
    several.length > 0 &&
    several.length < bodies.length &&
    bodies.every((body) => body.includes(',') || /^\d{1,2}$/u.test(body)) &&
    several.every((body) => {
      const [a, b] = body.split(',');
      return /^[1-9]\d?$/u.test(a!) && /^[1-9]\d?$/u.test(b!) && a !== b;
    })
  );
}

/**
 * The style of a column whose cells are numbers in two; `why` is null when a sure witness decides and nobody need be told. `sure`: the
 * decimal marks of other columns.
 */
export function chooseStyle(
  evidence: StyleEvidence,
  delimiter: Delimiter,
  sure: ReadonlySet<'.' | ','>,
): { style: NumberStyle; why: NumberWitness | null } {
  const of = (decimal: '.' | ','): NumberStyle => ({
    decimal,
    group: decimal === '.' ? ',' : '.',
    unit: evidence.unit,
    wide: evidence.wide,
  });
  if (sure.size === 1) return { style: of([...sure][0]!), why: null };
  if (delimiter === ',') return { style: of('.'), why: evidence.ungrouped ? 'comma cells' : null };
  return delimiter === ';' ? { style: of(','), why: 'semicolon cells' } : { style: of('.'), why: 'points only' };
}

/** The style with the decimal mark that somebody states; what parts thousands is what the cells show, or the other mark. */
export function statedStyle(evidence: StyleEvidence, decimal: '.' | ','): NumberStyle {
  const shown = evidence.style?.group ?? null;
  return {
    decimal,
    group: shown !== null && shown !== decimal ? shown : decimal === '.' ? ',' : '.',
    unit: evidence.unit,
    wide: evidence.wide,
    stated: true,
  };
}

/** A cell read in a style; null when it is no number in it. */
export function readNumber(cell: string, style: NumberStyle): number | null {
  const parts = partsOf(cell);
  if (parts === null || parts.unit !== (style.unit ?? '')) return null;
  const value = readBody(parts.body, style);
  return value === null ? null : style.unit === '%' ? value / 100 : style.unit === '‰' ? value / 1000 : value;
}

const GROUPED: Readonly<Record<string, RegExp>> = Object.fromEntries(
  [',', '.', ' ', "'"].flatMap((group) =>
    ['.', ','].map((decimal) => [
      group + decimal,
      new RegExp(`^[1-9]\\d{0,2}(?:\\${group}\\d{2,3})*\\${group}\\d{3}(?:\\${decimal}\\d+)?$`, ''),
    ]),
  ),
);

function readBody(body: string, { decimal, group }: NumberStyle): number | null {
  const digits = body.replace(/^[+-]/u, '');
  if (isLongInteger(digits)) return plainNumberOf(body);
  if (group !== null && GROUPED[group + decimal]!.test(digits)) return plainNumberOf(body.replaceAll(group, '').replace(decimal, '.'));
  if (decimal === ',' && SHAPES.decimalComma.test(digits)) return plainNumberOf(body.replace(',', '.'));
  return plainNumberOf(body);
}

/** Whether the cell is a number in any style: for telling rows of headings from rows of answers. */
export function looksNumeric(cell: string): boolean {
  return plainNumberOf(cell) !== null || partsOf(cell) !== null;
}

/** In a file with decimal commas, plain numbers of the shape 1.234 are thousands: all must have at most three digits before each point. */
export function isPointGroups(levels: readonly string[]): boolean {
  return (
    levels.some((level) => level.includes('.')) &&
    levels.every((level) => /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/u.test(level.trim()) || /^[+-]?\d{1,3}$/u.test(level.trim()))
  );
}

/** A style that changes nothing: plain numbers beside texts. */
export function isPlain(style: NumberStyle): boolean {
  return style.decimal === '.' && style.group === null && style.unit === null && !style.wide && style.stated !== true;
}

/** What a style changes, in words: only what cells of the column show. */
export function describeStyle({ style, levels, numbers = [] }: TextColumn): ReadingWay[] {
  if (style === undefined || style.told === true || style.stated === true) return [];
  const read = levels.filter((_, code) => numbers[code] != null);
  const found: ReadingWay[] = [];
  const groups = {
    ',': { is: 'commas' },
    '.': { is: 'points' },
    ' ': { is: 'blanks' },
    "'": { is: 'apostrophes' },
  } as const;
  const bodies = read.map((level) => partsOf(level)?.body.replace(/^[+-]/u, '') ?? '');
  if (style.decimal === ',' && bodies.some((body) => /,\d+$/u.test(body))) found.push({ is: 'decimal commas' });
  if (style.group !== null && bodies.some((body) => GROUPED[style.group! + style.decimal]!.test(body))) found.push(groups[style.group]);
  if (style.wide) found.push({ is: 'full width' });
  if (style.unit === '%' || style.unit === '‰') found.push({ is: style.unit === '%' ? 'percent' : 'per mille' });
  else if (style.unit !== null) found.push({ is: 'unit', unit: style.unit });
  return found;
}
