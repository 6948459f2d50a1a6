// The public face of core: everything that dsl, the CLI and the tests may use.
export * from './problems/catalogue.ts';
export { codesOf } from './words/codes-of.ts';
export type { DraftAside, DraftNote } from './words/draft-notes.ts';
export type { DataRead } from './words/how-read.ts';
export type * from './contract/impossible.ts';
export { executeInWaves, partOfPlan, type Wave } from './execute/waves.ts';
export { listenToSteps, readingFile, type PieceKind, type Step } from './contract/steps.ts';
export { tellPart } from './numerics/parts.ts';
export type * from './problems/phrases.ts';
export type * from './problems/data-phrases.ts';
export {
  draftWords,
  tellDraftNote,
  argumentsText,
  tell,
  tellAct,
  tellColumnRead,
  tellElsewhere,
  tellFileRead,
  tellWhole,
  wordsOfProblem,
  type Told,
} from './words/tell.ts';
export type { EditorWords, Part as PartOfAddress, Shown as ShownNumber } from './words/en/editor.ts';
export { catalogueIn, editorWords, inLanguage, languages, learn, spoken } from './words/words.ts';
export {
  countProblems,
  idleAcceptances,
  listProblems,
  listStated,
  mostImportant,
  type Counts,
  type Shown,
} from './pages/problem-listing.ts';
export * from './audit/audit.ts';
export * from './audit/finding.ts';
export { toldFinding, toldReading, toldSkipped, type ToldFinding } from './audit/told.ts';
export type { FactOf, FindingFact, FindingKind } from './contract/audit-facts/index.ts';
export * from './audit/readings.ts';
export { compareStudies, type CompareOptions, type ComparedIndex, type StudiesComparison } from './methods/comparison/compare-studies.ts';
export { comparisonJson, type ComparisonFile } from './methods/comparison/json.ts';
export type { ComparisonPlan, PlannedStudy } from './methods/comparison/plan.ts';
export { addressUnder, runComparison, type ComparisonResults } from './methods/comparison/run.ts';
export {
  againstFirst,
  comparisonQuantities,
  comparisonQuantitiesOf,
  eachComparisonQuantity,
  type ComparisonQuantityKind,
} from './methods/comparison/quantities.ts';
export type { ComparedStudy } from './methods/comparison/study.ts';
export * from './data/index.ts';
export * from './sums/index.ts';
export * from './moments/index.ts';
export * from './counts/index.ts';
export * from './contract/option.ts';
export * from './contract/declared-quantity.ts';
export { regressionQuantities, outcomeNumbers } from './methods/regression/quantities.ts';
export {
  declarationOf,
  declaredQuantities,
  formulaOf,
  quantitiesOf,
  type DeclaredQuantity,
  type QuantityKind,
  type QuantityOptions,
} from './methods/quantities.ts';
export { within, type QuantityRange, type ValueRange } from './contract/ranges.ts';
export { optionNamed, optionsOf, optionsOfKind } from './methods/options.ts';
export { errors, withErrors, type Errors } from './methods/regression/errors.ts';
export { methodKinds, wordOfMethod, type Method, type MethodKind } from './methods/regression/method.ts';
export { errorsOfMethod } from './methods/regression/model-errors.ts';
export { methodHas } from './methods/regression/by-method.ts';
export { modelQuantities } from './methods/regression/model-quantities.ts';
export { columnsOfMethod, usualColumns } from './methods/regression/shown.ts';
export { indexQuantities } from './methods/index/quantities.ts';
export { endsOf, rawEnds, type Declarations } from './methods/composite/ends.ts';
export { MOST_COMPARED, type WeightSort } from './methods/composite/options.ts';
export { ratiosOf } from './methods/composite/run.ts';
export { indexOptions } from './methods/index/options.ts';
export { isOblique } from './methods/index/rotate.ts';
export { measurementOptions } from './methods/measurement/options.ts';
export { deprivationOptions } from './methods/deprivation/options.ts';
export { mediationOptions } from './methods/mediation/options.ts';
export { regressionOptions } from './methods/regression/options.ts';
export { robustnessOptions } from './methods/robustness/options.ts';
export { correlateOptions } from './methods/correlate/options.ts';
export { twoGroupQuantities } from './methods/compare/two-groups.ts';
export { categoryOutcomeQuantities, optionOutcomeQuantities } from './methods/compare/associations.ts';
export { effectsOf } from './methods/compare/effects.ts';
export { comparedAs, membersOfOptions, outcomeName, type ComparedKind } from './methods/compare/job.ts';
export { compareOptions } from './methods/compare/options.ts';
export { categoryOptions, dataOptions, fileOptions, numberOptions, shapeOfFile, type FileShape } from './data/options.ts';
export { tableTexts } from './methods/regression/model-tables.ts';
export { publishedOptions, reportOptions } from './methods/report/options.ts';
export * from './numerics/eigenvalues.ts';
export { once } from './numerics/once.ts';
export * from './numerics/index.ts';
export { directionOf } from './methods/index/component-direction.ts';
export * from './execute/execute.ts';
export { boundedMemo, noMemo, type BoundedMemo, type Memo } from './memo/memo.ts';
export * from './methods/plan.ts';
export * from './contract/variables.ts';
export * from './contract/address.ts';
export * from './data/survey-plan.ts';
export * from './data/data-problem.ts';
export { weightedJob, withoutWeightedForm } from './methods/design/weighted-forms.ts';
export * from './methods/index/job.ts';
export * from './methods/compare/job.ts';
export * from './methods/composite/job.ts';
export * from './methods/correlate/job.ts';
export * from './methods/measurement/job.ts';
export * from './methods/deprivation/job.ts';
export * from './methods/mediation/job.ts';
export type { MediationResult } from './methods/mediation/run.ts';
export * from './methods/regression/job.ts';
export * from './methods/robustness/plan.ts';
export * from './execute/answers.ts';
export { respondentsRestOn } from './execute/respondents.ts';
export { codeStudy } from './execute/code-study.ts';
export { scriptTargets } from './export/script.ts';
export type { ScriptRequest } from './export/request.ts';
export { checkColumns } from './execute/check-columns.ts';
export { howToRead } from './execute/how-to-read.ts';
export * from './methods/index/structures.ts';
export { conditionVariables } from './data/condition.ts';
export * from './execute/keep-lost.ts';
export * from './execute/relabel.ts';
export * from './methods/results.ts';
export { respondentsTable } from './methods/score/respondents.ts';
export type { Answered } from './methods/score/of-respondents.ts';
export { scoreOfRespondent } from './methods/score/respondent.ts';
export * from './memo/memo.ts';
export * from './methods/claims/run.ts';
export * from './procedures/compare/index.ts';
export * from './procedures/congruence/index.ts';
export * from './procedures/describe/index.ts';
export * from './procedures/factor/index.ts';
export * from './procedures/composite/index.ts';
export * from './methods/index/scoring.ts';
export * from './methods/comparison/three-ways.ts';
export * from './procedures/invariance/index.ts';
export * from './procedures/measurement/index.ts';
export * from './procedures/meta/index.ts';
export * from './procedures/outcomes/index.ts';
export * from './procedures/regression/index.ts';
export * from './procedures/reliability/index.ts';
export * from './procedures/survey/index.ts';
export * from './contract/look-up.ts';
export * from './contract/quantity.ts';
export { comparisonReportOf, comparisonSections, titleOfSection } from './methods/comparison/tables/report.ts';
export * from './show/document.ts';
export { auditDocument, type AuditDocumentOptions } from './audit/document.ts';
export { codebookDocument, codebookRows } from './pages/codebook.ts';
export * from './pages/preview.ts';
export type { DataGlance } from './pages/data-view.ts';
export * from './pages/report.ts';
export { claimsBriefly, figuresBriefly } from './methods/claims/counts.ts';
export { formatPercent, formatPlain, formatQuantity, hiddenText } from './show/format.ts';
export { renderText, wrapped, type Paint, type TextOptions } from './render/text.ts';
export { displayWidth } from './text/width.ts';
export { joined } from './text/listed.ts';
export { plainText } from './text/plain.ts';
export type { FigureTheme } from './draw/standalone.ts';
export { figuresIn, pictureZoom, printedDocument, withDensity, type FigureFile } from './render/figure-files.ts';
export { renderFragment, renderHtml } from './render/html.ts';
export { formatOfEnding, renderers, reportFormats, usualEnding, type Renderer, type ReportFormat } from './render/renderers.ts';
export { fragmentCss } from './render/style.ts';
export { glanceCsv, tidyCsv } from './render/tidy.ts';
export { resultsJson, type PlaceInFile, type ResultsOptions } from './render/json.ts';
export { withoutIds } from './execute/hidden-ids.ts';
export { labelText } from './contract/label-text.ts';
export { numberAsked, partAsked, type AtAddress, type ManuscriptSource, type Wrong } from './manuscript/asked.ts';
export { fillManuscript, type Fault, type FilledManuscript } from './manuscript/fill.ts';
export { numberFormats, rangeAt } from './manuscript/number-formats.ts';
export { partsOfReport } from './manuscript/parts.ts';
export { placeholdersIn, type Placeholder, type TextKind } from './manuscript/placeholders.ts';
export { fillWord, type FilledWord, type WordFault, type WordPlace } from './manuscript/word-fill.ts';
export { openWord, type WordFile } from './manuscript/word-file.ts';
export { readWordRecord } from './manuscript/word-record.ts';
export { studyBeside, studyNamedIn } from './manuscript/study-named.ts';
export { movedBetween, readRecord, withRecord, type Moved } from './manuscript/record.ts';
