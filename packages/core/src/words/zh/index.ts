// Everything that is said in Chinese, in one catalogue; what is not here yet is said in English.
import type { Catalogue, Partly } from '../catalogue.ts';
import { codebookChinese } from './codebook.ts';
import { comparisonChinese } from './comparison.ts';
import { compositeChinese } from './composite.ts';
import { firstPageChinese } from './first-page.ts';
import { measurementChinese } from './measurement.ts';
import { chinese } from './report.ts';
import { robustnessChinese } from './robustness.ts';

export const catalogue = {
  report: chinese,
  comparison: comparisonChinese,
  firstPage: firstPageChinese,
  codebook: codebookChinese,
  composite: compositeChinese,
  measurement: measurementChinese,
  robustness: robustnessChinese,
} satisfies Partly<Catalogue>;
