// Everything that is said in Chinese, in one catalogue: what is said in English and not here does not compile.
import type { Catalogue } from '../catalogue.ts';
import { chineseAudit } from './audit/index.ts';
import { codebookChinese } from './codebook.ts';
import { comparisonChinese } from './comparison.ts';
import { compositeChinese } from './composite.ts';
import { editorChinese } from './editor.ts';
import { effectsChinese } from './effects.ts';
import { draftChinese } from './draft.ts';
import { firstPageChinese } from './first-page.ts';
import { tellColumnRead, tellFileRead } from './how-read.ts';
import { methodsChinese } from './methods/index.ts';
import { measurementChinese } from './measurement.ts';
import { acts, argumentsText, elsewhere } from './phrases.ts';
import { problemsChinese } from './problems/index.ts';
import { sumsChinese } from './problems/sums.ts';
import { referenceChinese } from './reference.ts';
import { chinese } from './report.ts';
import { textsChinese } from './texts/index.ts';
import { robustnessChinese } from './robustness.ts';
import { scriptsChinese } from './scripts.ts';

export const catalogue = {
  report: chinese,
  comparison: comparisonChinese,
  firstPage: firstPageChinese,
  codebook: codebookChinese,
  composite: compositeChinese,
  effects: effectsChinese,
  draft: draftChinese,
  methods: methodsChinese,
  measurement: measurementChinese,
  robustness: robustnessChinese,
  scripts: scriptsChinese,
  reference: referenceChinese,
  problems: problemsChinese,
  acts,
  elsewhere,
  sums: sumsChinese,
  takes: argumentsText,
  audit: chineseAudit,
  editor: editorChinese,
  texts: textsChinese,
  read: { file: tellFileRead, column: tellColumnRead },
} satisfies Catalogue;
