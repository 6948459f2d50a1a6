// The first page of a comparison: what can be compared, what differs, what cannot be said. Facts come from comparison/first-page.ts.
import type { CannotBeSaid, Comparability, DifferenceFound, FirstPage } from '../first-page.ts';
import type { Block, NoteBlock, SectionBlock } from '../../../show/document.ts';
import { formatQuantity } from '../../../show/format.ts';
import { labelOfTerm } from './coefficients.ts';
import type { ComparisonContext } from './context.ts';
import type { FirstPageWords } from '../../../words/en/first-page.ts';
import { catalogueIn } from '../../../words/words.ts';

/** So many names are listed; the rest are counted. */
const LISTED = 8;

export function firstPageBlocks(
  context: ComparisonContext,
  page: FirstPage,
  language: string,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const words = catalogueIn(language).firstPage;
  const speak = speaker(context, words);
  const note = (tone: NoteBlock['tone'], text: string): NoteBlock => ({ kind: 'note', tone, text });
  const section = (id: string, title: string, blocks: readonly Block[]): SectionBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'section', id, title, blocks }];
  const levels = page.can.some((one) => one.say === 'level');
  return {
    title: words.title,
    blocks: [
      ...section('glance:can', words.can, [
        ...(page.can.length === 0 ? [note('plain', words.nothingCan)] : page.can.map((one) => note('good', speak.can(one)))),
        ...(levels ? [note('plain', words.levelNote(context.titleOf(context.studies[0]!.name)))] : []),
      ]),
      ...section(
        'glance:differs',
        words.differs,
        page.differs.length === 0 ? [note('good', words.nothingDiffers)] : page.differs.map((one) => note('warning', speak.differs(one))),
      ),
      ...section(
        'glance:cannot',
        words.cannot,
        page.cannot.map((one) => note('warning', speak.cannot(one))),
      ),
    ],
  };
}

function speaker(
  context: ComparisonContext,
  words: FirstPageWords,
): { can: (fact: Comparability) => string; differs: (fact: DifferenceFound) => string; cannot: (fact: CannotBeSaid) => string } {
  const { labelOf } = context;
  const first = context.titleOf(context.studies[0]!.name);
  const comma = context.reports[0]!.words.listComma;
  const count = (n: number): string => formatQuantity(n, 'count');
  const joined = (list: readonly string[]): string =>
    list.length <= LISTED ? list.join(comma) : words.more(list.slice(0, LISTED).join(comma), count(list.length - LISTED));
  const labels = (names: readonly string[]): string => joined(names.map(labelOf));
  const terms = (regression: string, names: readonly string[]): string =>
    joined(names.map((name) => labelOfTerm(context, regression, name)));
  const two = (value: number | null): string => formatQuantity(value, 'statistic', { decimals: 2 });
  const three = (value: number | null): string => formatQuantity(value, 'coefficient');
  return {
    can: (fact) => {
      switch (fact.say) {
        case 'means-comparable':
          return words.comparable('means', labelOf(fact.index), labels(fact.without), labels(fact.letGo));
        case 'relations-comparable':
          return words.comparable('relations', labelOf(fact.index), labels(fact.without), labels(fact.letGo));
        case 'level': {
          const sign = fact.low !== null && fact.low > 0 ? 'higher' : fact.high !== null && fact.high < 0 ? 'lower' : 'unclear';
          return words.level(
            labelOf(fact.index),
            context.titleOf(fact.study),
            first,
            two(fact.estimate),
            `[${two(fact.low)}, ${two(fact.high)}]`,
            sign,
          );
        }
        case 'coefficients-alike':
          return words.coefficientsAlike(labelOf(fact.regression), labels(fact.outcomes), count(fact.terms));
        case 'hypotheses-alike':
          return words.hypothesesAlike(count(fact.count));
      }
    },
    differs: (fact) => {
      switch (fact.say) {
        case 'moved':
          return words.moved(
            labelOf(fact.item),
            context.titleOf(fact.study),
            labelOf(fact.from),
            labelOf(fact.to),
            two(fact.modificationIndex),
            two(fact.chi2Before),
            two(fact.chi2After),
            fact.alsoIn.map(context.titleOf).join(comma),
          );
        case 'map':
          return words.map(
            context.titleOf(fact.study),
            joined(fact.items.map(({ item, like }) => words.looksLike(labelOf(item), labelOf(like)))),
          );
        case 'reversed':
          return words.reversed(labelOf(fact.item), context.titleOf(fact.study));
        case 'rescaled':
          return words.rescaled(labelOf(fact.item), context.titleOf(fact.study));
        case 'level-fails':
          return words.levelFails(labelOf(fact.index), fact.reached === 'metric' || fact.reached === 'configural' ? fact.reached : 'none');
        case 'analysed':
          return words.analysed(labels(fact.names), fact.clauses.join(comma));
        case 'asked':
          return words.asked(count(fact.variables.length), labels(fact.variables));
        case 'coefficients':
          return words.coefficients(
            labelOf(fact.regression),
            labelOf(fact.outcome),
            terms(fact.regression, fact.terms),
            count(fact.terms.length),
            count(fact.of),
          );
        case 'opposite':
          return words.opposite(labelOf(fact.regression), labelOf(fact.outcome), terms(fact.regression, fact.terms));
        case 'hypothesis':
          return words.hypothesis(labelOf(fact.name));
      }
    },
    cannot: (fact) => {
      switch (fact.say) {
        case 'form':
          return words.form(labelOf(fact.index), context.titleOf(fact.study), three(fact.cfi), three(fact.rmsea), three(fact.srmr));
        case 'moved-everywhere':
          return words.movedEverywhere(labelOf(fact.item), labelOf(fact.index), labelOf(fact.from), labelOf(fact.to));
        case 'unknown':
          return words.unknown(labelOf(fact.index));
        case 'index-left':
          return words.indexLeft(labelOf(fact.index), fact.studies.map(context.titleOf).join(comma), fact.why);
        case 'outcome-left':
          return words.outcomeLeft(labelOf(fact.regression), labelOf(fact.outcome), fact.why);
        case 'guessed':
          return words.guessed(context.titleOf(fact.study), count(fact.names.length), labels(fact.names));
        case 'nothing-common':
          return words.nothingCommon;
      }
    },
  };
}
