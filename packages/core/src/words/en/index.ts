// Everything that is said in English, in one catalogue.
import type { Catalogue } from '../catalogue.ts';
import { englishAudit } from './audit/index.ts';
import { codebookEnglish } from './codebook.ts';
import { comparisonEnglish } from './comparison.ts';
import { compositeEnglish } from './composite.ts';
import { editorEnglish } from './editor.ts';
import { effectsEnglish } from './effects.ts';
import { draftEnglish } from './draft.ts';
import { firstPageEnglish } from './first-page.ts';
import { tellColumnRead, tellFileRead } from './how-read.ts';
import { methodsEnglish } from './methods/index.ts';
import { measurementEnglish } from './measurement.ts';
import { acts, argumentsText, elsewhere } from './phrases.ts';
import { problemsEnglish } from './problems/index.ts';
import { sumsEnglish } from './problems/sums.ts';
import { referenceEnglish } from './reference.ts';
import { english } from './report.ts';
import { robustnessEnglish } from './robustness.ts';
import { scriptsEnglish } from './scripts.ts';

export const catalogue: Catalogue = {
  report: english,
  comparison: comparisonEnglish,
  firstPage: firstPageEnglish,
  codebook: codebookEnglish,
  composite: compositeEnglish,
  effects: effectsEnglish,
  draft: draftEnglish,
  methods: methodsEnglish,
  measurement: measurementEnglish,
  robustness: robustnessEnglish,
  scripts: scriptsEnglish,
  reference: referenceEnglish,
  problems: problemsEnglish,
  acts,
  elsewhere,
  sums: sumsEnglish,
  takes: argumentsText,
  audit: englishAudit,
  editor: editorEnglish,
  texts: {},
  read: { file: tellFileRead, column: tellColumnRead },
};
