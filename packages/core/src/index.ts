// The public face of core: everything that dsl, the CLI and the tests may use.
export * from './problems/catalogue.ts';
export {
  codesOf,
  countProblems,
  idleAcceptances,
  listProblems,
  listStated,
  mostImportant,
  type Counts,
  type Shown,
} from './problems/listing.ts';
export * from './audit/audit.ts';
export * from './audit/finding.ts';
export * from './audit/readings.ts';
export { compareStudies, type CompareOptions, type ComparedIndex, type StudiesComparison } from './comparison/compare-studies.ts';
export { comparisonJson } from './comparison/json.ts';
export type { ComparedStudy } from './comparison/study.ts';
export * from './data/index.ts';
export * from './moments/index.ts';
export * from './methods/option.ts';
export * from './methods/quantity.ts';
export { regressionQuantities, outcomeNumbers } from './methods/regression/quantities.ts';
export {
  declarationOf,
  declaredQuantities,
  formulaOf,
  quantitiesOf,
  rangeOf,
  type DeclaredQuantity,
  type QuantityKind,
  type QuantityOptions,
} from './methods/quantities.ts';
export { within, type QuantityRange, type ValueRange } from './quantity/ranges.ts';
export { optionNamed, optionsOf, optionsOfKind } from './methods/options.ts';
export { errors, type Errors } from './methods/regression/errors.ts';
export { indexQuantities } from './methods/index/quantities.ts';
export { indexOptions } from './methods/index/options.ts';
export { regressionOptions } from './methods/regression/options.ts';
export { compareOptions } from './methods/compare/options.ts';
export { dataOptions, fileOptions, shapeOfFile, type FileShape } from './methods/data/options.ts';
export { publishedOptions, reportOptions } from './methods/report/options.ts';
export * from './numerics/eigenvalues.ts';
export * from './numerics/index.ts';
export { directionOf } from './plan/component-direction.ts';
export * from './plan/execute.ts';
export { boundedMemo, noMemo, type BoundedMemo, type Memo } from './plan/memo.ts';
export * from './plan/plan.ts';
export * from './plan/keep-lost.ts';
export * from './plan/relabel.ts';
export * from './plan/results.ts';
export * from './plan/memo.ts';
export * from './plan/run-claims.ts';
export * from './procedures/compare/index.ts';
export * from './procedures/congruence/index.ts';
export * from './procedures/describe/index.ts';
export * from './procedures/factor/index.ts';
export * from './procedures/index/composite.ts';
export * from './procedures/index/scoring.ts';
export * from './procedures/index/three-ways.ts';
export * from './procedures/invariance/index.ts';
export * from './procedures/meta/index.ts';
export * from './procedures/regression/index.ts';
export * from './procedures/reliability/index.ts';
export * from './quantity/look-up.ts';
export * from './quantity/quantity.ts';
export { comparisonReportOf } from './result/comparison/report.ts';
export * from './result/document.ts';
export { auditDocument, type AuditDocumentOptions } from './result/tables/audit.ts';
export * from './result/preview.ts';
export type { DataGlance } from './result/tables/data-view.ts';
export * from './result/report.ts';
export { claimsBriefly, figuresBriefly } from './result/counts.ts';
export { formatPercent, formatPlain, formatQuantity } from './result/format.ts';
export { renderText, type Paint, type TextOptions } from './report/text.ts';
export { displayWidth } from './report/width.ts';
export { plainText } from './report/plain.ts';
export type { FigureTheme } from './figures/standalone.ts';
export { figuresIn, type FigureFile } from './report/figure-files.ts';
export { renderFragment, renderHtml } from './report/html.ts';
export { fragmentCss } from './report/style.ts';
export { resultsJson, type ResultsOptions } from './report/json.ts';
export { labelText } from './result/labels.ts';
