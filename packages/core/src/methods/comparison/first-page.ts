// What a reader needs before anything else: what can be compared, what differs, what can't be said. Facts drawn from the rest of a
// comparison; how they are worded is result/comparison/words-first-page.ts.
import type { InvarianceLevel } from '../../procedures/invariance/index.ts';
import type { ComparedInvariance } from './invariance.ts';
import type { StudiesComparison } from './compare-studies.ts';

export type Comparability =
  /** Of the scores of an index; `without` these items, which stand elsewhere in some study. */
  | {
      readonly say: 'means-comparable' | 'relations-comparable';
      readonly index: string;
      readonly without: readonly string[];
      readonly letGo: readonly string[];
    }
  /** This study's mean minus the first's, by the first's rule. */
  | {
      readonly say: 'level';
      readonly index: string;
      readonly study: string;
      readonly estimate: number;
      readonly low: number | null;
      readonly high: number | null;
      readonly p: number | null;
    }
  /** Outcomes of a regression none of whose coefficients is shown to differ. */
  | { readonly say: 'coefficients-alike'; readonly regression: string; readonly outcomes: readonly string[]; readonly terms: number }
  | { readonly say: 'hypotheses-alike'; readonly count: number };

export type DifferenceFound =
  | {
      readonly say: 'moved';
      readonly index: string;
      readonly study: string;
      readonly item: string;
      readonly from: string;
      readonly to: string;
      readonly modificationIndex: number;
      readonly chi2Before: number;
      readonly chi2After: number;
      readonly alsoIn: readonly string[];
    }
  /** Columns of one study look mistaken for each other: before anything is concluded of its people, its map deserves a look. */
  | {
      readonly say: 'map';
      readonly index: string;
      readonly study: string;
      readonly items: readonly { readonly item: string; readonly like: string }[];
    }
  | { readonly say: 'reversed' | 'rescaled'; readonly study: string; readonly item: string }
  /** How far the studies measure alike. */
  | { readonly say: 'level-fails'; readonly index: string; readonly reached: InvarianceLevel | null }
  | { readonly say: 'analysed'; readonly names: readonly string[]; readonly clauses: readonly string[] }
  | { readonly say: 'asked'; readonly variables: readonly string[] }
  | {
      readonly say: 'coefficients';
      readonly regression: string;
      readonly outcome: string;
      readonly terms: readonly string[];
      readonly of: number;
    }
  | { readonly say: 'opposite'; readonly regression: string; readonly outcome: string; readonly terms: readonly string[] }
  | { readonly say: 'hypothesis'; readonly name: string };

export type CannotBeSaid =
  | {
      readonly say: 'form';
      readonly index: string;
      readonly study: string;
      readonly cfi: number | null;
      readonly rmsea: number | null;
      readonly srmr: number;
    }
  | { readonly say: 'moved-everywhere'; readonly index: string; readonly item: string; readonly from: string; readonly to: string }
  | { readonly say: 'unknown'; readonly index: string }
  | { readonly say: 'index-left'; readonly index: string; readonly studies: readonly string[]; readonly why: 'lacking' | 'few' }
  | { readonly say: 'outcome-left'; readonly regression: string; readonly outcome: string; readonly why: 'too-few' | 'own-units' }
  /** Map lines of a study that nobody has checked. */
  | { readonly say: 'guessed'; readonly study: string; readonly names: readonly string[] }
  | { readonly say: 'nothing-common' };

export interface FirstPage {
  readonly can: readonly Comparability[];
  readonly differs: readonly DifferenceFound[];
  readonly cannot: readonly CannotBeSaid[];
}

