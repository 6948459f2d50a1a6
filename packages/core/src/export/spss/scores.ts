// Indices in SPSS syntax: of components (FACTOR for the tables, MATRIX for the scores, since PSPP's FACTOR saves none), and of answers.
import { labelText } from '../../contract/label-text.ts';
import { givenWeight, type IndexJob } from '../../methods/index/job.ts';
import type { CompositeJob } from '../../methods/composite/job.ts';
import { declarationsOf } from '../../methods/composite/declarations.ts';
import { rawEnds } from '../../methods/composite/ends.ts';
import type { Writing } from './variables.ts';
import { comment, labelled, listed, numeral, quoted } from './text.ts';

const SCORES = quoted('studyspec-scores.sav');

/** Copies of variables in which the mean stands for what is missing, over the cases of a group. */
export function substituted(
  { reading }: Writing,
  of: readonly string[],
  key: string,
  group: string,
): { readonly names: readonly string[]; readonly lines: readonly string[] } {
  const names = of.map((name) => reading.names.of(`${key}_${name}`));
  const means = of.map((name) => reading.names.of(`${key}_${name}_mean`));
  return {
    names,
    lines: [
      `AGGREGATE OUTFILE=* MODE=ADDVARIABLES /BREAK=${group}`,
      `  ${of.map((name, at) => `/${means[at]!} = MEAN(${name})`).join('\n  ')}.`,
      ...of.flatMap((name, at) => [`COMPUTE ${names[at]!} = ${name}.`, `IF (MISSING(${name})) ${names[at]!} = ${means[at]!}.`]),
    ],
  };
}

