// Addresses of the exam that cannot be asked yet, by folder, each list with its reason. One that works fails the test until it leaves this
// list.

export const waiting: Readonly<Record<string, readonly { readonly why: string; readonly addresses: readonly string[] }[]>> = {
  '02-food-insecurity-hfias': [{ why: 'comparisons of categories', addresses: ['by_head.status.chi2', 'by_head.status.v'] }],
  '04-quality-of-life-whoqol': [
    { why: 'two-group t tests', addresses: ['by_sex.psychological.t', 'by_sex.psychological.df', 'by_sex.psychological.d'] },
    { why: 'correlate', addresses: ['table1.r(physical, psychological)', 'table1.n(physical, relations)'] },
  ],
  '05-urban-vitality-entropy': [{ why: 'correlate', addresses: ['rank.r(mixed_use, vitality)'] }],
  '07-migrant-integration-entropy': [
    {
      why: 'the order of a pair of levels',
      addresses: ['by_education.integration.difference(college, primary)', 'by_education.integration.difference.p(college, primary)'],
    },
  ],
  '10-relocated-resilience-robustness': [
    { why: 'robustness', addresses: ['choices.critic', 'choices.variation', 'choices.equal'] },
    { why: 'correlate', addresses: ['agree.r(resilience, by_equal)'] },
    { why: 'ANCOVA', addresses: ['net.resilience.adjusted_mean(type.central)', 'net.resilience.f'] },
  ],
};
