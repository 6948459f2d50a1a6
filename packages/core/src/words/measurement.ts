// Fixed words of a measurement model's section, English and Chinese. Those that every report has are in report.ts of each language.

export const measurementEnglish = {
  fit: 'Fit of the model',
  loadings: 'Loadings, reliability and convergent validity',
  fornellLarcker: 'Discriminant validity: correlations, √AVE on the diagonal',
  htmt: 'Discriminant validity: HTMT',
  modifications: 'Largest modification indices',
  invariance: (category: string) => `Invariance over ${category}`,
  factor: 'Factor',
  item: 'Item',
  loading: 'Loading',
  secondOrder: 'second order',
  parameter: 'Parameter',
  loadsOn: (item: string, factor: string) => `${item} on ${factor}`,
  with: (a: string, b: string) => `${a} with ${b}`,
  level: { configural: 'configural', metric: 'metric (loadings)', scalar: 'scalar (intercepts)', strict: 'strict (errors)' },
  freed: 'Let go',
  holds: 'Holds',
  yes: 'yes',
  partly: 'in part',
  no: 'no',
  interval: '90 % interval',
  fitNote: {
    ml: 'Maximum likelihood; covariances and χ² by n, as lavaan and Mplus (AMOS and LISREL: n − 1).',
    wlsmv: 'Ordered answers: polychoric correlations, diagonally weighted least squares; χ² scaled and shifted (WLSMV).',
    mlr: 'Maximum likelihood with robust errors; χ², CFI, TLI and RMSEA are scaled (Yuan and Bentler).',
  },
  fiml: 'Every case counts with what it answered (full information maximum likelihood).',
  loadingsNote:
    'Standardised loadings; CR: composite reliability, AVE: average variance extracted, of the factor on whose first line they stand.',
  htmtNote: 'HTMT below .85 (.90 for concepts that are close) speaks for two factors.',
  invarianceNote:
    'A level holds where CFI falls by no more than .010 and RMSEA rises by less than .015, SRMR by less than .030 (metric) or .015.',
  modificationsNote: 'χ² would fall by about as much were the parameter free; EPC: what it would be.',
  diagram: 'Path diagram, standardised',
  diagramText: (factors: string, items: string) =>
    `${factors} factors with ${items} items; loadings at the arrows, correlations at the arcs.`,
};

export type MeasurementWords = typeof measurementEnglish;

export const measurementChinese: MeasurementWords = {
  fit: '模型拟合',
  loadings: '载荷、信度与收敛效度',
  fornellLarcker: '区分效度：相关，对角线为√AVE',
  htmt: '区分效度：HTMT',
  modifications: '最大的修正指数',
  invariance: (category) => `${category}间的测量不变性`,
  factor: '因子',
  item: '题项',
  loading: '载荷',
  secondOrder: '二阶',
  parameter: '参数',
  loadsOn: (item, factor) => `${item} → ${factor}`,
  with: (a, b) => `${a} 与 ${b}`,
  level: { configural: '形态', metric: '度量（载荷）', scalar: '截距', strict: '严格（误差）' },
  freed: '放开',
  holds: '成立',
  yes: '是',
  partly: '部分',
  no: '否',
  interval: '90% 区间',
  fitNote: {
    ml: '最大似然；协方差与χ²除以 n，同 lavaan、Mplus（AMOS、LISREL 为 n − 1）。',
    wlsmv: '有序作答：多分格相关，对角加权最小二乘；χ²经均值与方差校正（WLSMV）。',
    mlr: '最大似然，稳健标准误；χ²、CFI、TLI、RMSEA 已校正（Yuan–Bentler）。',
  },
  fiml: '每个个案以其已答题项参与（全信息最大似然）。',
  loadingsNote: '标准化载荷；CR 为组合信度，AVE 为平均方差抽取量，写在各因子首行。',
  htmtNote: 'HTMT 低于 .85（概念相近时 .90）说明是两个因子。',
  invarianceNote: 'CFI 下降不超过 .010，RMSEA 上升小于 .015，SRMR 上升小于 .030（度量）或 .015 时，该水平成立。',
  modificationsNote: '放开该参数后χ²约下降此值；EPC 为其期望值。',
  diagram: '路径图（标准化）',
  diagramText: (factors, items) => `${factors} 个因子，${items} 个题项；箭头旁为载荷，弧线旁为相关。`,
};

export function measurementWordsIn(language: string): MeasurementWords {
  return /^zh(?:$|[-_])/iu.test(language) ? measurementChinese : measurementEnglish;
}