export function componentsCode(writing: Writing, job: IndexJob): readonly string[] | string {
  const { words, reading, language } = writing;
  if (job.where !== null) return 'where';
  if (job.keep.kind !== 'fixed' || job.rescale.kind === 'components') return 'keep';
  const items = job.items.map((item) => reading.names.of(item));
  const kaiser = !('kaiser' in job.rotate) || job.rotate.kaiser !== false;
  const lines: string[] = [`ECHO ${quoted(`index ${job.name}`)}.`];
  let used: readonly string[] = items;
  if (job.missing === 'mean') {
    const filled = substituted(writing, items, job.name, 'all_');
    lines.push('COMPUTE all_ = 1.', ...filled.lines, 'EXECUTE.');
    used = filled.names;
  }
  const kept = job.keep.count;
  const list = listed(used);
  lines.push(
    comment(words.adequacy),
    `FACTOR /VARIABLES=\n    ${list}`,
    '  /MISSING=LISTWISE /PRINT=INITIAL KMO EXTRACTION ROTATION',
    `  /CRITERIA=FACTORS(${kept}) ITERATE(1000) /EXTRACTION=PC /ROTATION=VARIMAX.`,
    ...(kaiser ? [] : [comment(words.lacks('FACTOR /CRITERIA=NOKAISER'))]),
    `RELIABILITY /VARIABLES=\n    ${list}`,
    '  /MODEL=ALPHA /SUMMARY=TOTAL.',
    comment(words.scores),
    'MATRIX.',
    `GET answers /VARIABLES=case_\n    ${list}\n  /FILE=* /MISSING=ACCEPT /SYSMIS=OMIT.`,
    'COMPUTE n = NROW(answers).',
    'COMPUTE p = NCOL(answers) - 1.',
    'COMPUTE X = answers(:, 2:(p + 1)).',
    'COMPUTE D = X - MAKE(n, 1, 1) * (CSUM(X) / n).',
    'COMPUTE Z = D * INV(MDIAG(SQRT(CSSQ(D) / (n - 1)))).',
    'COMPUTE R = T(Z) * Z / (n - 1).',
    'CALL EIGEN(R, vectors, roots).',
    `COMPUTE k = ${kept}.`,
    'COMPUTE L = vectors(:, 1:k) * MDIAG(SQRT(roots(1:k))).',
    ...rotation(kaiser),
    // Columns by what they explain, each turned so that its loadings sum to more than 0.
    'LOOP a = 1 TO k.',
    '  DO IF CSUM(L(:, a)) < 0.',
    '    COMPUTE L(:, a) = -L(:, a).',
    '  END IF.',
    'END LOOP.',
    'COMPUTE explained = 100 * CSSQ(L) / p.',
  );
  const columns = new Map(job.components.map((one, at) => [one.name, `at${at + 1}`]));
  for (const one of job.components) {
    const row = job.items.indexOf(one.marker) + 1;
    const column = columns.get(one.name)!;
    lines.push(
      `LOOP a = 1 TO k.`,
      `  DO IF ABS(L(${row}, a)) = MMAX(ABS(L(${row}, :))).`,
      `    COMPUTE ${column} = a.`,
      '  END IF.',
      'END LOOP.',
      `DO IF L(${row}, ${column}) < 0.`,
      `  COMPUTE L(:, ${column}) = -L(:, ${column}).`,
      'END IF.',
    );
  }
  const composed =
    job.components.length === 0 ? Array.from({ length: kept }, (_, at) => String(at + 1)) : job.compose.map((one) => columns.get(one)!);
  const shares =
    job.weight.kind === 'explained'
      ? composed.map((at) => `explained(${at})`)
      : job.weight.kind === 'equal'
        ? composed.map(() => '1')
        : job.compose.map((one) => numeral(givenWeight(job.weight, one) ?? 0));
  const scores = [job.name, ...job.components.map((one) => one.name)];
  lines.push(
    'COMPUTE F = Z * L * INV(T(L) * L).',
    `COMPUTE weight = {${shares.join(', ')}}.`,
    'COMPUTE weight = weight / RSUM(weight).',
    `COMPUTE S = {${composed.map((at) => `F(:, ${at})`).join(', ')}} * T(weight).`,
    ...(job.components.length === 0
      ? []
      : [`COMPUTE S = {S, ${job.components.map((one) => `F(:, ${columns.get(one.name)!})`).join(', ')}}.`]),
    ...matrixRescale(job),
    'PRINT L /FORMAT=F20.12 /TITLE="L".',
    'PRINT explained /FORMAT=F20.12 /TITLE="%".',
    'PRINT weight /FORMAT=F20.12 /TITLE="w".',
    `SAVE {answers(:, 1), S} /OUTFILE=${SCORES} /VARIABLES=case_ ${scores.map((name) => reading.names.of(name)).join(' ')}.`,
    'END MATRIX.',
    `MATCH FILES FILE=* /FILE=${SCORES} /BY case_.`,
    'EXECUTE.',
    ...[job, ...job.components].map(
      (one) => `VARIABLE LABELS ${reading.names.of(one.name)} ${labelled(labelText(one.label, language, one.name))}.`,
    ),
  );
  return lines;
}

