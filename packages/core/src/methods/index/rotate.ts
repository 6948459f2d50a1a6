// Rotations of an index. One more is one more entry here.
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { arrange, orderAndSigns, orthomax, quartimax, varimax } from '../../procedures/factor/varimax.ts';
import { option, type Chosen, type Text } from '../../contract/option.ts';

export interface Turned {
  readonly loadings: number[][] /** Null when nothing was iterated. */;
  readonly sweeps: { readonly iterations: number; readonly converged: boolean } | null;
}

interface Rotation {
  readonly turn: (unrotated: Matrix, rule: { readonly kind: string; readonly kaiser?: boolean }) => Turned;
  /** What the table of loadings says; `{iterations}` is filled in. */
  readonly note: (rule: { readonly kind: string; readonly kaiser?: boolean }) => Text;
  /** How a hover says what the loadings are. */
  readonly formula: (rule: { readonly kind: string; readonly kaiser?: boolean }) => { readonly loadings: string; readonly source: string };
}

const swept =
  (en: string, zh: string) =>
  ({ kaiser = true }: { readonly kind: string; readonly kaiser?: boolean }): Text => ({
    en:
      `Principal components of the correlation matrix, ${en}${kaiser ? ' with Kaiser normalisation' : ' without normalisation'} ` +
      `({iterations} iterations by SPSS’s stopping rule).`,
    zh: `相关矩阵的主成分，${zh}${kaiser ? '（Kaiser 标准化）' : '（未标准化）'}，按 SPSS 的停止规则迭代 {iterations} 次。`,
  });
const sweeping =
  (criterion: string, source: string) =>
  ({ kaiser = true }: { readonly kind: string; readonly kaiser?: boolean }): { readonly loadings: string; readonly source: string } => ({
    loadings:
      `Λ = V√D·T: components of R, turned so that ${criterion} is largest` + `${kaiser ? ' over rows brought to length 1 (Kaiser)' : ''}`,
    source,
  });
const iterated = (found: { readonly loadings: number[][]; readonly iterations: number; readonly converged: boolean }): Turned => ({
  loadings: found.loadings,
  sweeps: { iterations: found.iterations, converged: found.converged },
});

export const rotate = option<Rotation>()({
  word: 'rotate',
  weighted: true,
  doc: 'How the kept components are rotated.',
  example: 'rotate varimax',
  default: 'varimax',
  defaultSays: 'varimax (Kaiser-normalised)',
  choices: {
    varimax: {
      doc: 'Varimax with Kaiser normalisation, as SPSS has it.',
      phrase: ['varimax', { kaiser: { unless: 'raw', doc: 'Varimax without Kaiser normalisation.' } }],
      note: swept('varimax', '方差最大旋转'),
      formula: sweeping('the variance of the squared loadings of each component', 'Kaiser 1958, Psychometrika 23:187–200'),
      turn: (unrotated, rule) => iterated(varimax(unrotated, { kaiser: rule.kaiser ?? true })),
    },
    none: {
      doc: 'The components as they are extracted.',
      formula: () => ({ loadings: 'Λ = V√D: components of R, not rotated', source: 'IBM SPSS Statistics Algorithms, FACTOR' }),
      note: () => ({ en: 'Principal components of the correlation matrix, not rotated.', zh: '相关矩阵的主成分，未旋转。' }),
      turn: (unrotated) => {
        const { order, signs } = orderAndSigns(unrotated);
        return { loadings: arrange(unrotated, order, signs), sweeps: null };
      },
    },
    quartimax: {
      doc: 'Quartimax with Kaiser normalisation: as few components an item as can be.',
      phrase: ['quartimax', { kaiser: { unless: 'raw', doc: 'Quartimax without Kaiser normalisation.' } }],
      note: swept('quartimax', '四次方最大旋转'),
      formula: sweeping('Σλ⁴', 'Neuhaus & Wrigley 1954, British Journal of Statistical Psychology 7:81–91'),
      turn: (unrotated, rule) => iterated(quartimax(unrotated, { kaiser: rule.kaiser ?? true })),
    },
    equamax: {
      doc: 'Equamax with Kaiser normalisation: between varimax and as even a share of every component as can be.',
      phrase: ['equamax', { kaiser: { unless: 'raw', doc: 'Equamax without Kaiser normalisation.' } }],
      note: swept('equamax', '等量最大旋转'),
      formula: sweeping('Σλ⁴ − ½·m/p·Σ(Σλ²)², m components and p items,', 'Saunders 1962, Psychometrika 27:277–283'),
      turn: (unrotated, rule) => iterated(orthomax(unrotated, { kaiser: rule.kaiser ?? true, gamma: unrotated[0]!.length / 2 })),
    },
  },
});

export type Rotate = Chosen<typeof rotate>;

/** Turns a solution; one component alone has no plane to be turned in. */
export function turned(unrotated: Matrix, rule: Rotate): Turned {
  const alone = (unrotated[0]?.length ?? 0) < 2;
  return alone ? rotate.choices.none.turn(unrotated) : rotate.choices[rule.kind].turn(unrotated, rule);
}
