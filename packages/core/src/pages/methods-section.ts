// The section of a report that says what was done: who answered, how the answers were made variables and indices of, what was analysed, and
// by what. A paragraph each; every clause is of the plan or of the results, and what was not done has none. Sentences of a method are its
// own (methods/*/sentence.ts).
import { compositeStatement } from '../methods/composite/sentence.ts';
import { compareStatement } from '../methods/compare/sentence.ts';
import { closingSentences } from '../methods/claims/sentence.ts';
import type { ReportContext } from '../methods/context.ts';
import { correlateStatement } from '../methods/correlate/sentence.ts';
import { deprivationStatement } from '../methods/deprivation/sentence.ts';
import { measureSentences } from '../methods/describe/sentence.ts';
import { sampleSentences } from '../methods/design/sentence.ts';
import { indexStatement } from '../methods/index/sentence.ts';
import { measurementStatement } from '../methods/measurement/sentence.ts';
import { mediationStatement } from '../methods/mediation/sentence.ts';
import { proseOf, told, type Prose, type Statement } from '../methods/prose.ts';
import { regressionStatement } from '../methods/regression/sentence.ts';
import { robustnessStatement } from '../methods/robustness/sentence.ts';
import type { ParagraphBlock } from '../show/document.ts';

export function methodsBlocks(context: ReportContext, version = ''): readonly ParagraphBlock[] {
  if (context.plan.data === null) return [];
  const prose = proseOf(context);
  const { results } = context;
  const said = <One>(all: readonly One[], statement: (prose: Prose, one: One) => Statement): readonly string[] =>
    told(
      prose,
      all.map((one) => statement(prose, one)),
    );
  return [
    sampleSentences(prose),
    measureSentences(prose),
    [...said(results.indices, indexStatement), ...said(results.composites, compositeStatement)],
    [...said(results.comparisons, compareStatement), ...said(results.correlations, correlateStatement)],
    said(results.regressions, regressionStatement),
    said(results.deprivations, deprivationStatement),
    said(results.mediations, mediationStatement),
    said(results.measurements, measurementStatement),
    [...said(context.plan.robustness ?? [], robustnessStatement), ...closingSentences(prose, version)],
  ].flatMap((sentences) => prose.paragraph(sentences) ?? []);
}
