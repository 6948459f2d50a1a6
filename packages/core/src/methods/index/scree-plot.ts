// An index: the eigenvalues in descending order, with those of random data of the same size and the line at 1.
import type { IndexResult } from '../results.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { addressCell, textCell, type ReportContext } from '../context.ts';
import type { Cell } from '../../show/document.ts';
import { formatPlain, formatQuantity } from '../../show/format.ts';
import { rulesOf } from './tables.ts';
import { axisOver, figureOf, finite, keyBelow, leftAxis, nothingToDraw, roomFor, shown, type Drawn } from '../../draw/figure.ts';
import { linearAxis } from '../../draw/scales.ts';
import { coordinate, el, line, textAt } from '../../draw/svg.ts';

const LEFT = 44;
const TOP = 14;
const HEIGHT = 250;

export function screePlot(context: ReportContext, result: IndexResult): Drawn {
  const { words } = context;
  const { job, retention } = result;
  const values = (retention?.eigenvalues ?? result.eigenvalues).map(finite).filter((value) => value !== null);
  if (values.length === 0) return nothingToDraw(words.nothingComputed(context.labelOf(job.name)));
  const random95 = (retention?.parallel.percentile95 ?? [])
    .map(finite)
    .filter((value) => value !== null)
    .slice(0, values.length);
  const randomMean = (retention?.parallel.means ?? [])
    .map(finite)
    .filter((value) => value !== null)
    .slice(0, values.length);

  const room = roomFor(context.room);
  const width = Math.min(720, Math.max(420, values.length * 34), room.width - LEFT - 26);
  const bottom = TOP + HEIGHT;
  const x = linearAxis(0.5, values.length + 0.5, [LEFT, LEFT + width]);
  const y = axisOver([0, 1.2, ...values, ...random95], bottom, TOP);
  const curve = (heights: readonly number[]): string =>
    `M${heights.map((value, index) => `${coordinate(x(index + 1))},${coordinate(y(value))}`).join('L')}`;
  // Eigenvalues that stand close together are numbered at the ends only.
  const crowded = width / values.length < 34;
  const every = Math.max(1, Math.ceil(values.length / 20));
  const body = [
    ...leftAxis(y, LEFT, LEFT + width),
    line(LEFT, bottom, LEFT + width, bottom, 'ss-rule'),
    ...values.flatMap((_, index) =>
      (index + 1) % every === 0 || index === 0
        ? [textAt(x(index + 1), bottom + 14, formatPlain(index + 1), { anchor: 'middle', class: 'ss-small ss-pale' })]
        : [],
    ),
    textAt(LEFT + width / 2, bottom + 31, words.component, { anchor: 'middle', class: 'ss-small' }),
    line(LEFT, y(1), LEFT + width, y(1), 'ss-zero'),
    ...(randomMean.length > 1 ? [el('path', { d: curve(randomMean), class: 'ss-dots' })] : []),
    ...(random95.length > 1 ? [el('path', { d: curve(random95), class: 'ss-dash' })] : []),
    ...(values.length > 1 ? [el('path', { d: curve(values), class: 'ss-curve' })] : []),
    ...values.map((value, index) =>
      el('circle', { cx: x(index + 1), cy: y(value), r: 4, class: index < result.kept ? 'ss-solid' : 'ss-hollow' }),
    ),
    ...values
      .slice(0, result.kept)
      .flatMap((value, index) =>
        crowded && index > 0 && index < result.kept - 1
          ? []
          : [textAt(x(index + 1) + 7, y(value) - 6, shown(value, 'coefficient', { decimals: 2 }), { class: 'ss-small ss-halo' })],
      ),
  ];
  const key = keyBelow(
    [
      { text: words.keptHere, sign: mark('ss-solid') },
      ...(result.kept < values.length ? [{ text: words.notKept, sign: mark('ss-hollow') }] : []),
      ...(random95.length > 1 ? [{ text: words.parallel95, sign: line(0, 0, 26, 0, 'ss-dash') }] : []),
      ...(randomMean.length > 1 ? [{ text: words.parallelMean, sign: line(0, 0, 26, 0, 'ss-dots') }] : []),
      { text: words.eigenvalueOne, sign: line(0, 0, 26, 0, 'ss-zero') },
    ],
    room.narrow ? 0 : LEFT,
    bottom + 52,
    room.narrow ? room.width - 8 : width,
  );
  body.push(...key.body);
  const count = (value: number): string => formatQuantity(value, 'count');
  const first = values.map((value) => shown(value, 'coefficient', { decimals: 2 })).join(words.listComma);
  const rules = retention === null ? '' : rulesOf(context, job.name, ['kaiser', 'parallel'], words.semicolon);
  return figureOf({
    id: `${job.name}:scree-plot`,
    title: `${words.screePlot}${words.colon}${context.labelOf(job.name)}`,
    alternative: [
      words.screeAlternative(context.labelOf(job.name), count(result.kept)),
      `${words.eigenvalue}${words.colon}${first}${words.stop}`,
      rules,
    ]
      .filter((part) => part !== '')
      .join(words.sentenceGap),
    width: Math.max(LEFT + width + (room.narrow ? 24 : 8), (room.narrow ? 0 : LEFT) + key.width + 8),
    height: bottom + 46 + key.height,
    body,
    table: {
      kind: 'table',
      id: `${job.name}:scree-plot:numbers`,
      title: words.screePlot,
      columns: [
        { title: words.component, align: 'left' },
        ...[words.eigenvalue, words.parallel95, words.parallelMean].map((title) => ({ title, align: 'number' as const })),
      ],
      rows: values.map((_, index): readonly Cell[] => [
        textCell(formatPlain(index + 1), { emphasis: index < result.kept }),
        ...(['eigenvalue(number)', 'parallel(number)', 'parallel.mean(number)'] as const).map((quantity) =>
          addressCell(context, addressFor([job.name], quantity, [index + 1])),
        ),
      ]),
      notes: [words.keptNote(count(result.kept))],
    },
  });
}

function mark(style: string): string {
  return line(0, 0, 26, 0, 'ss-curve') + el('circle', { cx: 13, cy: 0, r: 4, class: style });
}
