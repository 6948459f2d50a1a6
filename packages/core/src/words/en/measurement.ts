// English words of a measurement model's section.

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