export function firstPage(found: Omit<StudiesComparison, 'firstPage'>): FirstPage {
  const measured = found.indices.map((one) => one.invariance);
  const regressions = found.regressions.flatMap((regression) =>
    regression.outcomes.map((outcome) => ({ regression: regression.name, outcome })),
  );
  const analysed = found.analysed;
  const asked = found.asked
    .filter((variable) => variable.studies.some((study) => study.differences.length > 0))
    .map((variable) => variable.name);
  const verdictsDiffer = found.hypotheses.filter((one) => new Set(one.studies.map((result) => result?.verdict ?? 'none')).size > 1);
  const shared = found.hypotheses.filter((one) => one.studies.every((result) => result !== null));
  const unequal = ({ outcome }: (typeof regressions)[number]): readonly string[] =>
    outcome.equality.terms.filter((term) => term.holm !== null && term.holm < 0.05).map((term) => term.term);
  return {
    can: [
      ...measured.flatMap(comparable),
      ...found.indices.flatMap((one) =>
        (one.invariance.comparable === 'means' ? (one.scores?.studies ?? []) : []).flatMap((study): Comparability[] =>
          study.difference === null
            ? []
            : [
                {
                  say: 'level',
                  index: one.name,
                  study: study.study,
                  estimate: study.difference.estimate,
                  low: study.difference.low,
                  high: study.difference.high,
                  p: study.difference.p,
                },
              ],
        ),
      ),
      ...found.regressions.flatMap((regression): Comparability[] => {
        const alike = regression.outcomes.filter(
          (outcome) => outcome.equality.terms.length > 0 && unequal({ regression: regression.name, outcome }).length === 0,
        );
        return alike.length === 0
          ? []
          : [
              {
                say: 'coefficients-alike',
                regression: regression.name,
                outcomes: alike.map((one) => one.outcome),
                terms: Math.max(...alike.map((one) => one.equality.terms.length)),
              },
            ];
      }),
      ...(shared.length > 0 && verdictsDiffer.length === 0 ? [{ say: 'hypotheses-alike' as const, count: shared.length }] : []),
    ],
    differs: [
      ...found.indices.flatMap((one) =>
        one.suspicions.flatMap((suspicion): DifferenceFound[] => [
          ...suspicion.reversed.map((item) => ({ say: 'reversed' as const, study: suspicion.study, item: item.item })),
          ...suspicion.scales.map((item) => ({ say: 'rescaled' as const, study: suspicion.study, item: item.item })),
        ]),
      ),
      ...measured.flatMap(moves),
      ...measured.flatMap((one): DifferenceFound[] => {
        const level = one.result.reached?.level ?? null;
        return one.result.steps.length === 0 || level === 'scalar' || level === 'strict'
          ? []
          : [{ say: 'level-fails', index: one.index, reached: level }];
      }),
      ...(analysed.length > 0
        ? [
            {
              say: 'analysed' as const,
              names: unique(analysed.flatMap((one) => (one.name === null ? [] : [one.name]))),
              clauses: unique(analysed.flatMap((one) => (one.clause === null ? [] : [one.clause]))),
            },
          ]
        : []),
      ...(asked.length > 0 ? [{ say: 'asked' as const, variables: asked }] : []),
      ...regressions.flatMap((one): DifferenceFound[] => {
        const terms = unequal(one);
        const opposite = one.outcome.equality.terms.filter((term) => term.opposite.length > 0).map((term) => term.term);
        return [
          ...(terms.length > 0
            ? [
                {
                  say: 'coefficients' as const,
                  regression: one.regression,
                  outcome: one.outcome.outcome,
                  terms,
                  of: one.outcome.equality.terms.length,
                },
              ]
            : []),
          ...(opposite.length > 0
            ? [{ say: 'opposite' as const, regression: one.regression, outcome: one.outcome.outcome, terms: opposite }]
            : []),
        ];
      }),
      ...verdictsDiffer.map((one): DifferenceFound => ({ say: 'hypothesis', name: one.name })),
    ],
    cannot: [
      ...found.studies.flatMap((study): CannotBeSaid[] =>
        study.plan.guesses === undefined ? [] : [{ say: 'guessed', study: study.name, names: study.plan.guesses }],
      ),
      ...measured.flatMap((one) =>
        one.own.flatMap(({ study, structure, form }): CannotBeSaid[] =>
          form?.holds === false && structure.fit !== null
            ? [{ say: 'form', index: one.index, study, cfi: structure.fit.cfi, rmsea: structure.fit.rmsea, srmr: structure.fit.srmr }]
            : [],
        ),
      ),
      ...measured.flatMap((one) =>
        one.moved
          .filter((item) => item.everywhere)
          .map(
            (item): CannotBeSaid => ({
              say: 'moved-everywhere',
              index: one.index,
              item: item.item,
              from: item.from,
              to: item.in[0]!.move.to,
            }),
          ),
      ),
      ...measured.filter((one) => one.comparable === 'unknown').map((one): CannotBeSaid => ({ say: 'unknown', index: one.index })),
      ...found.left.map((one): CannotBeSaid => ({ say: 'index-left', ...one })),
      ...found.regressions.flatMap((regression) =>
        regression.left.map(
          (one): CannotBeSaid => ({ say: 'outcome-left', regression: regression.name, outcome: one.outcome, why: one.why }),
        ),
      ),
      ...(found.indices.length === 0 && found.regressions.length === 0 && found.items.length === 0
        ? [{ say: 'nothing-common' as const }]
        : []),
    ],
  };
}

/** What may be compared, of the whole index or of what is left of it. */
function comparable(one: ComparedInvariance): Comparability[] {
  const whole = one.comparable === 'means' || one.comparable === 'relations';
  const part = one.without;
  const what = whole ? one.comparable : part?.comparable;
  if (what !== 'means' && what !== 'relations') return [];
  const freed = (whole ? one.result : part!.result).reached?.freed ?? [];
  const without = whole ? [] : part!.left;
  return [
    {
      say: what === 'means' ? 'means-comparable' : 'relations-comparable',
      index: one.index,
      without,
      letGo: unique(freed.map((free) => free.item)),
    },
  ];
}

function moves(one: ComparedInvariance): DifferenceFound[] {
  // An exchange of columns explains that both items stand elsewhere: it is said once.
  const explained = (study: string, item: string): boolean =>
    one.mistaken.some((map) => map.study === study && map.items.some((exchange) => exchange.item === item));
  return [
    ...one.mistaken.map(({ study, items }): DifferenceFound => ({ say: 'map', index: one.index, study, items })),
    ...one.moved
      .filter((item) => !item.everywhere)
      .flatMap((item) =>
        item.in
          .filter(({ study }) => !explained(study, item.item))
          .map(
            ({ study, move }): DifferenceFound => ({
              say: 'moved',
              index: one.index,
              study,
              item: item.item,
              from: item.from,
              to: move.to,
              modificationIndex: move.modificationIndex,
              chi2Before: move.chi2Before,
              chi2After: move.chi2After,
              alsoIn: item.in.filter((other) => other.study !== study).map((other) => other.study),
            }),
          ),
      ),
  ];
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