/** By planar rotations until nothing moves; SPSS's own stops a little earlier. The angle is a quarter of that of (below, above). */
const rotation = (kaiser: boolean): readonly string[] => [
  `COMPUTE root = ${kaiser ? 'SQRT(RSSQ(L))' : 'MAKE(p, 1, 1)'}.`,
  'COMPUTE L = INV(MDIAG(root)) * L.',
  'LOOP sweep = 1 TO 200.',
  '  LOOP a = 1 TO k - 1.',
  '    LOOP b = a + 1 TO k.',
  '      COMPUTE u = L(:, a) &** 2 - L(:, b) &** 2.',
  '      COMPUTE v = 2 * L(:, a) &* L(:, b).',
  '      COMPUTE above = 2 * CSUM(u &* v) - 2 * CSUM(u) * CSUM(v) / p.',
  '      COMPUTE below = CSSQ(u) - CSSQ(v) - (CSUM(u) ** 2 - CSUM(v) ** 2) / p.',
  '      DO IF ABS(above) + ABS(below) > 1E-15.',
  '        COMPUTE angle = ARTAN(above / (ABS(below) + 1E-300)).',
  '        DO IF below < 0.',
  '          COMPUTE angle = ARTAN(1) * 4 - angle.',
  '        END IF.',
  '        DO IF angle > ARTAN(1) * 4.',
  '          COMPUTE angle = angle - ARTAN(1) * 8.',
  '        END IF.',
  '        COMPUTE c = COS(angle / 4).',
  '        COMPUTE sn = SIN(angle / 4).',
  '        COMPUTE first = L(:, a) * c + L(:, b) * sn.',
  '        COMPUTE L(:, b) = L(:, b) * c - L(:, a) * sn.',
  '        COMPUTE L(:, a) = first.',
  '      END IF.',
  '    END LOOP.',
  '  END LOOP.',
  'END LOOP.',
  'COMPUTE L = MDIAG(root) * L.',
];

function matrixRescale({ rescale, goalposts }: IndexJob): readonly string[] {
  if (rescale.kind === 't')
    return ['COMPUTE S = S - MAKE(n, 1, 1) * (CSUM(S) / n).', 'COMPUTE S = 50 + 10 * S * INV(MDIAG(SQRT(CSSQ(S) / (n - 1)))).'];
  if (rescale.kind !== 'range') return [];
  const low = goalposts.kind === 'range' ? `MAKE(1, NCOL(S), ${numeral(goalposts.low)})` : 'CMIN(S)';
  const high = goalposts.kind === 'range' ? `MAKE(1, NCOL(S), ${numeral(goalposts.high)})` : 'CMAX(S)';
  return [
    `COMPUTE low = ${low}.`,
    `COMPUTE high = ${high}.`,
    `COMPUTE S = ${numeral(rescale.low)} + (S - MAKE(n, 1, 1) * low) * INV(MDIAG(high - low)) * ${numeral(rescale.high - rescale.low)}.`,
  ];
}

/** The mean or the sum of answers. */
export function answersCode({ reading, plan, language }: Writing, job: CompositeJob): readonly string[] | string {
  if (job.where !== null) return 'where';
  if (job.turned.length > 0) return 'reversed';
  const name = reading.names.of(job.name);
  const list = job.members.map((member) => reading.names.of(member)).join(', ');
  const needs = Math.max(1, job.needs);
  const mean = `MEAN.${needs}(${list})`;
  const lines = [`COMPUTE ${name} = ${job.score === 'mean' ? mean : `${job.members.length} * ${mean}`}.`];
  if (job.rescale.kind === 'range') {
    const { low, high } = job.rescale;
    const stated =
      job.goalposts.kind === 'range' ? job.goalposts : job.goalposts.kind === 'scale' ? rawEnds(job, declarationsOf(plan)) : null;
    if (stated === null && job.goalposts.kind !== 'observed') return 'goalposts scale';
    const [least, most] =
      stated === null
        ? [reading.names.of(`${job.name}_least`), reading.names.of(`${job.name}_most`)]
        : [numeral(stated.low), numeral(stated.high)];
    if (stated === null)
      lines.push(
        'COMPUTE all_ = 1.',
        `AGGREGATE OUTFILE=* MODE=ADDVARIABLES /BREAK=all_ /${least} = MIN(${name}) /${most} = MAX(${name}).`,
      );
    lines.push(
      `IF (${name} < ${least}) ${name} = ${least}.`,
      `IF (${name} > ${most}) ${name} = ${most}.`,
      `COMPUTE ${name} = ${numeral(low)} + (${name} - ${least}) * ${numeral(high - low)} / (${most} - ${least}).`,
    );
  }
  return [...lines, `VARIABLE LABELS ${name} ${labelled(labelText(job.label, language, job.name))}.`];
}
